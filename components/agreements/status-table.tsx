import Link from "next/link";
import type { CountingRule } from "#domain/counting.ts";
import { type Day, dayInWords, later } from "#domain/day.ts";
import type { StagePeriod } from "#domain/derivation.ts";
import { grouped, plural } from "#domain/numbers.ts";
import { focusOf, rowNames } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import { windowOf } from "#domain/scale.ts";
import { isFiltered, type View, type Vocabulary, withoutFilters, withView } from "#domain/view.ts";
import type { AgreementList, Facets, Row } from "#domain/wire.ts";
import { ActiveFilters } from "../active-filters.tsx";
import { AsOfControl } from "../as-of-control.tsx";
import { EmptyState } from "../empty-state.tsx";
import { FilterBar } from "../filter-bar.tsx";
import { Icon } from "../icon.tsx";
import { activeGroups, notBegun, stageCells } from "../overview/stage-groups.ts";
import { StageStrip } from "../stage-strip.tsx";
import { AgreementsTable } from "./agreements-table.tsx";
import { chosenColumns } from "./columns.ts";
import { filterChoices } from "./filter-choices.ts";
import { knownOf } from "./known-at.ts";
import { tableModel } from "./table-model.ts";
import { TablePages } from "./table-pages.tsx";

interface StatusTableProps {
  list: AgreementList;
  /** Every row of the view but for its stage; what names and the common side are found in. */
  all: readonly Row[];
  lanes: ReadonlyMap<string, { periods: readonly StagePeriod[] }>;
  rules: readonly CountingRule[];
  /** How many stand at each stage when the filter by stage is left out, and how many that is. */
  strip: Facets["stage"];
  total: number;
  view: View;
  today: Day;
  first: Day;
  vocabulary: Vocabulary;
}

const address = (view: View) => paths.agreements(view);

function modelOf({ list, all, lanes, view, first }: StatusTableProps, flagged: boolean) {
  const named = all.length > 0 ? all : list.data;
  const focus = focusOf(named);
  const { on } = list.clock;
  return tableModel({
    rows: list.data,
    paths: lanes,
    names: rowNames(named, focus),
    focus,
    on,
    window: windowOf(first, later(first, on)),
    columns: chosenColumns(view, flagged).map(({ word }) => word),
    view,
  });
}

function Views({ view }: { view: View }) {
  return (
    <nav className="segments" aria-label="Views of this list">
      <Link href={address(view)} aria-current="page" prefetch={false}>
        Table
      </Link>
      <Link
        href={paths.timeline(withView(view, { columns: null, cursor: null, limit: null }))}
        prefetch={false}
      >
        Timeline
      </Link>
    </nav>
  );
}

function Count({ list, strip, total, view }: StatusTableProps) {
  const early = view.stage.length === 0 ? notBegun(strip) : 0;
  const of = view.stage.length > 0 && total !== list.page.total ? ` of ${grouped(total)}` : "";
  return (
    <p className="count" role="status">
      <b>{`${grouped(list.page.total)}${of} ${total === 1 ? "agreement" : "agreements"}`}</b>
      {early > 0 ? (
        <>
          ,{" "}
          <Link className="link" href={address(withView(view, { stage: ["unknown"] }))} prefetch={false}>
            {`${grouped(early)} not yet begun`}
          </Link>
        </>
      ) : null}
    </p>
  );
}

/** Strip, filters, table and pages: one view of the list with every word of its address in reach. */
export function StatusTable(props: StatusTableProps) {
  const { list, rules, strip, view, today, vocabulary } = props;
  const { on } = list.clock;
  const frameworks = new Map(list.facets.framework.map(({ value, label }) => [value, label]));
  const flagged = list.data.some(({ flags }) => flags.length > 0);
  const filters = (
    <ActiveFilters view={view} address={address} countries={vocabulary.countries} frameworks={frameworks} />
  );
  return (
    <>
      <StageStrip cells={stageCells(strip, address, view)} active={activeGroups(view)} />
      <div className="table-bar" id="table">
        <Views view={view} />
        <AsOfControl
          on={on}
          today={today}
          address={address(withView(view, { on: null }))}
          known={knownOf(view, address)}
        />
        <label className="chip filter-toggle">
          <input type="checkbox" className="vh" aria-keyshortcuts="f" />
          <Icon name="filter" />
          Filters
        </label>
        <FilterBar choices={filterChoices(view, list.facets, rules)} />
      </div>
      <div className="table-state">
        <Count {...props} />
        {list.data.length > 0 ? filters : null}
      </div>
      {list.data.length > 0 ? (
        <AgreementsTable
          model={modelOf(props, flagged)}
          view={view}
          flagged={flagged}
          caption={`${plural(list.page.total, "agreement")} as of ${dayInWords(on)}`}
        />
      ) : isFiltered(view) ? (
        <EmptyState actions={filters}>No agreements match these filters.</EmptyState>
      ) : (
        <EmptyState
          actions={
            <Link className="btn" href={address(withoutFilters(withView(view, { cursor: null })))}>
              First page
            </Link>
          }
        >
          There is nothing on this page of the list.
        </EmptyState>
      )}
      <TablePages view={view} next={list.page.next} total={list.page.total} />
    </>
  );
}

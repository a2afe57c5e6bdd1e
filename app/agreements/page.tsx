import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyRecord, NothingYet } from "#components/agreements/nothing-yet.tsx";
import { StatusTable } from "#components/agreements/status-table.tsx";
import { DownloadMenu } from "#components/download-menu.tsx";
import { LinkedData } from "#components/linked-data.tsx";
import { headline } from "#components/overview/headline.ts";
import { Hero } from "#components/overview/hero.tsx";
import { ViewActions } from "#components/share/view-actions.tsx";
import { ViewNotices } from "#components/view-notices.tsx";
import { summaryOf } from "#db/queries/summary.ts";
import { lanePaths } from "#db/queries/timeline.ts";
import { allRules } from "#db/queries/vocabulary.ts";
import { dayInWords } from "#domain/day.ts";
import { datasetLinkedData } from "#domain/linked-data.ts";
import { plural } from "#domain/numbers.ts";
import { paths } from "#domain/paths.ts";
import { isFiltered, pickFilters, withView } from "#domain/view.ts";
import { headOf } from "../_server/head.ts";
import { listDownloads } from "../_server/list-downloads.ts";
import { readOverview } from "../_server/overview.ts";
import { shareAddresses } from "../_server/share-addresses.ts";
import { onSite } from "../_server/site.ts";
import { type PageWords, readTable } from "../_server/status-table.ts";
import { type Resolved, resolvePage } from "../_server/view.ts";

interface PageProps {
  searchParams: Promise<PageWords>;
}

const titleOf = (resolved: Resolved, summary: Parameters<typeof headline>[0]["summary"]) =>
  headline({
    summary,
    countsPartners: resolved.rule.counts === "partners",
    on: resolved.clocks.on,
    today: resolved.today,
  });

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const resolved = await resolvePage(searchParams);
  const { db, view, clocks, rule } = resolved;
  const summary = await summaryOf(db, rule, { ...pickFilters(view), stage: [] }, clocks);
  const latest = summary.latest ? `; the latest is ${summary.latest.party.name}` : "";
  return headOf(resolved, {
    title: `${titleOf(resolved, summary)}: the table of agreements`,
    description: `On ${dayInWords(clocks.on)}, ${plural(summary.signed, "agreement")} signed by the rule “${rule.label}”${latest}. Stage, path, dates, place and sources of each${isFiltered(view) ? ", under the filters chosen" : ""}.`,
    href: (shown) => paths.agreements(shown),
    forms: {
      "application/json": paths.agreements(view, "json"),
      "text/csv": paths.agreements(view, "csv"),
      "application/atom+xml": paths.agreements(view, "atom"),
      "text/calendar": paths.agreements(view, "ics"),
    },
  });
}

/** `/agreements`: the status table. */
export default async function AgreementsPage({ searchParams }: PageProps) {
  const { resolved, list, tidy } = await readTable(await resolvePage(searchParams), await searchParams);
  if (tidy !== null) redirect(tidy);
  const { db, view, problems, clocks, rule, today, vocabulary } = resolved;
  const { summary, facets, span, total, rows } = await readOverview(resolved);
  const frame = { view, on: clocks.on, today };
  const notices = <ViewNotices problems={problems} />;
  if (total === 0 && !isFiltered(view))
    return (
      <>
        {notices}
        <EmptyRecord {...frame} />
      </>
    );
  if (span && clocks.on < span.first)
    return (
      <>
        {notices}
        <NothingYet {...frame} first={span.first} />
      </>
    );
  const first = span?.first ?? clocks.on;
  const choice = withView(view, { columns: null, cursor: null });
  const files = [
    ...listDownloads(view, total),
    { href: paths.agreements(choice, "ics"), label: "Calendar", note: "Their acts, past and expected" },
    { href: paths.agreements(choice, "atom"), label: "Atom feed", note: "Every change of them" },
  ];
  const [lanes, rules] = await Promise.all([
    lanePaths(
      db,
      list.data.map(({ slug }) => slug),
      clocks,
    ),
    allRules(db),
  ]);
  const addresses = shareAddresses(resolved, paths.agreements, titleOf(resolved, summary));
  return (
    <>
      {notices}
      <LinkedData
        value={datasetLinkedData({
          name: `Accords: ${titleOf(resolved, summary)}`,
          description: `Bilateral agreements and where each stood on ${clocks.on}, with sources.`,
          url: addresses.here,
          forms: {
            "text/csv": onSite(paths.agreements(view, "csv")),
            "application/json": onSite(paths.agreements(view, "json")),
          },
          modifiedAt: clocks.known,
        })}
      />
      <Hero
        title={titleOf(resolved, summary)}
        {...{ summary, rule, rows, total, view, first }}
        frameworks={facets.framework}
        on={clocks.on}
      >
        <ViewActions addresses={addresses} title={titleOf(resolved, summary)}>
          <DownloadMenu items={files} />
        </ViewActions>
      </Hero>
      <StatusTable
        {...{ list, lanes, rules, view, today, first, vocabulary }}
        all={rows}
        strip={facets.stage}
        total={total}
      />
    </>
  );
}

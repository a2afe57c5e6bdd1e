import Link from "next/link";
import { paths } from "#domain/paths.ts";
import { ticksOf } from "#domain/scale.ts";
import { defaultSort, type View } from "#domain/view.ts";
import { Icon } from "../icon.tsx";
import { AgreementRows } from "./agreement-rows.tsx";
import { chosenColumns, pressed, sortInWords } from "./columns.ts";
import type { TableModel } from "./table-model.ts";

type Column = ReturnType<typeof chosenColumns>[number];

/** Pixels of the small lanes. */
const laneWidth = 190;

function LaneAxis({ model }: { model: TableModel }) {
  return (
    <div className="lane-axis">
      <span className="vh">Path</span>
      {ticksOf(model.window, laneWidth)
        .filter(({ x, year }) => year && x < 96)
        .map(({ x, label }) => (
          <span key={x} aria-hidden="true" style={{ left: `${x}%` }}>
            {label}
          </span>
        ))}
    </div>
  );
}

function Heading({ column, view, model }: { column: Column; view: View; model: TableModel }) {
  const { word, label, sort, numeric } = column;
  const current = view.sort ?? defaultSort;
  const sorted = sort !== undefined && current.word === sort;
  const names: Record<string, string> = {
    party: "",
    flags: "marks",
    stage: "at",
    duration: "duration",
    sources: "source-count",
  };
  return (
    <th
      scope="col"
      className={`${names[word] ?? word}${numeric ? " num" : ""}`}
      aria-sort={sorted ? (current.descending ? "descending" : "ascending") : undefined}
    >
      {word === "path" ? (
        <LaneAxis model={model} />
      ) : sort ? (
        <Link href={paths.agreements(pressed(view, sort))} scroll={false} prefetch={false}>
          {label}
          {sorted ? <Icon name={current.descending ? "down" : "up"} /> : null}
        </Link>
      ) : (
        label
      )}
    </th>
  );
}

/** The status table: a real table, which a phone lays out as cards. */
export function AgreementsTable({
  model,
  view,
  flagged,
  caption,
}: {
  model: TableModel;
  view: View;
  flagged: boolean;
  caption: string;
}) {
  return (
    <div className={view.columns === null ? "table-card status-table" : "table-card status-table scrolls"}>
      <table className="t">
        <caption className="vh">
          {caption}, sorted by {sortInWords(view.sort ?? defaultSort)}
        </caption>
        <thead>
          <tr>
            {chosenColumns(view, flagged).map((column) => (
              <Heading key={column.word} column={column} view={view} model={model} />
            ))}
          </tr>
        </thead>
        <AgreementRows model={model} />
      </table>
    </div>
  );
}

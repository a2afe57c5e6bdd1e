/** The rows behind a count: as an address where words of a view can say them, and as points of a line. */
import type { CountingRule } from "#domain/counting.ts";
import type { Day } from "#domain/day.ts";
import { rowName } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import { type View, withView } from "#domain/view.ts";
import type { Row, Summary } from "#domain/wire.ts";
import type { Counted } from "../cumulative-line.tsx";

/** Where the data of the line stands on the page; it lists exactly the counted rows. */
export const countedAnchor = "counted";

const joined = <T extends string>(chosen: readonly T[], own: T | null): readonly T[] | null =>
  own === null ? chosen : chosen.length === 0 || chosen.includes(own) ? [own] : null;

/**
 * The table with just the counted rows. A rule that leaves out organisations, or counts partners, is no filter: there
 * the link goes to the list under the line.
 */
export function countedHref(rule: CountingRule, view: View, on: Day): string {
  const { tag, framework, profile } = rule.only;
  const tags = joined(view.tag, tag);
  const frameworks = joined(view.framework, framework);
  const plain = !rule.statesOnly && rule.counts === "instruments" && profile === null;
  if (!plain || tags === null || frameworks === null) return `#${countedAnchor}`;
  const signedTo = view.signedTo !== null && view.signedTo < on ? view.signedTo : on;
  return paths.agreements(withView(view, { stage: [], tag: tags, framework: frameworks, signedTo }));
}

/** The counted rows in the order of signature. */
export function countedRows(
  rows: readonly Row[],
  summary: Pick<Summary, "rows">,
): (Row & { signedOn: Day })[] {
  // Without rows to look up, the set of tens of thousands is not worth its making.
  const counted = new Set(rows.length === 0 ? [] : summary.rows);
  return rows.flatMap((row) =>
    row.signedOn !== null && counted.has(row.slug) ? { ...row, signedOn: row.signedOn } : [],
  );
}

export const pointsOf = (rows: readonly (Row & { signedOn: Day })[], focus: string | null): Counted[] =>
  rows.map((row) => ({ day: row.signedOn, name: rowName(row, focus) }));

/** The columns of the CSV forms: names as on the wire, in English, each file with the clocks that it is as of. */
import type { Clocks } from "./clocks.ts";
import { type Cell, type Columns, csvLine, writeCsv } from "./csv.ts";
import { type Day, endOfTime, firstDay } from "./day.ts";
import { boundsOf } from "./edtf.ts";
import type { Act, Agreement, Row } from "./wire.ts";

/** Several values in one cell. */
const joined = (values: readonly string[]): string => values.join("; ");

const side = (row: Row, index: 0 | 1, field: "name" | "code") =>
  joined((row.sides[index] ?? []).map((country) => country[field]));

const rowColumns = ({ on, known }: Clocks): Columns<Row> => ({
  slug: (row) => row.slug,
  title: (row) => row.title,
  side1: (row) => side(row, 0, "name"),
  side2: (row) => side(row, 1, "name"),
  side1Codes: (row) => side(row, 0, "code"),
  side2Codes: (row) => side(row, 1, "code"),
  type: (row) => row.type,
  profile: (row) => row.profile,
  framework: (row) => row.framework,
  tags: (row) => joined(row.tags),
  stage: (row) => row.stage.code,
  stageLabel: (row) => row.stage.label,
  since: (row) => row.stage.since,
  sinceLatest: (row) => row.stage.sinceLatest,
  certainty: (row) => row.stage.certainty,
  signedOn: (row) => row.signedOn,
  inForceOn: (row) => row.inForceOn,
  talksSince: (row) => row.talksSince,
  talksDays: (row) => row.talksDays,
  place: (row) => row.place,
  nextKind: (row) => row.next?.kind ?? null,
  nextDate: (row) => row.next?.date ?? null,
  nextCertainty: (row) => row.next?.certainty ?? null,
  flags: (row) => joined(row.flags),
  sources: (row) => row.sources,
  revision: (row) => row.revision,
  changedAt: (row) => row.changedAt,
  checkedOn: (row) => row.checkedOn,
  on: () => on,
  known: () => known,
});

/** The names of the columns of the list, in their order. */
export const listHeader: readonly string[] = Object.keys(rowColumns({ on: firstDay, known: "" }));

/** The cells of each row, in the order of {@link listHeader}. */
export function listCells(rows: readonly Row[], clock: Clocks): Cell[][] {
  const columns = Object.values(rowColumns(clock));
  return rows.map((row) => columns.map((cell) => cell(row)));
}

/** One line for each row of the list, header first. */
export async function* listAsCsv(
  parts: AsyncIterable<readonly Row[]>,
  clock: Clocks,
): AsyncGenerator<string> {
  yield csvLine(listHeader);
  for await (const rows of parts) yield listCells(rows, clock).map(csvLine).join("");
}

/** A date may be open on one side. */
const bound = (day: Day): Day | null => (day === firstDay || day === endOfTime ? null : day);

const cited = (act: Act, stance: "supports" | "contradicts") =>
  act.citations
    .filter((citation) => citation.stance === stance)
    .map(({ source }) => source.url)
    .join(" ");

const actColumns = (
  { slug, revision }: Pick<Agreement, "slug" | "revision">,
  { on, known }: Clocks,
): Columns<Act> => ({
  slug: () => slug,
  id: (act) => act.id,
  kind: (act) => act.kind,
  label: (act) => act.label,
  actor: (act) => act.actor,
  date: (act) => act.date,
  earliest: (act) => bound(boundsOf(act.date).earliest),
  latest: (act) => bound(boundsOf(act.date).latest),
  effectiveOn: (act) => act.effectiveOn,
  certainty: (act) => act.certainty,
  how: (act) => act.how,
  round: (act) => act.round,
  place: (act) => act.place,
  title: (act) => act.title,
  note: (act) => act.note,
  participants: (act) =>
    joined(act.participants.map(({ name, office }) => (office ? `${name} (${office})` : name))),
  stage: (act) => act.stage,
  metBy: (act) => act.metBy,
  slipDays: (act) => act.slipDays,
  sources: (act) => cited(act, "supports"),
  contradictedBy: (act) => cited(act, "contradicts"),
  recordedAt: (act) => act.recordedAt,
  recordedBy: (act) => act.recordedBy,
  revision: () => revision,
  on: () => on,
  known: () => known,
});

/** The names of the columns of an agreement's acts, in their order. */
export const actsHeader: readonly string[] = Object.keys(
  actColumns({ slug: "", revision: 0 }, { on: firstDay, known: "" }),
);

/** One line for each act of an agreement, in the order of the page. */
export const actsAsCsv = (agreement: Agreement, clocks: Clocks): string =>
  writeCsv(actColumns(agreement, clocks), agreement.acts);

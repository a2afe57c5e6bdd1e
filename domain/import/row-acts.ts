/** What a row says was done, and when. */
import { type Ending, endings, type Profile } from "../act.ts";
import { type Day, endOfTime } from "../day.ts";
import { boundsOf } from "../edtf.ts";
import type { Columns } from "./columns.ts";
import { type DateOrder, isNoEnd, readMessyDate } from "./messy-date.ts";
import type { FileRow, Reason, RowAct } from "./row.ts";

interface DatedRole {
  role: "signed" | "inForce" | "ended";
  noun: string;
  /** How many years ahead a date may be announced; a signature is done or it is none. */
  yearsAhead: number;
}

const datedRoles: readonly DatedRole[] = [
  { role: "signed", noun: "A signature", yearsAhead: 0 },
  { role: "inForce", noun: "An entry into force", yearsAhead: 10 },
  { role: "ended", noun: "An end", yearsAhead: 200 },
];

/** Words for how it ended, and headers that say so by themselves. */
const endingWords: Readonly<Record<string, Ending>> = {
  ...Object.fromEntries(endings.map((ending) => [ending, ending])),
  expiry: "expired",
  expiration: "expired",
  lapsed: "expired",
  termination: "terminated",
  denunciation: "denounced",
  replaced: "superseded",
};

const kindOf = (role: DatedRole["role"], profile: Profile | null): RowAct["kind"] =>
  role === "inForce"
    ? profile === "political"
      ? "in-effect"
      : "in-force"
    : role === "signed"
      ? "signed"
      : "ended";

type ActReading = { act: RowAct | null } | { reason: Reason };

export interface ActContext {
  order: DateOrder | undefined;
  today: Day;
  profile: Profile | null;
}

function readAct(row: FileRow, { mapped }: Columns, dated: DatedRole, context: ActContext): ActReading {
  const column = mapped[dated.role];
  if (column === undefined) return { act: null };
  const cell = row.cells[column] ?? "";
  if (dated.role === "ended" && isNoEnd(cell)) return { act: null };
  const reading = readMessyDate(cell, context.order);
  if ("refused" in reading) return { reason: { column, message: reading.refused } };
  if (reading.date === null) return { act: null };
  const { earliest, latest } = boundsOf(reading.date);
  if (latest === endOfTime)
    return { reason: { column, message: `${dated.noun} happens once; “${cell.trim()}” has no end.` } };
  const ahead = earliest > context.today;
  const farthest = Number(context.today.slice(0, 4)) + dated.yearsAhead;
  if (ahead && (dated.yearsAhead === 0 || Number(latest.slice(0, 4)) > farthest))
    return { reason: { column, message: `${reading.date} lies in the future. Check the year.` } };
  return {
    act: {
      kind: kindOf(dated.role, context.profile),
      date: reading.date,
      certainty: ahead ? "expected" : "done",
      how: dated.role === "ended" ? (endingWords[column.trim().toLowerCase()] ?? null) : null,
      place: null,
      note: reading.note ?? null,
    },
  };
}

/** The way it ended, from its own column; a refusal for a word that is none. */
function readHow(row: FileRow, { mapped }: Columns): { how: Ending | null } | { reason: Reason } {
  const column = mapped.how;
  const word = column === undefined ? "" : (row.cells[column] ?? "").trim().toLowerCase();
  if (column === undefined || word === "") return { how: null };
  const how = endingWords[word];
  if (how) return { how };
  return {
    reason: { column, message: `“${word.slice(0, 60)}” is no way to end. Allowed: ${endings.join(", ")}.` },
  };
}

/** Acts in the order of a treaty's life; what is contradictory is kept and told. */
export function actsOf(
  row: FileRow,
  columns: Columns,
  context: ActContext,
): { acts: RowAct[]; notes: Reason[] } | { reasons: Reason[] } {
  const { mapped } = columns;
  const readings = datedRoles.map((dated) => readAct(row, columns, dated, context));
  const how = readHow(row, columns);
  const reasons = [...readings, how].flatMap((reading) => ("reason" in reading ? [reading.reason] : []));
  const acts = readings.flatMap((reading) => ("act" in reading && reading.act ? [reading.act] : []));
  const [ended] = acts.filter(({ kind }) => kind === "ended");
  if ("how" in how && how.how !== null) {
    if (ended) ended.how = how.how;
    else
      reasons.push({ column: mapped.how ?? "how", message: "It says how the agreement ended and not when." });
  }
  if (reasons.length > 0) return { reasons };
  const notes: Reason[] = [];
  const place = mapped.place === undefined ? "" : (row.cells[mapped.place] ?? "").trim();
  const [signed] = acts.filter(({ kind }) => kind === "signed");
  if (place !== "" && signed) signed.place = place;
  else if (place !== "")
    notes.push({
      column: mapped.place ?? "place",
      message: "A place without a date of signature is not kept.",
    });
  const [force] = acts.filter(({ kind }) => kind === "in-force" || kind === "in-effect");
  if (signed && force && boundsOf(force.date).latest < boundsOf(signed.date).earliest)
    notes.push({
      column: mapped.inForce ?? "inForce",
      message: `In force (${force.date}) is before the signature (${signed.date}); both are kept and flagged.`,
    });
  const first = signed ?? force;
  if (first && ended && boundsOf(ended.date).latest < boundsOf(first.date).earliest)
    notes.push({
      column: mapped.ended ?? "ended",
      message: `The end (${ended.date}) is before ${first.date}; both are kept and flagged.`,
    });
  return { acts, notes };
}

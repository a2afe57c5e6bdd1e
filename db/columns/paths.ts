/**
 * How every agreement stood on some days, ready to be gone on from. Most paths were never corrected: what they were on a
 * day is the same at every moment since they are known. Of these the beginnings of periods lie by day, and marks along
 * them hold how all stood; the slice of a day is the mark before it and the few beginnings in between. Paths that were
 * corrected, and those of a later edit, are looked through one by one (`slice.ts`).
 */
import { endOfTime } from "#domain/day.ts";
import { stageCodes } from "#domain/stage.ts";
import { type Columns, dayKey, never, none } from "./columns.ts";
import { firstPlace } from "./numbers.ts";

/** Each at 100,000 agreements 1.6 MB. */
const marks = 24;
/** With fewer agreements a slice is quicker to take than paths are to build. */
const worthwhile = 2_000;
/** Once an eighth has moved they are built anew. */
const bearable = 1 / 8;

const lastDay = dayKey(endOfTime);
export const signed = stageCodes.indexOf("signed");
export const unknown = stageCodes.indexOf("unknown");

/** How agreements stand, by agreement. */
export interface Stood {
  /** Rows of the periods; none where there is none. */
  current: Int32Array;
  /** The last signature. */
  signing: Int32Array;
  /** The stage's position in the vocabulary; an agreement without any stage act yet is `unknown`. */
  stage: Int32Array;
  /** The day of the signature, as a number; none before it. */
  signedOn: Int32Array;
}

interface Mark {
  /** How many beginnings lie before it. */
  beginnings: number;
  stood: Stood;
}

/** Beginnings of periods by the day, those of one agreement in their order; side by side, as they are gone through. */
interface Beginnings {
  row: Int32Array;
  day: Int32Array;
  agreement: Int32Array;
  stage: Uint8Array;
}

export interface Paths {
  /** Agreements that there were when they were built. */
  size: number;
  /** By agreement: the moment from which its path is known, whatever the day; `never` where it has to be looked through. */
  since: Int32Array;
  /** How many agreements moved since. */
  moved: number;
  beginnings: Beginnings;
  marks: Mark[];
}

/** Where nothing has begun. */
export const atTheStart = (size: number): Stood => ({
  current: new Int32Array(size).fill(none),
  signing: new Int32Array(size).fill(none),
  stage: new Int32Array(size).fill(unknown),
  signedOn: new Int32Array(size).fill(none),
});

/** How they stood, and nothing begun for those behind them. */
function copyOf({ current, signing, stage, signedOn }: Stood, size: number): Stood {
  const copy = (values: Int32Array, start: number) => {
    const all = new Int32Array(size).fill(start, values.length);
    all.set(values);
    return all;
  };
  return {
    current: copy(current, none),
    signing: copy(signing, none),
    stage: copy(stage, unknown),
    signedOn: copy(signedOn, none),
  };
}

/**
 * The moment from which the path of an agreement is known; `never` where a period was corrected, or where they do not
 * follow each other without a gap to the end of time.
 */
function steadySince({ periods }: Columns, agreement: number): number {
  const [first, end] = [periods.first.values[agreement] ?? 0, periods.end.values[agreement] ?? 0];
  if (first === end) return none;
  const since = periods.knownFrom.values[first] ?? 0;
  for (let row = first; row < end; row++) {
    const next = row + 1 < end ? (periods.from.values[row + 1] ?? 0) : lastDay;
    if (periods.to.values[row] !== next || periods.knownFrom.values[row] !== since) return never;
    if (periods.knownTo.values[row] !== never) return never;
  }
  return since;
}

/** Those of steady paths. */
function beginningsOf({ periods }: Columns, since: Int32Array): Beginnings {
  // Day and row in one number, which is sorted many times faster than by a comparison.
  const width = 2 ** 24;
  const keys = new Float64Array(periods.from.length);
  let count = 0;
  for (const [agreement, moment] of since.entries()) {
    if (moment === never) continue;
    const end = periods.end.values[agreement] ?? 0;
    for (let row = periods.first.values[agreement] ?? 0; row < end; row++)
      keys[count++] = (periods.from.values[row] ?? 0) * width + row;
  }
  const numbers = () => new Int32Array(count);
  const all = { row: numbers(), day: numbers(), agreement: numbers(), stage: new Uint8Array(count) };
  for (const [position, key] of keys.subarray(0, count).sort().entries()) {
    const row = key % width;
    all.row[position] = row;
    all.day[position] = Math.floor(key / width);
    all.agreement[position] = periods.agreement.values[row] ?? 0;
    all.stage[position] = periods.stage.values[row] ?? unknown;
  }
  return all;
}

/** Applies the beginnings from one to another, both as positions. */
function goOn(beginnings: Beginnings, start: number, end: number, stood: Stood): void {
  const { row, day, agreement, stage } = beginnings;
  for (let position = start; position < end; position++) {
    const whose = agreement[position] ?? 0;
    const code = stage[position] ?? unknown;
    stood.current[whose] = row[position] ?? none;
    stood.stage[whose] = code;
    if (code === signed) {
      stood.signing[whose] = row[position] ?? none;
      stood.signedOn[whose] = day[position] ?? none;
    }
  }
}

/** Of all that there is now. */
export function buildPaths(columns: Columns): Paths {
  const size = columns.ids.length;
  const since = new Int32Array(size);
  for (let agreement = 0; agreement < size; agreement++) since[agreement] = steadySince(columns, agreement);
  const beginnings = beginningsOf(columns, since);
  const stood = atTheStart(size);
  const all: Mark[] = [];
  let done = 0;
  for (let mark = 0; mark < marks; mark++) {
    const next = Math.floor((beginnings.row.length * mark) / marks);
    goOn(beginnings, done, next, stood);
    all.push({ beginnings: next, stood: copyOf(stood, size) });
    done = next;
  }
  return { size, since, moved: 0, beginnings, marks: all };
}

/** The paths of the columns, built where they are worth it; null where there are too few agreements. */
export function pathsOf(columns: Columns): Paths | null {
  const size = columns.ids.length;
  if (size < worthwhile) return columns.paths;
  const { paths } = columns;
  if (paths && paths.moved + size - paths.size <= size * bearable) return paths;
  columns.paths = buildPaths(columns);
  return columns.paths;
}

/** An agreement whose path was written again is looked through from now on. */
export function movePath({ paths }: Columns, agreement: number): void {
  if (!paths || agreement >= paths.size || paths.since[agreement] === never) return;
  paths.since[agreement] = never;
  paths.moved++;
}

/** How so many agreements stood on a day, by their steady paths, as if all of these were known. */
export function stoodOn({ beginnings, marks: all }: Paths, on: number, size: number): Stood {
  const end = firstPlace(beginnings.day.length, (place) => (beginnings.day[place] ?? 0) > on);
  const mark = all.findLast((one) => one.beginnings <= end);
  const stood = mark ? copyOf(mark.stood, size) : atTheStart(size);
  goOn(beginnings, mark?.beginnings ?? 0, end, stood);
  return stood;
}

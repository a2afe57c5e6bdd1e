/**
 * The record as columns in memory: what lists, facets and counts look through, for every (on, known).
 *
 * The ledger and what the write derives from it stay in the database; this is a copy of the parts that choose, order,
 * count and fill a row. Rows of one agreement lie together, from `first` to `end`; what an edit changes is written
 * again behind all others and the two numbers are moved, so that a view that is being answered still reads what it
 * began with. Everything is a whole number of 32 bits: days as 20240514, instants as positions in the ledger of
 * changes (nothing becomes known at any other instant), words as positions in {@link Words}.
 */
import type { Instant } from "#domain/clocks.ts";
import { type Day, dayNumberOf } from "#domain/day.ts";
import { type Numbers, newLists, newNumbers } from "./numbers.ts";
import type { Paths } from "./paths.ts";
import { newWords } from "./words.ts";

/** Where the rows of each agreement lie. */
export interface Extents {
  first: Numbers;
  end: Numbers;
}
/** What is known from one instant to another. */
export interface KnownSpans {
  knownFrom: Numbers;
  knownTo: Numbers;
}

const extents = (): Extents => ({ first: newNumbers(), end: newNumbers() });
const spanned = (): Extents & KnownSpans => ({
  ...extents(),
  knownFrom: newNumbers(),
  knownTo: newNumbers(),
});

/** Signatures by day and then by address, whatever is known of them, and of how many periods and addresses they are. */
export interface Signatures {
  periods: number;
  addresses: number;
  /** Day and place of the address as one number, as they are sorted. */
  keys: Float64Array;
  day: Int32Array;
  agreement: Int32Array;
}

export const emptyColumns = () => ({
  /** The instants at which something became known, in their order. */
  moments: [] as Instant[],
  ids: newNumbers(),
  /** Where the agreement with this key lies. */
  placeOf: new Map<number, number>(),
  /** The address of each agreement: its position is that of the agreement. */
  slugs: newWords(),
  versions: {
    ...spanned(),
    title: newNumbers(),
    /** The title in small letters, and the names of the parties: what sorting compares. */
    sorting: newNumbers(),
    party: newNumbers(),
    /** Both sides, whichever is first. */
    pair: newNumbers(),
    type: newNumbers(),
    framework: newNumbers(),
    profile: newNumbers(),
    /** Each country of side 1 twice its position, of side 2 one more. */
    sides: newLists(),
    tags: newLists(),
    listNumbers: [] as (Readonly<Record<string, number>> | undefined)[],
    /** Whether any version has a number in a list. */
    anyListed: false,
  },
  periods: {
    ...spanned(),
    agreement: newNumbers(),
    stage: newNumbers(),
    from: newNumbers(),
    fromLatest: newNumbers(),
    to: newNumbers(),
    step: newNumbers(),
    transition: newNumbers(),
    /** Days since the first talks. */
    talksDays: newNumbers(),
    /** Where it was signed. */
    place: newNumbers(),
  },
  flags: { ...spanned(), flag: newNumbers(), from: newNumbers(), to: newNumbers() },
  expectations: {
    ...spanned(),
    from: newNumbers(),
    to: newNumbers(),
    kind: newNumbers(),
    date: newNumbers(),
    certainty: newNumbers(),
  },
  checks: { ...spanned(), on: newNumbers(), latest: newNumbers() },
  citations: { ...spanned(), source: newNumbers() },
  changes: { ...extents(), at: newNumbers() },
  /** Search documents: the key of each, and whose it is. */
  documents: { ...spanned(), rowOf: new Map<number, number>(), agreement: newNumbers() },
  titles: newWords(),
  sortings: newWords(),
  parties: newWords(),
  pairs: newWords(),
  types: newWords(),
  frameworks: newWords(),
  profiles: newWords(),
  countries: newWords(),
  /** By the positions of `countries`. */
  countryNames: [] as string[],
  tags: newWords(),
  transitions: newWords(),
  places: newWords(),
  kinds: newWords(),
  certainties: newWords(),
  dates: newWords(),
  sources: newWords(),
  /** Every signature that was ever known: all slices share them. */
  signatures: null as Signatures | null,
  /** Null while the record is small, and until the first slice is taken. */
  paths: null as Paths | null,
  /** Rows that no agreement points at any more. */
  waste: 0,
});
export type Columns = ReturnType<typeof emptyColumns>;

/** A value that is not there, where others are positions. */
export const none = -1;
/** Later than every moment. */
export const never = 2 ** 31 - 1;

/** A day as a number that compares as it does. */
export const dayKey = (day: Day): number =>
  Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));

/** Days that were written before: every row of a list has some, and a record has no more than its years. */
const written = new Map<number, Day>();
const mostWritten = 100_000;

/** The day of such a number. */
export function dayOfKey(key: number): Day {
  const known = written.get(key);
  if (known !== undefined) return known;
  const digits = String(key).padStart(8, "0");
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  if (written.size >= mostWritten) written.clear();
  written.set(key, day);
  return day;
}

/** Days since 1970-01-01 of such a number, without its text. */
export const numberOfKey = (key: number): number =>
  dayNumberOf(Math.floor(key / 10_000), Math.floor(key / 100) % 100, key % 100);

/** How many of the moments lie before the instant. */
export function momentsBefore({ moments }: Columns, instant: Instant): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? "") < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last moment at or before the instant; none before the first. */
export function momentAt(columns: Columns, instant: Instant): number {
  const before = momentsBefore(columns, instant);
  return columns.moments[before] === instant ? before : before - 1;
}

/** Known at the moment. */
export const knownRow = (spans: KnownSpans, row: number, known: number): boolean =>
  (spans.knownFrom.values[row] ?? 0) <= known && (spans.knownTo.values[row] ?? 0) > known;

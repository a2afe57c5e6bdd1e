/**
 * The record as columns in memory: what lists, facets and counts look through, for every (on, known).
 *
 * The ledger and what the write derives from it stay in the database; this is a copy of the parts that choose, order
 * and count. Rows of one agreement lie together, from `first` to `end`; what an edit changes is written again behind
 * all others and the two numbers are moved, so that a view that is being answered still reads what it began with.
 * Days are numbers (20240514), instants milliseconds since 1970, words positions in {@link Words}.
 */
import type { Day } from "#domain/day.ts";
import { newWords } from "./words.ts";

/** Where the rows of each agreement lie. */
export interface Extents {
  first: number[];
  end: number[];
}
/** What is known over a span of instants. */
export interface KnownSpans {
  knownFrom: number[];
  knownTo: number[];
}

const extents = (): Extents => ({ first: [], end: [] });
const knownSpans = (): KnownSpans => ({ knownFrom: [], knownTo: [] });

export const emptyColumns = () => ({
  ids: [] as number[],
  /** Where the agreement with this key lies. */
  placeOf: new Map<number, number>(),
  /** The address of each agreement, in the order of addresses where they are compared. */
  slugs: newWords(),
  versions: {
    ...extents(),
    ...knownSpans(),
    /** Titles in small letters, and the names of the parties: what sorting compares. */
    title: [] as number[],
    party: [] as number[],
    /** Both sides, whichever is first. */
    pair: [] as number[],
    type: [] as number[],
    framework: [] as number[],
    profile: [] as number[],
    sides: [] as number[][][],
    tags: [] as number[][],
    listNumbers: [] as Readonly<Record<string, number>>[],
  },
  periods: {
    ...extents(),
    ...knownSpans(),
    stage: [] as number[],
    from: [] as number[],
    fromLatest: [] as number[],
    to: [] as number[],
    step: [] as number[],
    transition: [] as number[],
    /** Days since the first talks; -1 where no talks came before. */
    talksDays: [] as number[],
  },
  flags: { ...extents(), ...knownSpans(), flag: [] as number[], from: [] as number[], to: [] as number[] },
  checks: { ...extents(), ...knownSpans(), latest: [] as number[] },
  changes: { ...extents(), at: [] as number[] },
  texts: { title: newWords(), party: newWords() },
  pairs: newWords(),
  types: newWords(),
  frameworks: newWords(),
  profiles: newWords(),
  countries: newWords(),
  tags: newWords(),
  transitions: newWords(),
  /** Rows that no agreement points at any more. */
  waste: 0,
});
export type Columns = ReturnType<typeof emptyColumns>;

/** A value that is not there, where others are positions. */
export const none = -1;

/** A day as a number that compares as it does. */
export const dayKey = (day: Day): number =>
  Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));

/** The day of such a number. */
export function dayOfKey(key: number): Day {
  const digits = String(key).padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** Known at the instant. */
export const knownRow = (spans: KnownSpans, row: number, known: number): boolean =>
  (spans.knownFrom[row] ?? 0) <= known && (spans.knownTo[row] ?? 0) > known;

/** The agreements of a slice in the order of a word, and walks through it that begin behind any of them. */
import { stageCodes, stages } from "#domain/stage.ts";
import type { Sort, SortWord } from "#domain/view.ts";
import { type Columns, knownRow, none } from "./columns.ts";
import { type Slice, signedIn, stageIn } from "./slice.ts";
import { ranksOf } from "./words.ts";

export interface Order {
  /** Agreements with a value, ascending by it and then by address; behind them those without, by address. */
  agreements: Int32Array;
  /** How many have a value. */
  present: number;
  /** Where each agreement lies in `agreements`; none for one that is not known. */
  place: Int32Array;
}

/** Room for the address's rank beside the value in one exact number. */
const room = 2 ** 21;
/** Behind every value: the largest that leaves room. */
const missing = 2 ** 31;

const stageRanks = stageCodes.map((code, position) => stages[code].rank * 100 + position);

/** The last change that is known. */
function changedAt({ changes }: Columns, agreement: number, known: number): number {
  const first = changes.first[agreement] ?? 0;
  for (let row = (changes.end[agreement] ?? 0) - 1; row >= first; row--) {
    const at = changes.at[row] ?? 0;
    if (at <= known) return at;
  }
  return none;
}

/** The last check by the day. */
function checkedOn({ checks }: Columns, { on, known }: Slice, agreement: number): number {
  let latest = none;
  for (let row = checks.first[agreement] ?? 0; row < (checks.end[agreement] ?? 0); row++) {
    const day = checks.latest[row] ?? 0;
    if (day <= on && day > latest && knownRow(checks, row, known)) latest = day;
  }
  return latest;
}

/** Numbers too large to share an exact one, by their ranks. */
function ranked(values: Float64Array): Float64Array {
  const sorted = Float64Array.from(values).sort();
  const ranks = new Map<number, number>();
  for (const value of sorted) if (!ranks.has(value)) ranks.set(value, ranks.size);
  return values.map((value) => (value === none ? none : (ranks.get(value) ?? none)));
}

type ValueOf = (agreement: number) => number;

/** The value of each agreement, none where it has none. */
function sortValue(columns: Columns, slice: Slice, word: SortWord): ValueOf {
  const { versions, periods, texts } = columns;
  const textOf = (word: "title" | "party"): ValueOf => {
    const ranks = ranksOf(texts[word]);
    return (agreement) => ranks[versions[word][slice.version[agreement] ?? 0] ?? 0] ?? none;
  };
  const values: Record<SortWord, () => ValueOf> = {
    signed: () => (agreement) => signedIn(columns, slice, agreement),
    stage: () => (agreement) => stageRanks[stageIn(columns, slice, agreement)] ?? 0,
    changed: () => {
      const at = Float64Array.from({ length: slice.size }, (_, agreement) =>
        changedAt(columns, agreement, slice.known),
      );
      const ranks = ranked(at);
      return (agreement) => ranks[agreement] ?? none;
    },
    checked: () => (agreement) => checkedOn(columns, slice, agreement),
    title: () => textOf("title"),
    party: () => textOf("party"),
    duration: () => (agreement) => {
      const row = slice.signing[agreement] ?? none;
      return row === none ? none : (periods.talksDays[row] ?? none);
    },
  };
  return values[word]();
}

function sortBy(columns: Columns, slice: Slice, word: SortWord): Order {
  const value = sortValue(columns, slice, word);
  const slugRanks = ranksOf(columns.slugs);
  const { sorted } = columns.slugs;
  const keys = new Float64Array(slice.size);
  let count = 0;
  let present = 0;
  for (let agreement = 0; agreement < slice.size; agreement++) {
    if (slice.version[agreement] === none) continue;
    const key = value(agreement);
    if (key !== none) present++;
    keys[count++] = (key === none ? missing : key) * room + (slugRanks[agreement] ?? 0);
  }
  const agreements = new Int32Array(count);
  const place = new Int32Array(slice.size).fill(none);
  keys
    .subarray(0, count)
    .sort()
    .forEach((key, index) => {
      const agreement = sorted[key % room] ?? 0;
      agreements[index] = agreement;
      place[agreement] = index;
    });
  return { agreements, present, place };
}

/** The order of a word, found out once for a slice. */
export function orderOf(columns: Columns, slice: Slice, word: SortWord): Order {
  const known = slice.orders.get(word);
  if (known) return known;
  const order = sortBy(columns, slice, word);
  slice.orders.set(word, order);
  return order;
}

/** The agreements in the order of `sort`, behind `after` (null: from the start). What has no value comes last, whichever way. */
export function* walk({ agreements, present, place }: Order, { descending }: Sort, after: number | null) {
  const length = agreements.length;
  // Descending, each of the two parts is read backwards: the place of step s, and the step of a place.
  const turn = (step: number): number =>
    step < present ? present - 1 - step : length - 1 - (step - present);
  const at = after === null ? none : (place[after] ?? none);
  const start = at === none ? 0 : (descending ? turn(at) : at) + 1;
  for (let step = start; step < length; step++) yield agreements[descending ? turn(step) : step] ?? 0;
}

/** The agreements of a slice in the order of a word. */
import { stageCodes, stages } from "#domain/stage.ts";
import type { SortWord } from "#domain/view.ts";
import { type Columns, knownRow, none, type Signatures } from "./columns.ts";
import { firstPlace } from "./numbers.ts";
import { signed } from "./paths.ts";
import type { Slice } from "./slice.ts";
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

/** The last change by the moment: later ones lie last. */
export function changedAt({ changes }: Columns, agreement: number, known: number): number {
  const first = changes.first.values[agreement] ?? 0;
  for (let row = (changes.end.values[agreement] ?? 0) - 1; row >= first; row--)
    if ((changes.at.values[row] ?? 0) <= known) return row;
  return none;
}

/** The row of the last check by the day. */
export function checkedOn({ checks }: Columns, { on, known }: Slice, agreement: number): number {
  let last = none;
  const end = checks.end.values[agreement] ?? 0;
  for (let row = checks.first.values[agreement] ?? 0; row < end; row++) {
    const day = checks.latest.values[row] ?? 0;
    if (day <= on && day > (checks.latest.values[last] ?? none) && knownRow(checks, row, known)) last = row;
  }
  return last;
}

type ValueOf = (agreement: number) => number;

/** The value of each agreement, none where it has none. */
function sortValue(columns: Columns, slice: Slice, word: Exclude<SortWord, "signed">): ValueOf {
  const { versions, periods, changes, checks } = columns;
  const textOf = (ranks: Int32Array, positions: Int32Array): ValueOf => {
    return (agreement) => ranks[positions[slice.version[agreement] ?? 0] ?? 0] ?? none;
  };
  const values: Record<Exclude<SortWord, "signed">, () => ValueOf> = {
    stage: () => (agreement) => stageRanks[slice.stage[agreement] ?? 0] ?? 0,
    changed: () => (agreement) => changes.at.values[changedAt(columns, agreement, slice.known)] ?? none,
    checked: () => (agreement) => checks.latest.values[checkedOn(columns, slice, agreement)] ?? none,
    title: () => textOf(ranksOf(columns.sortings), versions.sorting.values),
    party: () => textOf(ranksOf(columns.parties), versions.party.values),
    duration: () => (agreement) => periods.talksDays.values[slice.signing[agreement] ?? none] ?? none,
  };
  return values[word]();
}

/** Day and address of the signatures among the periods from `start` on, as one number each. */
function signatureKeys(columns: Columns, start: number): Float64Array {
  const { stage, from, agreement } = columns.periods;
  const slugRanks = ranksOf(columns.slugs);
  const keys = new Float64Array(stage.length - start);
  let count = 0;
  for (let row = start; row < stage.length; row++)
    if (stage.values[row] === signed)
      keys[count++] = (from.values[row] ?? 0) * room + (slugRanks[agreement.values[row] ?? 0] ?? 0);
  return keys.subarray(0, count).sort();
}

/** Whether an ascending list holds the key. */
function holds(keys: Float64Array, key: number): boolean {
  return keys[firstPlace(keys.length, (place) => (keys[place] ?? 0) >= key)] === key;
}

/** Two ascending lists as one, equal numbers once. */
function merged(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length);
  let [count, inA, inB] = [0, 0, 0];
  while (inA < a.length || inB < b.length) {
    const [one, two] = [a[inA] ?? Number.POSITIVE_INFINITY, b[inB] ?? Number.POSITIVE_INFINITY];
    const least = Math.min(one, two);
    if (one === least) inA++;
    if (two === least) inB++;
    if (both[count - 1] !== least) both[count++] = least;
  }
  return both.subarray(0, count);
}

/**
 * Every signature by its day and then by address. Also those that nobody knows of at the moment of the view: a slice
 * takes what is the day of its own. What an edit writes lies behind all others and is sorted in.
 */
function signaturesOf(columns: Columns): Signatures {
  const addresses = columns.slugs.list.length;
  const periods = columns.periods.stage.length;
  const held = columns.signatures;
  if (held?.periods === periods && held.addresses === addresses) return held;
  const before = held?.addresses === addresses ? held : null;
  const written = signatureKeys(columns, before?.periods ?? 0);
  // Mostly an edit writes again what was there.
  const fresh = before ? written.filter((key) => !holds(before.keys, key)) : written;
  if (before && fresh.length === 0) {
    before.periods = periods;
    return before;
  }
  const keys = before ? merged(before.keys, fresh) : fresh;
  columns.signatures = {
    periods,
    addresses,
    keys,
    day: Int32Array.from(keys, (key) => Math.floor(key / room)),
    agreement: Int32Array.from(keys, (key) => columns.slugs.sorted[key % room] ?? 0),
  };
  return columns.signatures;
}

/** By the day of the signature, without sorting again for another day. */
function sortBySignature(columns: Columns, slice: Slice): Order {
  const { version, signedOn, size } = slice;
  const signatures = signaturesOf(columns);
  const { sorted } = columns.slugs;
  const agreements = new Int32Array(size);
  const place = new Int32Array(size).fill(none);
  let count = 0;
  for (let index = 0; index < signatures.agreement.length; index++) {
    const day = signatures.day[index] ?? 0;
    if (day > slice.on) break;
    const agreement = signatures.agreement[index] ?? 0;
    // An agreement may have been signed again; the last time by the day is the one that it is sorted by.
    if (place[agreement] !== none || signedOn[agreement] !== day) continue;
    place[agreement] = count;
    agreements[count++] = agreement;
  }
  const present = count;
  for (let index = 0; index < sorted.length; index++) {
    const agreement = sorted[index] ?? 0;
    if (signedOn[agreement] !== none || (version[agreement] ?? none) === none) continue;
    place[agreement] = count;
    agreements[count++] = agreement;
  }
  return { agreements: agreements.subarray(0, count), present, place };
}

function sortBy(columns: Columns, slice: Slice, word: Exclude<SortWord, "signed">): Order {
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
  keys.subarray(0, count).sort();
  for (let index = 0; index < count; index++) {
    const agreement = sorted[(keys[index] ?? 0) % room] ?? 0;
    agreements[index] = agreement;
    place[agreement] = index;
  }
  return { agreements, present, place };
}

/** The order of a word, found out once for a slice. */
export function orderOf(columns: Columns, slice: Slice, word: SortWord): Order {
  const known = slice.orders.get(word);
  if (known) return known;
  const order = word === "signed" ? sortBySignature(columns, slice) : sortBy(columns, slice, word);
  slice.orders.set(word, order);
  return order;
}

/** How many of these, in the order of their signatures, are signed: the others lie behind them. */
export const signedAmong = ({ signedOn }: Pick<Slice, "signedOn">, agreements: Int32Array): number =>
  firstPlace(agreements.length, (place) => (signedOn[agreements[place] ?? 0] ?? none) === none);

/** The agreements of a slice in the order of a word. */
import { stageCodes, stages } from "#domain/stage.ts";
import type { SortWord } from "#domain/view.ts";
import { type Columns, knownRow, none, type Signatures } from "./columns.ts";
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

const signed = stageCodes.indexOf("signed");

/** Every signature known at the moment, whatever the day of the view, by its day and then by address. */
function signaturesOf(columns: Columns, { known, size }: Slice): Signatures {
  const addresses = columns.slugs.list.length;
  const held = columns.signatures;
  if (held?.known === known && held.addresses === addresses) return held;
  const { periods } = columns;
  const slugRanks = ranksOf(columns.slugs);
  const keys = new Float64Array(periods.stage.length);
  let count = 0;
  for (let agreement = 0; agreement < size; agreement++) {
    const end = periods.end.values[agreement] ?? 0;
    for (let row = periods.first.values[agreement] ?? 0; row < end; row++)
      if (periods.stage.values[row] === signed && knownRow(periods, row, known))
        keys[count++] = (periods.from.values[row] ?? 0) * room + (slugRanks[agreement] ?? 0);
  }
  const sorted = keys.subarray(0, count).sort();
  columns.signatures = {
    known,
    addresses,
    day: Int32Array.from(sorted, (key) => Math.floor(key / room)),
    agreement: Int32Array.from(sorted, (key) => columns.slugs.sorted[key % room] ?? 0),
  };
  return columns.signatures;
}

/** By the day of the signature, without sorting again for another day. */
function sortBySignature(columns: Columns, slice: Slice): Order {
  const { version, signedOn, size } = slice;
  const signatures = signaturesOf(columns, slice);
  const { sorted } = columns.slugs;
  const agreements = new Int32Array(size);
  const place = new Int32Array(size).fill(none);
  let count = 0;
  for (let index = 0; index < signatures.agreement.length; index++) {
    const agreement = signatures.agreement[index] ?? 0;
    // An agreement may have been signed again; the last time by the day is the one that it is sorted by.
    if (place[agreement] !== none || signedOn[agreement] !== signatures.day[index]) continue;
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

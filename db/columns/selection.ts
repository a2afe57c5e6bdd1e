/**
 * The agreements of a slice that meet some words, and how often each value of a facet is found among them. In the order
 * of their signatures, a filter by the day of the signature is a stretch of them, found by two searches and counted by
 * running counts. Whatever needs no order is done in that of the columns, where neighbours lie side by side in memory.
 */
import { type Filters, noFilters } from "#domain/view.ts";
import { type Columns, none } from "./columns.ts";
import { type FacetWord, facetValues, facetWords, fieldOf, isOfDay } from "./facet-field.ts";
import { firstPlace, listOf } from "./numbers.ts";
import { orderOf, signedAmong } from "./order.ts";
import type { Slice } from "./slice.ts";

export interface Selected {
  /** In the order of the columns. */
  agreements: Int32Array;
  /** How often each value of a word is found, by position; counted when it is first asked for. */
  totals: Map<FacetWord, Int32Array>;
}

export interface Selection extends Selected {
  /** What it shares with other days, where none of its words is of a day; else null. */
  everyDay: Selected | null;
  /** The same agreements in the order of their signatures; null until somebody needs it. */
  ordered: Ordered | null;
}

export interface Ordered {
  /** By the day of the signature and then by address; behind them those not signed by the day, by address. */
  agreements: Int32Array;
  /** How many are signed. */
  signed: number;
  /** Counts up to every so many agreements, by word; made when they are first asked for. */
  running: Map<FacetWord, Running>;
}

interface Running {
  /** How many values the word had when these were counted; what became one later is not in the selection. */
  size: number;
  /** A row of counts for each block, and one of zeros before them. */
  counts: Int32Array;
}

/** Selections that a slice and what is known keep, each; at 100,000 agreements up to 1 MB for one. */
const most = 12;

/** Keeps those that were asked for last. */
function keep<T>(kept: Map<string, T>, name: string, value: T): T {
  kept.delete(name);
  kept.set(name, value);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return value;
}
/** Agreements between two running counts. */
const block = 256;

/** The words of a selection: all but the days of the signature. */
export const wordsOf = (filters: Filters): Filters => ({ ...filters, signedFrom: null, signedTo: null });

function isBetween(columns: Columns, slice: Slice, codes: readonly string[]): (agreement: number) => boolean {
  const [a = none, b = none] = codes.map((code) => columns.countries.positionOf.get(code) ?? none);
  return (agreement) => {
    const sides = listOf(columns.versions.sides, slice.version[agreement] ?? none);
    const opposite = (one: number, two: number) => sides.includes(one * 2) && sides.includes(two * 2 + 1);
    return opposite(a, b) || opposite(b, a);
  };
}

/** Every agreement that is known. */
function allOf({ version, size }: Slice): Int32Array {
  const all = new Int32Array(size);
  let count = 0;
  for (let agreement = 0; agreement < size; agreement++)
    if ((version[agreement] ?? none) !== none) all[count++] = agreement;
  return all.subarray(0, count);
}

/** Those of `agreements` that meet the facets among the words. */
function narrow(columns: Columns, slice: Slice, agreements: Int32Array, filters: Filters): Int32Array {
  let kept = agreements;
  for (const word of facetWords) {
    const chosen: readonly string[] = filters[word];
    if (chosen.length === 0) continue;
    const marks = Uint8Array.from(facetValues(columns, word), (value) => (chosen.includes(value) ? 1 : 0));
    kept = fieldOf(columns, slice, word).keep(kept, marks);
  }
  return kept;
}

/** What no day has a part in. */
const everyDay = { stage: [], flag: [] } as const;

/** The agreements that meet the words of every day. */
function selectedOn(columns: Columns, slice: Slice, words: Filters, found: Uint8Array | null): Selected {
  const { selections } = slice.knowledge;
  const name = JSON.stringify(words);
  const known = selections.get(name);
  if (known) return keep(selections, name, known);
  const all = allOf(slice);
  const searched = found ? all.filter((agreement) => found[agreement] === 1) : all;
  const narrowed = narrow(columns, slice, searched, words);
  const agreements = words.between ? narrowed.filter(isBetween(columns, slice, words.between)) : narrowed;
  return keep(selections, name, { agreements, totals: new Map() });
}

/** The first place in `agreements`, before `end`, whose value is `least` or more; values ascend. */
export const placeOf = (agreements: Int32Array, end: number, values: Int32Array, least: number): number =>
  firstPlace(end, (place) => (values[agreements[place] ?? 0] ?? none) >= least);

/** `found`: 1 for each agreement that the full text search found; null where nothing was searched for. */
export function selectionOf(
  columns: Columns,
  slice: Slice,
  words: Filters,
  found: Uint8Array | null,
): Selection {
  const name = JSON.stringify(words);
  const known = slice.selections.get(name);
  if (known) return keep(slice.selections, name, known);
  const selected = selectedOn(columns, slice, { ...words, ...everyDay }, found);
  const isOfEveryDay = words.stage.length === 0 && words.flag.length === 0;
  return keep(slice.selections, name, {
    agreements: isOfEveryDay
      ? selected.agreements
      : narrow(columns, slice, selected.agreements, { ...noFilters, stage: words.stage, flag: words.flag }),
    totals: new Map(),
    everyDay: isOfEveryDay ? selected : null,
    ordered: null,
  });
}

/** The selection in the order of its signatures. */
export function orderedOf(columns: Columns, slice: Slice, selection: Selection): Ordered {
  if (selection.ordered) return selection.ordered;
  const order = orderOf(columns, slice, "signed");
  const isAll = selection.agreements.length === order.agreements.length;
  const isIn = new Uint8Array(slice.size);
  if (!isAll) for (const agreement of selection.agreements) isIn[agreement] = 1;
  const agreements = isAll ? order.agreements : order.agreements.filter((agreement) => isIn[agreement] === 1);
  selection.ordered = { agreements, signed: signedAmong(slice, agreements), running: new Map() };
  return selection.ordered;
}

/** How often each value of the word is found in the whole selection; values by position. */
export function totalsOf(columns: Columns, slice: Slice, selection: Selection, word: FacetWord): Int32Array {
  const { agreements, totals } = isOfDay(word) ? selection : (selection.everyDay ?? selection);
  const known = totals.get(word);
  if (known) return known;
  const counts = new Int32Array(facetValues(columns, word).length);
  fieldOf(columns, slice, word).tally(agreements, 0, agreements.length, counts, 1);
  totals.set(word, counts);
  return counts;
}

function runningCounts(columns: Columns, slice: Slice, ordered: Ordered, word: FacetWord): Running {
  const known = ordered.running.get(word);
  if (known) return known;
  const { agreements } = ordered;
  const { tally } = fieldOf(columns, slice, word);
  const size = facetValues(columns, word).length;
  const blocks = Math.floor(agreements.length / block);
  const running = { size, counts: new Int32Array((blocks + 1) * size) };
  const sum = new Int32Array(size);
  for (let number = 0; number < blocks; number++) {
    tally(agreements, number * block, (number + 1) * block, sum, 1);
    running.counts.set(sum, (number + 1) * size);
  }
  ordered.running.set(word, running);
  return running;
}

/** How often each value of the word is found from place `start` up to `end` of the order; values by position. */
export function countsIn(
  columns: Columns,
  slice: Slice,
  ordered: Ordered,
  word: FacetWord,
  [start, end]: readonly [number, number],
): Int32Array {
  const { size, counts: running } = runningCounts(columns, slice, ordered, word);
  const { tally } = fieldOf(columns, slice, word);
  const counts = new Int32Array(size);
  const [first, last] = [Math.floor(start / block), Math.floor(end / block)];
  for (let value = 0; value < size; value++)
    counts[value] = (running[last * size + value] ?? 0) - (running[first * size + value] ?? 0);
  tally(ordered.agreements, first * block, start, counts, -1);
  tally(ordered.agreements, last * block, end, counts, 1);
  return counts;
}

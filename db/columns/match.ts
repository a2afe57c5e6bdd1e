/** Which agreements of a slice meet the filters: a stretch of a selection, its facets, and pages of it in any order. */
import type { Filters, Sort } from "#domain/view.ts";
import { type Columns, dayKey, none } from "./columns.ts";
import { type FacetWord, facetWords } from "./facet-field.ts";
import { orderOf } from "./order.ts";
import { countsIn, type Ordered, orderedOf, placeOf, selectionOf, totalsOf, wordsOf } from "./selection.ts";
import type { Slice } from "./slice.ts";

export interface Match {
  filters: Filters;
  /** 1 for each agreement that the full text search found; null where nothing was searched for. */
  found: Uint8Array | null;
  /** In whatever order. */
  agreements: Int32Array;
}

/** The places between the days of the filters. */
function stretchOf(
  slice: Slice,
  { agreements, signed }: Ordered,
  { signedFrom, signedTo }: Filters,
): readonly [number, number] {
  const before = (day: number) => placeOf(agreements, signed, slice.signedOn, day);
  const start = signedFrom === null ? 0 : before(dayKey(signedFrom));
  const end = signedTo === null ? signed : before(dayKey(signedTo) + 1);
  return [start, Math.max(start, end)];
}

const asksForDays = ({ signedFrom, signedTo }: Filters): boolean => signedFrom !== null || signedTo !== null;

/** The agreements of a match in the order of their signatures, those not signed last, and how many are signed. */
export function bySignature(
  columns: Columns,
  slice: Slice,
  { filters, found }: Pick<Match, "filters" | "found">,
): Pick<Ordered, "agreements" | "signed"> {
  const ordered = orderedOf(columns, slice, selectionOf(columns, slice, wordsOf(filters), found));
  if (!asksForDays(filters)) return ordered;
  const [start, end] = stretchOf(slice, ordered, filters);
  return { agreements: ordered.agreements.subarray(start, end), signed: end - start };
}

export function takeMatch(columns: Columns, slice: Slice, filters: Filters, found: Uint8Array | null): Match {
  const { agreements } = asksForDays(filters)
    ? bySignature(columns, slice, { filters, found })
    : selectionOf(columns, slice, filters, found);
  return { filters, found, agreements };
}

/** By word: how many agreements each value has among those that meet all the other words; values by position. */
export function facetCounts(
  columns: Columns,
  slice: Slice,
  { filters, found }: Match,
): Record<FacetWord, Int32Array> {
  const countsOf = (word: FacetWord) => {
    // A facet leaves its own word out.
    const selection = selectionOf(columns, slice, { ...wordsOf(filters), [word]: [] }, found);
    if (!asksForDays(filters)) return totalsOf(columns, slice, selection, word);
    const ordered = orderedOf(columns, slice, selection);
    return countsIn(columns, slice, ordered, word, stretchOf(slice, ordered, filters));
  };
  return Object.fromEntries(facetWords.map((word) => [word, countsOf(word)])) as Record<
    FacetWord,
    Int32Array
  >;
}

/** 1 for each agreement of the slice that is met. */
export function metIn({ size }: Pick<Slice, "size">, { agreements }: Match): Uint8Array {
  const met = new Uint8Array(size);
  for (let index = 0; index < agreements.length; index++) met[agreements[index] ?? 0] = 1;
  return met;
}

/** Agreements in an ascending order, those with a value first. */
interface InOrder {
  agreements: Int32Array;
  present: number;
}

export interface Part {
  sort: Sort;
  /** The agreement behind which to begin; null for the start. */
  after: number | null;
  limit: number;
}

/** The agreements of a match in the order of a word, behind any of them: no more than `limit`. */
export function partOf(columns: Columns, slice: Slice, match: Match, { sort, after, limit }: Part): number[] {
  const order = orderOf(columns, slice, sort.word);
  // In the order of the signatures the match lies already; in another one it must be looked for.
  const isOwn = sort.word === "signed";
  const own = isOwn ? bySignature(columns, slice, match) : null;
  const { agreements, present }: InOrder = own ? { ...own, present: own.signed } : order;
  const met = isOwn ? null : metIn(slice, match);
  const { length } = agreements;
  // Descending, each of the two parts is read backwards: the place of step s.
  const turn = (step: number): number =>
    step < present ? present - 1 - step : length - 1 - (step - present);
  const at = after === null ? none : (order.place[after] ?? none);
  let step = 0;
  if (at !== none && !sort.descending) step = placeOf(agreements, length, order.place, at + 1);
  else if (at !== none) {
    const behind = placeOf(agreements, length, order.place, at);
    step = at < order.present ? present - behind : present + length - behind;
  }
  const found: number[] = [];
  for (; step < length && found.length < limit; step++) {
    const agreement = agreements[sort.descending ? turn(step) : step] ?? 0;
    if (met === null || met[agreement] === 1) found.push(agreement);
  }
  return found;
}

/** Which agreements of a slice meet the filters, and how many each value of a facet would show: one walk for both. */
import { stageCodes } from "#domain/stage.ts";
import { flagCodes } from "#domain/standing.ts";
import type { Filters } from "#domain/view.ts";
import type { Facets } from "#domain/wire.ts";
import { type Columns, dayKey, knownRow, none } from "./columns.ts";
import { type Lists, listEnd, listOf, listStart, type Numbers } from "./numbers.ts";
import type { Slice } from "./slice.ts";

export type FacetWord = keyof Facets;

export interface Match {
  /** 1 for each agreement that meets all words. */
  met: Uint8Array;
  total: number;
  /** By word: how many agreements each value has among those that meet all the other words; values by position. */
  counts: Record<FacetWord, Uint32Array>;
}

const facetWords = ["stage", "type", "framework", "profile", "tag", "party", "flag"] as const;

/** The vocabulary of a facet, in the order of its positions. */
export function facetValues(columns: Columns, word: FacetWord): readonly string[] {
  const lists: Record<FacetWord, readonly string[]> = {
    stage: stageCodes,
    type: columns.types.list,
    framework: columns.frameworks.list,
    profile: columns.profiles.list,
    tag: columns.tags.list,
    party: columns.countries.list,
    flag: flagCodes,
  };
  return lists[word];
}

/** One facet: whether an agreement has a chosen value, and its values counted. Takes the agreement and its version. */
interface Facet {
  counts: Uint32Array;
  asks: boolean;
  meets: (agreement: number, version: number) => boolean;
  count: (agreement: number, version: number) => void;
}

/** A facet of one value for each row, none where there is none. */
function single(marks: Uint8Array | null, size: number, value: (a: number, v: number) => number): Facet {
  const counts = new Uint32Array(size);
  return {
    counts,
    asks: marks !== null,
    meets: (agreement, version) => marks?.[value(agreement, version)] === 1,
    count: (agreement, version) => {
      const found = value(agreement, version);
      if (found !== none) counts[found] = (counts[found] ?? 0) + 1;
    },
  };
}

/** A facet of some values for each version; a value lies `shift` bits to the left. */
function several(marks: Uint8Array | null, size: number, lists: Lists, shift: number): Facet {
  const counts = new Uint32Array(size);
  return {
    counts,
    asks: marks !== null,
    meets: (_agreement, version) => {
      const values = lists.all.values;
      for (let at = listStart(lists, version); at < listEnd(lists, version); at++)
        if (marks?.[(values[at] ?? 0) >> shift] === 1) return true;
      return false;
    },
    count: (_agreement, version) => {
      const values = lists.all.values;
      for (let at = listStart(lists, version); at < listEnd(lists, version); at++) {
        const value = (values[at] ?? 0) >> shift;
        counts[value] = (counts[value] ?? 0) + 1;
      }
    },
  };
}

/** The flags that an agreement has on the day, each by its position. */
export function* flagsOn({ flags }: Columns, { on, known }: Slice, agreement: number) {
  const end = flags.end.values[agreement] ?? 0;
  for (let row = flags.first.values[agreement] ?? 0; row < end; row++) {
    const held = (flags.from.values[row] ?? 0) <= on && (flags.to.values[row] ?? 0) > on;
    if (held && knownRow(flags, row, known)) yield flags.flag.values[row] ?? 0;
  }
}

function flagged(marks: Uint8Array | null, columns: Columns, slice: Slice): Facet {
  const counts = new Uint32Array(flagCodes.length);
  return {
    counts,
    asks: marks !== null,
    meets: (agreement) => {
      for (const flag of flagsOn(columns, slice, agreement)) if (marks?.[flag] === 1) return true;
      return false;
    },
    count: (agreement) => {
      for (const flag of flagsOn(columns, slice, agreement)) counts[flag] = (counts[flag] ?? 0) + 1;
    },
  };
}

function facetsFor(columns: Columns, slice: Slice, filters: Filters): Record<FacetWord, Facet> {
  const { versions } = columns;
  const size = (word: FacetWord) => facetValues(columns, word).length;
  /** The chosen values as marks by position; null where the word asks for nothing. */
  const marks = (word: FacetWord): Uint8Array | null => {
    const chosen: readonly string[] = filters[word];
    if (chosen.length === 0) return null;
    return Uint8Array.from(facetValues(columns, word), (value) => (chosen.includes(value) ? 1 : 0));
  };
  const field = (word: FacetWord, { values }: Numbers) =>
    single(marks(word), size(word), (_agreement, version) => values[version] ?? none);
  return {
    stage: single(marks("stage"), size("stage"), (agreement) => slice.stage[agreement] ?? none),
    type: field("type", versions.type),
    framework: field("framework", versions.framework),
    profile: field("profile", versions.profile),
    tag: several(marks("tag"), size("tag"), versions.tags, 0),
    party: several(marks("party"), size("party"), versions.sides, 1),
    flag: flagged(marks("flag"), columns, slice),
  };
}

type Question = (agreement: number, version: number) => boolean;

/** What the words that are no facets ask of an agreement. */
function besides(columns: Columns, slice: Slice, filters: Filters, found: Uint8Array | null): Question[] {
  const { versions, countries } = columns;
  const asked: Question[] = [];
  if (found) asked.push((agreement) => found[agreement] === 1);
  if (filters.between) {
    const [a = none, b = none] = filters.between.map((code) => countries.positionOf.get(code) ?? none);
    asked.push((_agreement, version) => {
      const sides = listOf(versions.sides, version);
      const opposite = (one: number, two: number) => sides.includes(one * 2) && sides.includes(two * 2 + 1);
      return opposite(a, b) || opposite(b, a);
    });
  }
  if (filters.signedFrom !== null || filters.signedTo !== null) {
    const from = filters.signedFrom === null ? 0 : dayKey(filters.signedFrom);
    const to = filters.signedTo === null ? Number.POSITIVE_INFINITY : dayKey(filters.signedTo);
    asked.push((agreement) => {
      const day = slice.signedOn[agreement] ?? none;
      return day !== none && day >= from && day <= to;
    });
  }
  return asked;
}

/** `found`: 1 for each agreement that the full text search found; null where nothing was searched for. */
export function takeMatch(columns: Columns, slice: Slice, filters: Filters, found: Uint8Array | null): Match {
  const byWord = facetsFor(columns, slice, filters);
  const facets = facetWords.map((word) => byWord[word]);
  const asking = facets.filter(({ asks }) => asks);
  const questions = besides(columns, slice, filters, found);
  const met = new Uint8Array(slice.size);
  let total = 0;
  for (let agreement = 0; agreement < slice.size; agreement++) {
    const version = slice.version[agreement] ?? none;
    if (version === none || !questions.every((meets) => meets(agreement, version))) continue;
    // A facet leaves its own word out, so an agreement that fails one word alone still counts under that one.
    let failing: Facet | null = null;
    let fails = 0;
    for (const facet of asking) {
      if (facet.meets(agreement, version)) continue;
      failing = facet;
      if (++fails > 1) break;
    }
    if (fails > 1) continue;
    if (failing !== null) {
      failing.count(agreement, version);
      continue;
    }
    met[agreement] = 1;
    total++;
    for (const facet of facets) facet.count(agreement, version);
  }
  const counts = Object.fromEntries(facetWords.map((word) => [word, byWord[word].counts]));
  return { met, total, counts: counts as Match["counts"] };
}

/** Which agreements of a slice meet the filters, and how many each value of a facet would show: one walk for both. */
import { stageCodes } from "#domain/stage.ts";
import { flagCodes } from "#domain/standing.ts";
import type { Filters } from "#domain/view.ts";
import type { Facets } from "#domain/wire.ts";
import { type Columns, dayKey, knownRow, none } from "./columns.ts";
import { type Slice, signedIn, stageIn } from "./slice.ts";

export type FacetWord = keyof Facets;

export interface Match {
  /** 1 for each agreement that meets all words. */
  met: Uint8Array;
  total: number;
  /** By word: how many agreements each value has among those that meet all the other words; values by position. */
  counts: Record<FacetWord, Uint32Array>;
}

/** The values of an agreement under a word. */
type ValuesOf = (agreement: number, visit: (value: number) => void) => void;

const facetWords: readonly FacetWord[] = ["stage", "type", "framework", "profile", "tag", "party", "flag"];

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

function valuesOf(columns: Columns, slice: Slice): Record<FacetWord, ValuesOf> {
  const { versions, flags } = columns;
  const field =
    (column: readonly number[]): ValuesOf =>
    (agreement, visit) => {
      const value = column[slice.version[agreement] ?? 0] ?? none;
      if (value !== none) visit(value);
    };
  return {
    stage: (agreement, visit) => visit(stageIn(columns, slice, agreement)),
    type: field(versions.type),
    framework: field(versions.framework),
    profile: field(versions.profile),
    tag: (agreement, visit) => versions.tags[slice.version[agreement] ?? 0]?.forEach(visit),
    party: (agreement, visit) => {
      for (const side of versions.sides[slice.version[agreement] ?? 0] ?? []) side.forEach(visit);
    },
    flag: (agreement, visit) => {
      const end = flags.end[agreement] ?? 0;
      for (let row = flags.first[agreement] ?? 0; row < end; row++) {
        const held = (flags.from[row] ?? 0) <= slice.on && (flags.to[row] ?? 0) > slice.on;
        if (held && knownRow(flags, row, slice.known)) visit(flags.flag[row] ?? 0);
      }
    },
  };
}

/** What the words that are no facets ask of an agreement. */
function askedBesides(columns: Columns, slice: Slice, filters: Filters, found: ReadonlySet<number> | null) {
  const { versions } = columns;
  const asked: ((agreement: number) => boolean)[] = [];
  if (found) asked.push((agreement) => found.has(columns.ids[agreement] ?? none));
  if (filters.between) {
    const [a = none, b = none] = filters.between.map(
      (code) => columns.countries.positionOf.get(code) ?? none,
    );
    asked.push((agreement) => {
      const [one = [], two = []] = versions.sides[slice.version[agreement] ?? 0] ?? [];
      return (one.includes(a) && two.includes(b)) || (one.includes(b) && two.includes(a));
    });
  }
  if (filters.signedFrom !== null || filters.signedTo !== null) {
    const from = filters.signedFrom === null ? 0 : dayKey(filters.signedFrom);
    const to = filters.signedTo === null ? Number.POSITIVE_INFINITY : dayKey(filters.signedTo);
    asked.push((agreement) => {
      const day = signedIn(columns, slice, agreement);
      return day !== none && day >= from && day <= to;
    });
  }
  return asked;
}

/** The chosen values of a facet as marks by position; null where the word asks for nothing. */
function marksOf(values: readonly string[], chosen: readonly string[]): Uint8Array | null {
  if (chosen.length === 0) return null;
  return Uint8Array.from(values, (value) => (chosen.includes(value) ? 1 : 0));
}

/** `found`: the keys of the agreements that the full text search found; null where nothing was searched for. */
export function takeMatch(
  columns: Columns,
  slice: Slice,
  filters: Filters,
  found: ReadonlySet<number> | null,
): Match {
  const values = valuesOf(columns, slice);
  const besides = askedBesides(columns, slice, filters, found);
  const facets = facetWords.map((word) => ({
    valuesOf: values[word],
    counts: new Uint32Array(facetValues(columns, word).length),
    marks: marksOf(facetValues(columns, word), filters[word]),
  }));
  const asking = facets.filter(({ marks }) => marks !== null);
  const met = new Uint8Array(slice.size);
  let total = 0;
  for (let agreement = 0; agreement < slice.size; agreement++) {
    if (slice.version[agreement] === none || !besides.every((meets) => meets(agreement))) continue;
    // A facet leaves its own word out, so an agreement that fails one word alone still counts under that one.
    let failing: (typeof facets)[number] | null = null;
    let fails = 0;
    for (const facet of asking) {
      let meets = false;
      facet.valuesOf(agreement, (value) => {
        meets ||= facet.marks?.[value] === 1;
      });
      if (meets) continue;
      failing = facet;
      if (++fails > 1) break;
    }
    if (fails > 1) continue;
    if (failing === null) {
      met[agreement] = 1;
      total++;
    }
    for (const { valuesOf, counts } of failing === null ? facets : [failing])
      valuesOf(agreement, (value) => {
        counts[value] = (counts[value] ?? 0) + 1;
      });
  }
  const [stage, type, framework, profile, tag, party, flag] = facets.map(({ counts }) => counts);
  const empty = new Uint32Array(0);
  return {
    met,
    total,
    counts: {
      stage: stage ?? empty,
      type: type ?? empty,
      framework: framework ?? empty,
      profile: profile ?? empty,
      tag: tag ?? empty,
      party: party ?? empty,
      flag: flag ?? empty,
    },
  };
}

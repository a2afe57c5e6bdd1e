/** How each word that is a facet reads the agreements of a slice: which to keep for chosen values, and how to count them. */
import { stageCodes } from "#domain/stage.ts";
import { flagCodes } from "#domain/standing.ts";
import type { Facets } from "#domain/wire.ts";
import { type Columns, knownRow, none } from "./columns.ts";
import type { Lists } from "./numbers.ts";
import type { Slice } from "./slice.ts";

export type FacetWord = keyof Facets;

/** What many days share comes first; of that, what looks at one number of an agreement. */
export const facetWords = ["type", "framework", "profile", "tag", "party", "stage", "flag"] as const;

type DayWord = "stage" | "flag";
/** True for what stands differently on another day; the other words are fields of an agreement. */
export const isOfDay = (word: FacetWord): word is DayWord => word === "stage" || word === "flag";

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

/** A loop for each kind of field is many times faster than a question for each agreement. */
export interface FacetField {
  /** The agreements that have a marked value, in their order; `marks` by position. */
  keep: (agreements: Int32Array, marks: Uint8Array) => Int32Array;
  /** Adds how often each value is found from `start` up to `end`, or takes it away. */
  tally: (agreements: Int32Array, start: number, end: number, counts: Int32Array, sign: 1 | -1) => void;
}

/** A field of one value for each agreement, none where there is none. */
const single = (values: Int32Array): FacetField => ({
  keep(agreements, marks) {
    const kept = new Int32Array(agreements.length);
    let count = 0;
    for (let index = 0; index < agreements.length; index++) {
      const agreement = agreements[index] ?? 0;
      if (marks[values[agreement] ?? none] === 1) kept[count++] = agreement;
    }
    return kept.slice(0, count);
  },
  tally(agreements, start, end, counts, sign) {
    for (let index = start; index < end; index++) {
      const value = values[agreements[index] ?? 0] ?? none;
      if (value !== none) counts[value] = (counts[value] ?? 0) + sign;
    }
  },
});

/** A field of some values for each version; a value lies `shift` bits to the left. */
function several(lists: Lists, shift: number, version: Int32Array): FacetField {
  // Of this moment: what is written later lies behind all that the versions of a slice point at.
  const [all, ends] = [lists.all.values, lists.ends.values];
  const startOf = (row: number): number => (row === 0 ? 0 : (ends[row - 1] ?? 0));
  return {
    keep(agreements, marks) {
      const kept = new Int32Array(agreements.length);
      let count = 0;
      for (let index = 0; index < agreements.length; index++) {
        const agreement = agreements[index] ?? 0;
        const row = version[agreement] ?? 0;
        const end = ends[row] ?? 0;
        for (let at = startOf(row); at < end; at++)
          if (marks[(all[at] ?? 0) >> shift] === 1) {
            kept[count++] = agreement;
            break;
          }
      }
      return kept.slice(0, count);
    },
    tally(agreements, start, end, counts, sign) {
      for (let index = start; index < end; index++) {
        const row = version[agreements[index] ?? 0] ?? 0;
        const last = ends[row] ?? 0;
        for (let at = startOf(row); at < last; at++) {
          const value = (all[at] ?? 0) >> shift;
          counts[value] = (counts[value] ?? 0) + sign;
        }
      }
    },
  };
}

/** Flags as bits by their positions. */
const flagged = (bits: Uint8Array): FacetField => ({
  keep(agreements, marks) {
    let wanted = 0;
    for (const [flag, mark] of marks.entries()) wanted |= mark << flag;
    return agreements.filter((agreement) => ((bits[agreement] ?? 0) & wanted) !== 0);
  },
  tally(agreements, start, end, counts, sign) {
    for (let index = start; index < end; index++) {
      const held = bits[agreements[index] ?? 0] ?? 0;
      if (held === 0) continue;
      for (let flag = 0; flag < flagCodes.length; flag++)
        counts[flag] = (counts[flag] ?? 0) + sign * ((held >> flag) & 1);
    }
  },
});

/** The flags that each agreement has on the day. */
function flagBits({ flags }: Columns, { on, known, size }: Slice): Uint8Array {
  const bits = new Uint8Array(size);
  const [first, end] = [flags.first.values, flags.end.values];
  for (let agreement = 0; agreement < size; agreement++)
    for (let row = first[agreement] ?? 0; row < (end[agreement] ?? 0); row++) {
      const held = (flags.from.values[row] ?? 0) <= on && (flags.to.values[row] ?? 0) > on;
      if (held && knownRow(flags, row, known))
        bits[agreement] = (bits[agreement] ?? 0) | (1 << (flags.flag.values[row] ?? 0));
    }
  return bits;
}

/** The values of the versions, by agreement. */
function byAgreement(values: Int32Array, version: Int32Array): Int32Array {
  const found = new Int32Array(version.length);
  for (let agreement = 0; agreement < version.length; agreement++)
    found[agreement] = values[version[agreement] ?? none] ?? none;
  return found;
}

export type DayFields = Record<DayWord, FacetField>;
export type VersionFields = Record<Exclude<FacetWord, DayWord>, FacetField>;

const dayFields = (columns: Columns, slice: Slice): DayFields => ({
  stage: single(slice.stage),
  flag: flagged(flagBits(columns, slice)),
});

const versionFields = ({ versions }: Columns, version: Int32Array): VersionFields => ({
  type: single(byAgreement(versions.type.values, version)),
  framework: single(byAgreement(versions.framework.values, version)),
  profile: single(byAgreement(versions.profile.values, version)),
  tag: several(versions.tags, 0, version),
  party: several(versions.sides, 1, version),
});

/** The field of a word in a slice. */
export function fieldOf(columns: Columns, slice: Slice, word: FacetWord): FacetField {
  if (isOfDay(word)) {
    slice.fields ??= dayFields(columns, slice);
    return slice.fields[word];
  }
  slice.knowledge.fields ??= versionFields(columns, slice.version);
  return slice.knowledge.fields[word];
}

/** Which agreements of a slice meet the filters, and how many each value of a facet would show: one walk for both. */
import { stageCodes } from "#domain/stage.ts";
import { flagCodes } from "#domain/standing.ts";
import type { Filters } from "#domain/view.ts";
import type { Facets } from "#domain/wire.ts";
import { type Columns, dayKey, knownRow, none } from "./columns.ts";
import { type Lists, listOf } from "./numbers.ts";
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

/** Of each agreement while a match is taken: out, met, or the mark of the one word that it fails. */
type State = Int8Array;
const out = -1;
const met = 0;

/** One facet, walked through as a whole: a loop for each is many times faster than a question for each agreement. */
interface Facet {
  counts: Uint32Array;
  /** Writes `mark` where no chosen value is; what failed before is out. */
  fail: (state: State, mark: number) => void;
  /** Counts the values of these agreements. */
  tally: (agreements: Int32Array) => void;
}

/** The chosen values as marks by position; null where the word asks for nothing. */
type Marks = Uint8Array | null;

const failed = (state: State, agreement: number, mark: number): void => {
  state[agreement] = state[agreement] === met ? mark : out;
};

/** A facet of one value for each agreement, none where there is none. */
function single(marks: Marks, size: number, values: Int32Array): Facet {
  const counts = new Uint32Array(size);
  return {
    counts,
    fail(state, mark) {
      if (marks === null) return;
      for (let agreement = 0; agreement < state.length; agreement++)
        if (state[agreement] !== out && marks[values[agreement] ?? none] !== 1)
          failed(state, agreement, mark);
    },
    tally(agreements) {
      for (let index = 0; index < agreements.length; index++) {
        const value = values[agreements[index] ?? 0] ?? none;
        if (value !== none) counts[value] = (counts[value] ?? 0) + 1;
      }
    },
  };
}

/** A facet of some values for each version; a value lies `shift` bits to the left. */
function several(marks: Marks, size: number, lists: Lists, shift: number, version: Int32Array): Facet {
  const counts = new Uint32Array(size);
  const [values, ends] = [lists.all.values, lists.ends.values];
  const hasChosen = (row: number): boolean => {
    const end = ends[row] ?? 0;
    for (let at = ends[row - 1] ?? 0; at < end; at++)
      if (marks?.[(values[at] ?? 0) >> shift] === 1) return true;
    return false;
  };
  return {
    counts,
    fail(state, mark) {
      if (marks === null) return;
      for (let agreement = 0; agreement < state.length; agreement++)
        if (state[agreement] !== out && !hasChosen(version[agreement] ?? 0)) failed(state, agreement, mark);
    },
    tally(agreements) {
      for (let index = 0; index < agreements.length; index++) {
        const row = version[agreements[index] ?? 0] ?? 0;
        const end = ends[row] ?? 0;
        for (let at = ends[row - 1] ?? 0; at < end; at++) {
          const value = (values[at] ?? 0) >> shift;
          counts[value] = (counts[value] ?? 0) + 1;
        }
      }
    },
  };
}

/** What facets read of each agreement, found out once for a slice. */
export interface Fields {
  type: Int32Array;
  framework: Int32Array;
  profile: Int32Array;
  /** The flags that it has on the day, as bits by their positions. */
  flags: Uint8Array;
}

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

function flagged(marks: Marks, bits: Uint8Array): Facet {
  const counts = new Uint32Array(flagCodes.length);
  let wanted = 0;
  for (const [flag, mark] of (marks ?? []).entries()) wanted |= mark << flag;
  return {
    counts,
    fail(state, mark) {
      if (marks === null) return;
      for (let agreement = 0; agreement < state.length; agreement++)
        if (state[agreement] !== out && ((bits[agreement] ?? 0) & wanted) === 0)
          failed(state, agreement, mark);
    },
    tally(agreements) {
      for (let index = 0; index < agreements.length; index++) {
        const held = bits[agreements[index] ?? 0] ?? 0;
        if (held === 0) continue;
        for (let flag = 0; flag < counts.length; flag++)
          counts[flag] = (counts[flag] ?? 0) + ((held >> flag) & 1);
      }
    },
  };
}

/** The values of the versions, by agreement. */
function byAgreement(values: Int32Array, { version, size }: Slice): Int32Array {
  const found = new Int32Array(size);
  for (let agreement = 0; agreement < size; agreement++)
    found[agreement] = values[version[agreement] ?? none] ?? none;
  return found;
}

function fieldsOf(columns: Columns, slice: Slice): Fields {
  const { type, framework, profile } = columns.versions;
  return {
    type: byAgreement(type.values, slice),
    framework: byAgreement(framework.values, slice),
    profile: byAgreement(profile.values, slice),
    flags: flagBits(columns, slice),
  };
}

function facetsFor(columns: Columns, slice: Slice, filters: Filters): Record<FacetWord, Facet> {
  const { versions } = columns;
  slice.fields ??= fieldsOf(columns, slice);
  const { fields } = slice;
  const size = (word: FacetWord) => facetValues(columns, word).length;
  const marks = (word: FacetWord): Marks => {
    const chosen: readonly string[] = filters[word];
    if (chosen.length === 0) return null;
    return Uint8Array.from(facetValues(columns, word), (value) => (chosen.includes(value) ? 1 : 0));
  };
  const field = (word: FacetWord, values: Int32Array) => single(marks(word), size(word), values);
  return {
    stage: field("stage", slice.stage),
    type: field("type", fields.type),
    framework: field("framework", fields.framework),
    profile: field("profile", fields.profile),
    tag: several(marks("tag"), size("tag"), versions.tags, 0, slice.version),
    party: several(marks("party"), size("party"), versions.sides, 1, slice.version),
    flag: flagged(marks("flag"), fields.flags),
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

const noOne = new Int32Array();

/** The agreements that are met, and behind them those of each mark. */
function sorted(state: State): Int32Array[] {
  const sizes = new Int32Array(facetWords.length + 1);
  for (let agreement = 0; agreement < state.length; agreement++) {
    const mark = state[agreement] ?? out;
    if (mark !== out) sizes[mark] = (sizes[mark] ?? 0) + 1;
  }
  const lists = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let agreement = 0; agreement < state.length; agreement++) {
    const mark = state[agreement] ?? out;
    const list = lists[mark];
    if (list === undefined) continue;
    const at = sizes[mark] ?? 0;
    list[at] = agreement;
    sizes[mark] = at + 1;
  }
  return lists;
}

/** `found`: 1 for each agreement that the full text search found; null where nothing was searched for. */
export function takeMatch(columns: Columns, slice: Slice, filters: Filters, found: Uint8Array | null): Match {
  const byWord = facetsFor(columns, slice, filters);
  const questions = besides(columns, slice, filters, found);
  const state: State = new Int8Array(slice.size);
  for (let agreement = 0; agreement < slice.size; agreement++) {
    const version = slice.version[agreement] ?? none;
    if (version === none) state[agreement] = out;
    else if (questions.length > 0 && !questions.every((meets) => meets(agreement, version)))
      state[agreement] = out;
  }
  // A facet leaves its own word out, so an agreement that fails one word alone still counts under that one.
  for (const [index, word] of facetWords.entries()) byWord[word].fail(state, index + 1);
  const [all = noOne, ...failing] = sorted(state);
  for (const [index, word] of facetWords.entries()) {
    byWord[word].tally(all);
    byWord[word].tally(failing[index] ?? noOne);
  }
  const isMet = new Uint8Array(slice.size);
  for (let index = 0; index < all.length; index++) isMet[all[index] ?? 0] = 1;
  const counts = Object.fromEntries(facetWords.map((word) => [word, byWord[word].counts]));
  return {
    met: isMet,
    total: all.length,
    counts: counts as Match["counts"],
  };
}

/** What a counting rule counts: signed agreements in the order of recency, and how many stand at each stage. */
import type { CountingRule } from "#domain/counting.ts";
import { stageCodes } from "#domain/stage.ts";
import { type Columns, none } from "../columns/columns.ts";
import type { Standing } from "../columns/held.ts";
import { listOf } from "../columns/numbers.ts";
import { signedAmong } from "../columns/order.ts";
import { sidesAt } from "./rows.ts";

/** Where agreements are looked up: the record, or one agreement alone as a write leaves it. */
export type Source = Pick<Standing, "columns" | "slice">;

/** What a rule counts of some agreements. */
export interface Counted {
  byStage: Uint32Array;
  /** Places of the signed ones, the latest first. */
  signed: Int32Array;
  /** Countries that are a side of every one of them; null where nothing is counted. */
  common: string[] | null;
}

/** Whether a rule counts an agreement, by the row of its version; null for a rule that counts all. */
function universe(columns: Columns, { only, statesOnly }: CountingRule, organisations: ReadonlySet<string>) {
  const { versions, tags, frameworks, profiles, countries } = columns;
  const tag = only.tag ? (tags.positionOf.get(only.tag) ?? none) : null;
  const framework = only.framework ? (frameworks.positionOf.get(only.framework) ?? none) : null;
  const profile = only.profile ? (profiles.positionOf.get(only.profile) ?? none) : null;
  if (tag === null && framework === null && profile === null && !statesOnly) return null;
  const isOrganisation = countries.list.map((code) => organisations.has(code));
  return (version: number): boolean =>
    (tag === null || listOf(versions.tags, version).includes(tag)) &&
    (framework === null || versions.framework.values[version] === framework) &&
    (profile === null || versions.profile.values[version] === profile) &&
    !(statesOnly && listOf(versions.sides, version).some((side) => isOrganisation[side >> 1]));
}

/** The number in the list that the rule follows. */
export function listNumberOf({ columns, slice }: Source, place: number, { only }: CountingRule): number {
  const numbers = columns.versions.listNumbers[slice.version[place] ?? none];
  if (numbers === undefined) return 0;
  return only.tag === null ? Math.max(0, ...Object.values(numbers)) : (numbers[only.tag] ?? 0);
}

export const sidesOf = ({ columns, slice }: Source, place: number): string[][] =>
  sidesAt(columns, slice.version[place] ?? none, (at) => columns.countries.list[at] ?? "");

/** The countries of both lists, in the order of the first. */
export const inBoth = (some: readonly string[], others: readonly string[]) =>
  some.filter((code) => others.includes(code));

/** Those of one day, by address: the higher number in the list that the rule follows comes first. */
function sortDay(source: Source, places: Int32Array, rule: CountingRule): void {
  const { versions } = source.columns;
  const isListed =
    versions.anyListed && places.some((place) => versions.listNumbers[source.slice.version[place] ?? none]);
  if (isListed) places.sort((a, b) => listNumberOf(source, b, rule) - listNumberOf(source, a, rule));
}

/**
 * `agreements` to count among, by the day of their signatures and then by address, those not signed last. The signed
 * ones are answered with the later day first; on one day in the order of `sortDay`.
 */
export function countIn(
  source: Source,
  agreements: Int32Array,
  rule: CountingRule,
  organisations: ReadonlySet<string>,
): Counted {
  const { columns, slice } = source;
  const { version, stage, signedOn } = slice;
  const counts = universe(columns, rule, organisations);
  const counted = counts ? agreements.filter((place) => counts(version[place] ?? none)) : agreements;
  const byStage = new Uint32Array(stageCodes.length);
  let common: string[] | null = null;
  for (let index = counted.length - 1; index >= 0; index--) {
    const place = counted[index] ?? none;
    const code = stage[place] ?? 0;
    byStage[code] = (byStage[code] ?? 0) + 1;
    if (common?.length === 0) continue;
    const codes = sidesOf(source, place).flat();
    common = common === null ? codes : inBoth(common, codes);
  }
  const signed = new Int32Array(signedAmong(slice, counted));
  let [end, to] = [signed.length, 0];
  let day = signedOn[counted[end - 1] ?? none];
  for (let start = end - 1; start >= 0; start--) {
    const before = start > 0 ? signedOn[counted[start - 1] ?? none] : undefined;
    if (before === day) continue;
    for (let index = start; index < end; index++) signed[to + index - start] = counted[index] ?? none;
    if (end - start > 1) sortDay(source, signed.subarray(to, to + end - start), rule);
    to += end - start;
    end = start;
    day = before;
  }
  return { byStage, signed, common };
}

/** The side that is not the focus; side 2 where there is no focus. */
export const partnerSide = (sides: readonly string[][], focus: string | null): string[] =>
  (focus !== null && !sides[0]?.includes(focus) ? sides[0] : sides[1]) ?? [];

/** One row for each partner: the first signature of each pair. */
export function oncePerPartner({ columns, slice }: Source, signed: Int32Array): Int32Array {
  const { pair } = columns.versions;
  const seen = new Uint8Array(columns.pairs.list.length);
  const kept = new Int32Array(signed.length);
  let first = signed.length;
  for (let index = signed.length - 1; index >= 0; index--) {
    const place = signed[index] ?? none;
    const its = pair.values[slice.version[place] ?? none] ?? none;
    if (seen[its] === 1) continue;
    seen[its] = 1;
    kept[--first] = place;
  }
  return kept.subarray(first);
}

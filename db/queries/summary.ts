/** How many are signed, by a counting rule: one number, its rows, and where everything else stands. */
import { eq } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { CountingRule } from "#domain/counting.ts";
import { stageCodes } from "#domain/stage.ts";
import { type Filters, noFilters } from "#domain/view.ts";
import type { Summary } from "#domain/wire.ts";
import { type Columns, dayOfKey, emptyColumns, none } from "../columns/columns.ts";
import { matchAt, type Standing } from "../columns/held.ts";
import { loadAlone } from "../columns/load.ts";
import { bySignature } from "../columns/match.ts";
import { listOf } from "../columns/numbers.ts";
import { orderOf } from "../columns/order.ts";
import { takeSlice } from "../columns/slice.ts";
import type { Database, Reading } from "../database.ts";
import { sidesAt } from "./rows.ts";

/** Where agreements are looked up: the record, or one agreement alone as a write leaves it. */
type Source = Pick<Standing, "columns" | "slice">;

/** What a rule counts of some agreements. */
interface Counted {
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
function listNumberOf({ columns, slice }: Source, place: number, { only }: CountingRule): number {
  const numbers = columns.versions.listNumbers[slice.version[place] ?? none];
  if (numbers === undefined) return 0;
  return only.tag === null ? Math.max(0, ...Object.values(numbers)) : (numbers[only.tag] ?? 0);
}

const sidesOf = ({ columns, slice }: Source, place: number): string[][] =>
  sidesAt(columns, slice.version[place] ?? none, (at) => columns.countries.list[at] ?? "");

/** The countries of both lists, in the order of the first. */
const inBoth = (some: readonly string[], others: readonly string[]) =>
  some.filter((code) => others.includes(code));

/** Those of one day, by address: the higher number in the list that the rule follows comes first. */
function sortDay(source: Source, places: Int32Array, rule: CountingRule): void {
  const { versions } = source.columns;
  const isListed = places.some((place) => versions.listNumbers[source.slice.version[place] ?? none]);
  if (isListed) places.sort((a, b) => listNumberOf(source, b, rule) - listNumberOf(source, a, rule));
}

/**
 * `agreements` to count among, by the day of their signatures and then by address, those not signed last. The signed
 * ones are answered with the later day first; on one day in the order of `sortDay`.
 */
function countIn(
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
  let all = 0;
  for (let index = counted.length - 1; index >= 0; index--) {
    const place = counted[index] ?? none;
    const code = stage[place] ?? 0;
    byStage[code] = (byStage[code] ?? 0) + 1;
    if ((signedOn[place] ?? none) !== none) all++;
    if (common?.length === 0) continue;
    const codes = sidesOf(source, place).flat();
    common = common === null ? codes : inBoth(common, codes);
  }
  const signed = new Int32Array(all);
  for (let end = all, to = 0; end > 0; ) {
    const day = signedOn[counted[end - 1] ?? none];
    let start = end - 1;
    while (start > 0 && signedOn[counted[start - 1] ?? none] === day) start--;
    for (let index = start; index < end; index++) signed[to + index - start] = counted[index] ?? none;
    if (end - start > 1) sortDay(source, signed.subarray(to, to + end - start), rule);
    to += end - start;
    end = start;
  }
  return { byStage, signed, common };
}

/** The side that is not the focus; side 2 where there is no focus. */
const partnerSide = (sides: readonly string[][], focus: string | null): string[] =>
  (focus !== null && !sides[0]?.includes(focus) ? sides[0] : sides[1]) ?? [];

/** One row for each partner: the first signature of each pair. */
function oncePerPartner({ columns, slice }: Source, signed: Int32Array): Int32Array {
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

/** The rows of an answer by their addresses, and what is told of the first of them. */
interface Told {
  slugs: string[];
  latest: { place: number; source: Source } | null;
}

/** The signed agreements as the rule has them: each, or one for each partner. */
const rowsIn = (source: Source, rule: CountingRule, { signed }: Counted): Int32Array =>
  rule.counts === "partners" ? oncePerPartner(source, signed) : signed;

const slugAt = ({ columns }: Source, place: number): string => columns.slugs.list[place] ?? "";

const tell = (source: Source, rows: Int32Array): Told => ({
  slugs: Array.from(rows, (place) => slugAt(source, place)),
  latest: rows.length === 0 ? null : { source, place: rows[0] ?? none },
});

/** What a rule says of what it counts. */
async function summarise(
  { read, tables: { countries } }: Reading,
  rule: CountingRule,
  { byStage, common, slugs, latest }: Pick<Counted, "byStage" | "common"> & Told,
  clocks: Clocks,
): Promise<Summary> {
  // With one pair alone, either side may be meant; the first is taken.
  const code = latest ? partnerSide(sidesOf(latest.source, latest.place), common?.[0] ?? null)[0] : undefined;
  const [party] = code
    ? await read
        .select({ code: countries.code, name: countries.name })
        .from(countries)
        .where(eq(countries.code, code))
    : [];
  const stages = stageCodes.flatMap((stage, position) => {
    const count = byStage[position] ?? 0;
    return count === 0 ? [] : [[stage, count] as const];
  });
  return {
    rule: { id: rule.id, label: rule.label, definition: rule.definition },
    clock: { ...clocks },
    signed: slugs.length,
    byStage: Object.fromEntries(stages) as Summary["byStage"],
    latest:
      latest && party
        ? {
            slug: slugAt(latest.source, latest.place),
            party,
            signedOn: dayOfKey(latest.source.slice.signedOn[latest.place] ?? 0),
          }
        : null,
    rows: slugs,
  };
}

async function organisationsIn({ read, tables: { countries } }: Reading): Promise<ReadonlySet<string>> {
  const found = await read
    .select({ code: countries.code })
    .from(countries)
    .where(eq(countries.kind, "organisation"));
  return new Set(found.map(({ code }) => code));
}

/** The count by `rule` under the filters, its rows (latest first), the latest signature and the stock by stage. */
export async function summaryOf(
  db: Database,
  rule: CountingRule,
  filters: Filters,
  clocks: Clocks,
): Promise<Summary> {
  const organisations = await organisationsIn(db);
  const { match, ...source } = await matchAt(db, filters, clocks);
  const { agreements } = bySignature(source.columns, source.slice, match);
  const counted = countIn(source, agreements, rule, organisations);
  return summarise(db, rule, { ...counted, ...tell(source, rowsIn(source, rule, counted)) }, clocks);
}

/** Whether `a` comes before `b`: a later day, a higher number in the list that the rule follows, then the address. */
function comesBefore(rule: CountingRule, a: [Source, number], b: [Source, number]): boolean {
  const keys = ([source, place]: [Source, number]) =>
    [source.slice.signedOn[place] ?? none, listNumberOf(source, place, rule)] as const;
  const [[dayOfA, numberOfA], [dayOfB, numberOfB]] = [keys(a), keys(b)];
  if (dayOfA !== dayOfB) return dayOfA > dayOfB;
  return numberOfA === numberOfB ? slugAt(...a) < slugAt(...b) : numberOfA > numberOfB;
}

/** The rows of others with one more of its own source, where it was counted and is a row of its own. */
function tellWith(
  rule: CountingRule,
  others: Source,
  rows: Int32Array,
  itself: Source,
  own: Int32Array,
): Told {
  const told = tell(others, rows);
  const [place] = own;
  if (place === undefined) return told;
  const newer = rows.findIndex((other) => !comesBefore(rule, [others, other], [itself, place]));
  const at = newer === -1 ? rows.length : newer;
  if (rule.counts === "partners") {
    const pairOf = ({ columns, slice }: Source, of: number) =>
      columns.pairs.list[columns.versions.pair.values[slice.version[of] ?? none] ?? none];
    const pair = others.columns.pairs.positionOf.get(pairOf(itself, place) ?? "");
    const { values } = others.columns.versions.pair;
    const same = rows.findIndex((other) => values[others.slice.version[other] ?? none] === pair);
    // The first signature of a pair is its row.
    if (same >= at) return told;
    if (same !== -1)
      return tellAt(
        itself,
        place,
        tell(
          others,
          rows.filter((_row, index) => index !== same),
        ),
        at - 1,
      );
  }
  return tellAt(itself, place, told, at);
}

function tellAt(source: Source, place: number, { slugs, latest }: Told, at: number): Told {
  return {
    slugs: slugs.toSpliced(at, 0, slugAt(source, place)),
    latest: at === 0 ? { source, place } : latest,
  };
}

/**
 * The same without filters, as it is after a write that is being tried out: the record as committed, and of one
 * agreement what `seen`, the transaction, says.
 */
export async function summaryWith(
  db: Database,
  seen: { reading: Reading; agreementId: number },
  rule: CountingRule,
  clocks: Clocks,
): Promise<Summary> {
  const organisations = await organisationsIn(seen.reading);
  const alone = emptyColumns();
  await loadAlone(alone, seen.reading, [seen.agreementId]);
  const itself = { columns: alone, slice: takeSlice(alone, clocks) };
  const written = countIn(itself, orderOf(alone, itself.slice, "signed").agreements, rule, organisations);
  const { match, ...source } = await matchAt(db, noFilters, clocks);
  const place = source.columns.placeOf.get(seen.agreementId) ?? none;
  const { agreements } = bySignature(source.columns, source.slice, match);
  const others = countIn(
    source,
    agreements.filter((other) => other !== place),
    rule,
    organisations,
  );
  const told = tellWith(rule, source, rowsIn(source, rule, others), itself, written.signed);
  const both = {
    byStage: others.byStage.map((count, stage) => count + (written.byStage[stage] ?? 0)),
    common:
      others.common && written.common
        ? inBoth(others.common, written.common)
        : (others.common ?? written.common),
  };
  return summarise(seen.reading, rule, { ...both, ...told }, clocks);
}

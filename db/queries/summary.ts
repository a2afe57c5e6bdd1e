/** How many are signed, by a counting rule: one number, its rows, and where everything else stands. */
import { eq } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { CountingRule } from "#domain/counting.ts";
import { stageCodes } from "#domain/stage.ts";
import { type Filters, noFilters } from "#domain/view.ts";
import type { Summary } from "#domain/wire.ts";
import { type Columns, dayOfKey, emptyColumns, none } from "../columns/columns.ts";
import { matchAt } from "../columns/held.ts";
import { loadAlone } from "../columns/load.ts";
import { bySignature } from "../columns/match.ts";
import { listOf } from "../columns/numbers.ts";
import { orderOf } from "../columns/order.ts";
import { type Slice, takeSlice } from "../columns/slice.ts";
import type { Database, Reading } from "../database.ts";
import { sidesAt } from "./rows.ts";

/** A signed agreement that a rule counts. */
interface Signed {
  slug: string;
  /** The day of the signature, as a number. */
  on: number;
  /** Its number in the list that the rule follows. */
  listNumber: number;
  /** Both sides as one word. */
  pair: string;
  sides: () => string[][];
}

/** What a rule counts of some agreements. */
interface Counted {
  byStage: Uint32Array;
  /** The latest first. */
  signed: Signed[];
  /** Countries that are a side of every one of them; null where nothing is counted. */
  common: string[] | null;
}

/** Whether a rule counts an agreement, by the row of its version. */
function universe(columns: Columns, { only, statesOnly }: CountingRule, organisations: ReadonlySet<string>) {
  const { versions, tags, frameworks, profiles, countries } = columns;
  const tag = only.tag ? (tags.positionOf.get(only.tag) ?? none) : null;
  const framework = only.framework ? (frameworks.positionOf.get(only.framework) ?? none) : null;
  const profile = only.profile ? (profiles.positionOf.get(only.profile) ?? none) : null;
  const isOrganisation = countries.list.map((code) => organisations.has(code));
  return (version: number): boolean =>
    (tag === null || listOf(versions.tags, version).includes(tag)) &&
    (framework === null || versions.framework.values[version] === framework) &&
    (profile === null || versions.profile.values[version] === profile) &&
    !(statesOnly && listOf(versions.sides, version).some((side) => isOrganisation[side >> 1]));
}

/** Later signature first; on one day the higher number in the list that the rule follows, then the slug. */
const byRecency = (a: Signed, b: Signed): number =>
  b.on - a.on || b.listNumber - a.listNumber || (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0);

function signedAt(columns: Columns, slice: Slice, place: number, { only }: CountingRule): Signed {
  const version = slice.version[place] ?? none;
  const numbers = columns.versions.listNumbers[version] ?? {};
  return {
    slug: columns.slugs.list[place] ?? "",
    on: slice.signedOn[place] ?? none,
    listNumber: only.tag === null ? Math.max(0, ...Object.values(numbers)) : (numbers[only.tag] ?? 0),
    pair: columns.pairs.list[columns.versions.pair.values[version] ?? none] ?? "",
    sides: () => sidesAt(columns, version, (at) => columns.countries.list[at] ?? ""),
  };
}

/** The countries of both lists, in the order of the first. */
const inBoth = (some: readonly string[], others: readonly string[]) =>
  some.filter((code) => others.includes(code));

/** `agreements` to count among, in the order of their signatures, those not signed last. */
function countIn(
  columns: Columns,
  slice: Slice,
  agreements: Int32Array,
  rule: CountingRule,
  organisations: ReadonlySet<string>,
): Counted {
  const counts = universe(columns, rule, organisations);
  const byStage = new Uint32Array(stageCodes.length);
  const signed: Signed[] = [];
  let common: string[] | null = null;
  // Backwards the list is nearly in its order, which makes sorting cheap.
  for (let index = agreements.length - 1; index >= 0; index--) {
    const place = agreements[index] ?? none;
    const version = slice.version[place] ?? none;
    if (!counts(version)) continue;
    const stage = slice.stage[place] ?? 0;
    byStage[stage] = (byStage[stage] ?? 0) + 1;
    if ((slice.signedOn[place] ?? none) !== none) signed.push(signedAt(columns, slice, place, rule));
    if (common?.length !== 0) {
      const codes = sidesAt(columns, version, (at) => columns.countries.list[at] ?? "").flat();
      common = common === null ? codes : inBoth(common, codes);
    }
  }
  return { byStage, signed: signed.sort(byRecency), common };
}

/** The side that is not the focus; side 2 where there is no focus. */
const partnerSide = (sides: readonly string[][], focus: string | null): string[] =>
  (focus !== null && !sides[0]?.includes(focus) ? sides[0] : sides[1]) ?? [];

/** One row for each partner: the first signature of each pair. */
function oncePerPartner(signed: readonly Signed[]): Signed[] {
  const pairs = new Map<string, Signed>();
  for (const row of [...signed].reverse()) if (!pairs.has(row.pair)) pairs.set(row.pair, row);
  return signed.filter((row) => pairs.get(row.pair) === row);
}

/** What a rule says of what it counts. */
async function summarise(
  { read, tables: { countries } }: Reading,
  rule: CountingRule,
  { byStage, signed, common }: Counted,
  clocks: Clocks,
): Promise<Summary> {
  const rows = rule.counts === "partners" ? oncePerPartner(signed) : signed;
  const [latest] = rows;
  // With one pair alone, either side may be meant; the first is taken.
  const code = latest ? partnerSide(latest.sides(), common?.[0] ?? null)[0] : undefined;
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
    signed: rows.length,
    byStage: Object.fromEntries(stages) as Summary["byStage"],
    latest: latest && party ? { slug: latest.slug, party, signedOn: dayOfKey(latest.on) } : null,
    rows: rows.map(({ slug }) => slug),
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
  const { columns, slice, match } = await matchAt(db, filters, clocks);
  return summarise(
    db,
    rule,
    countIn(columns, slice, bySignature(columns, slice, match).agreements, rule, organisations),
    clocks,
  );
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
  const itself = takeSlice(alone, clocks);
  const written = countIn(alone, itself, orderOf(alone, itself, "signed").agreements, rule, organisations);
  const { columns, slice, match } = await matchAt(db, noFilters, clocks);
  const place = columns.placeOf.get(seen.agreementId) ?? none;
  const others = countIn(
    columns,
    slice,
    bySignature(columns, slice, match).agreements.filter((other) => other !== place),
    rule,
    organisations,
  );
  const both: Counted = {
    byStage: others.byStage.map((count, stage) => count + (written.byStage[stage] ?? 0)),
    signed: [...others.signed, ...written.signed].sort(byRecency),
    common:
      others.common && written.common
        ? inBoth(others.common, written.common)
        : (others.common ?? written.common),
  };
  return summarise(seen.reading, rule, both, clocks);
}

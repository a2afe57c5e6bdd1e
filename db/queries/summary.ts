/** How many are signed, by a counting rule: one number, its rows, and where everything else stands. */
import { eq } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { CountingRule } from "#domain/counting.ts";
import { type StageCode, stageCodes } from "#domain/stage.ts";
import { type Filters, noFilters } from "#domain/view.ts";
import type { Summary } from "#domain/wire.ts";
import { type Columns, dayOfKey, emptyColumns, none } from "../columns/columns.ts";
import { matchAt } from "../columns/held.ts";
import { loadAgreements } from "../columns/load.ts";
import { type Slice, signedIn, stageIn, takeSlice } from "../columns/slice.ts";
import type { Database, Reading } from "../database.ts";

/** What a summary needs of an agreement that is in its universe. */
interface Counted {
  slug: string;
  stage: StageCode;
  sides: string[][];
  /** Both sides as one word. */
  pair: string;
  signedOn: string | null;
  /** Its number in the list that the rule follows. */
  listNumber: number;
}

/** Where the agreements that a rule counts among lie, as a question about one of them. */
function universe(columns: Columns, { only, statesOnly }: CountingRule, organisations: ReadonlySet<string>) {
  const { versions, tags, frameworks, profiles, countries } = columns;
  const tag = only.tag ? (tags.positionOf.get(only.tag) ?? none) : null;
  const framework = only.framework ? (frameworks.positionOf.get(only.framework) ?? none) : null;
  const profile = only.profile ? (profiles.positionOf.get(only.profile) ?? none) : null;
  const isOrganisation = countries.list.map((code) => organisations.has(code));
  return (version: number): boolean =>
    (tag === null || versions.tags[version]?.includes(tag) === true) &&
    (framework === null || versions.framework[version] === framework) &&
    (profile === null || versions.profile[version] === profile) &&
    !(statesOnly && versions.sides[version]?.some((side) => side.some((code) => isOrganisation[code])));
}

function countedAt(columns: Columns, slice: Slice, place: number, { only }: CountingRule): Counted {
  const { versions, countries, pairs, slugs } = columns;
  const version = slice.version[place] ?? none;
  const signed = signedIn(columns, slice, place);
  const numbers = versions.listNumbers[version] ?? {};
  return {
    slug: slugs.list[place] ?? "",
    stage: stageCodes[stageIn(columns, slice, place)] ?? "unknown",
    sides: (versions.sides[version] ?? []).map((side) => side.map((code) => countries.list[code] ?? "")),
    pair: pairs.list[versions.pair[version] ?? none] ?? "",
    signedOn: signed === none ? null : dayOfKey(signed),
    listNumber: only.tag === null ? Math.max(0, ...Object.values(numbers)) : (numbers[only.tag] ?? 0),
  };
}

/** The country that is a side of every agreement counted, so that "partner" means the other side; null when there is none. */
export function focusOf(sides: readonly (readonly (readonly string[])[])[]): string | null {
  const [first, ...rest] = sides;
  return first?.flat().find((code) => rest.every((other) => other.flat().includes(code))) ?? null;
}

/** The side that is not the focus; side 2 where there is no focus. */
export const partnerSide = (sides: readonly string[][], focus: string | null): string[] =>
  (focus !== null && !sides[0]?.includes(focus) ? sides[0] : sides[1]) ?? [];

/** Later signature first; on one day the higher number in the list that the rule follows, then the slug. */
const byRecency = (a: Counted, b: Counted): number =>
  compare(b.signedOn ?? "", a.signedOn ?? "") || b.listNumber - a.listNumber || compare(a.slug, b.slug);
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** One row for each partner: the first signature of each pair. */
function oncePerPartner(signed: readonly Counted[]): Counted[] {
  const pairs = new Map<string, Counted>();
  for (const row of [...signed].reverse()) if (!pairs.has(row.pair)) pairs.set(row.pair, row);
  return signed.filter((row) => pairs.get(row.pair) === row);
}

/** What a rule says of what it counts. */
async function summarise(
  { read, tables: { countries } }: Reading,
  rule: CountingRule,
  counted: readonly Counted[],
  clocks: Clocks,
): Promise<Summary> {
  const signed = counted.filter(({ signedOn }) => signedOn !== null).sort(byRecency);
  const rows = rule.counts === "partners" ? oncePerPartner(signed) : signed;
  const byStage: Summary["byStage"] = {} as Summary["byStage"];
  for (const { stage } of counted) byStage[stage] = (byStage[stage] ?? 0) + 1;
  const [latest] = rows;
  const focus = focusOf(counted.map(({ sides }) => sides));
  const code = latest ? partnerSide(latest.sides, focus)[0] : undefined;
  const [party] = code
    ? await read
        .select({ code: countries.code, name: countries.name })
        .from(countries)
        .where(eq(countries.code, code))
    : [];
  return {
    rule: { id: rule.id, label: rule.label, definition: rule.definition },
    clock: { ...clocks },
    signed: rows.length,
    byStage,
    latest: latest?.signedOn && party ? { slug: latest.slug, party, signedOn: latest.signedOn } : null,
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
  return summarise(db, rule, await countedIn(db, rule, filters, clocks), clocks);
}

async function countedIn(db: Database, rule: CountingRule, filters: Filters, clocks: Clocks) {
  const organisations = await organisationsIn(db);
  const { columns, slice, match } = await matchAt(db, filters, clocks);
  const counts = universe(columns, rule, organisations);
  const counted: Counted[] = [];
  for (let place = 0; place < slice.size; place++)
    if (match.met[place] === 1 && counts(slice.version[place] ?? none))
      counted.push(countedAt(columns, slice, place, rule));
  return counted;
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
  const columns = emptyColumns();
  await loadAgreements(columns, seen.reading, [seen.agreementId]);
  const slice = takeSlice(columns, clocks);
  const counts = universe(columns, rule, await organisationsIn(seen.reading));
  const written = [...columns.ids.keys()]
    .filter((place) => slice.version[place] !== none && counts(slice.version[place] ?? none))
    .map((place) => countedAt(columns, slice, place, rule));
  const slug = columns.slugs.list[0];
  const committed = await countedIn(db, rule, noFilters, clocks);
  const others = committed.filter((row) => row.slug !== slug);
  return summarise(seen.reading, rule, [...others, ...written], clocks);
}

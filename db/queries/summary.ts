/** How many are signed, by a counting rule: one number, its rows, and where everything else stands. */
import { and, eq, inArray, notExists, type SQL, sql } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { CountingRule } from "#domain/counting.ts";
import type { StageCode } from "#domain/stage.ts";
import type { Summary } from "#domain/wire.ts";
import type { Database } from "../database.ts";
import { conditionsOf, type Filters } from "./conditions.ts";
import { type StandingTables, stageOf, standingJoins, standingTables } from "./standing.ts";

function universe(
  db: Database,
  { versions }: StandingTables,
  { only, statesOnly }: CountingRule,
): SQL | undefined {
  const { tags, sides, countries } = db.tables;
  const tagged = only.tag
    ? inArray(versions.id, db.read.select({ id: tags.versionId }).from(tags).where(eq(tags.tag, only.tag)))
    : undefined;
  const organisation = db.read
    .select({ one: sql`1` })
    .from(sides)
    .innerJoin(countries, eq(countries.code, sides.country))
    .where(and(eq(sides.versionId, versions.id), eq(countries.kind, "organisation")));
  return and(
    tagged,
    only.framework ? eq(versions.framework, only.framework) : undefined,
    only.profile ? sql`${versions.profile} = ${only.profile}` : undefined,
    statesOnly ? notExists(organisation) : undefined,
  );
}

interface Counted {
  slug: string;
  stage: StageCode;
  sides: string[][];
  signedOn: string | null;
  listNumbers: Record<string, number>;
}

/** The country that is a side of every agreement counted, so that "partner" means the other side; null when there is none. */
export function focusOf(sides: readonly (readonly (readonly string[])[])[]): string | null {
  const [first, ...rest] = sides;
  return first?.flat().find((code) => rest.every((other) => other.flat().includes(code))) ?? null;
}

/** The side that is not the focus; side 2 where there is no focus. */
export const partnerSide = (sides: readonly string[][], focus: string | null): string[] =>
  (focus !== null && !sides[0]?.includes(focus) ? sides[0] : sides[1]) ?? [];

const pairKey = (sides: readonly string[][]): string =>
  sides
    .map((side) => [...side].sort().join("+"))
    .sort()
    .join("|");

/** Later signature first; on one day the higher number in the list that the rule follows, then the slug. */
function byRecency(tag: string | null) {
  const number = ({ listNumbers }: Counted) =>
    tag === null ? Math.max(0, ...Object.values(listNumbers)) : (listNumbers[tag] ?? 0);
  return (a: Counted, b: Counted) =>
    (b.signedOn ?? "").localeCompare(a.signedOn ?? "") || number(b) - number(a) || (a.slug < b.slug ? -1 : 1);
}

/** One row for each partner: the first signature of each pair. */
function oncePerPartner(signed: readonly Counted[]): Counted[] {
  const pairs = new Map<string, Counted>();
  for (const row of [...signed].reverse())
    if (!pairs.has(pairKey(row.sides))) pairs.set(pairKey(row.sides), row);
  return signed.filter((row) => pairs.get(pairKey(row.sides)) === row);
}

/** The count by `rule` under the filters, its rows (latest first), the latest signature and the stock by stage. */
export async function summaryOf(
  db: Database,
  rule: CountingRule,
  filters: Filters,
  clocks: Clocks,
): Promise<Summary> {
  const tables = standingTables(db);
  const { agreements, versions, current, signing } = tables;
  const joins = standingJoins(tables, clocks);
  const counted: Counted[] = await db.read
    .select({
      slug: agreements.slug,
      stage: sql<StageCode>`${stageOf(tables)}`,
      sides: versions.sides,
      signedOn: signing.validFrom,
      listNumbers: versions.listNumbers,
    })
    .from(agreements)
    .innerJoin(versions, joins.versions)
    .leftJoin(current, joins.current)
    .leftJoin(signing, joins.signing)
    .where(and(conditionsOf(db, tables, filters, clocks), universe(db, tables, rule)));
  const signed = counted.filter(({ signedOn }) => signedOn !== null).sort(byRecency(rule.only.tag));
  const rows = rule.counts === "partners" ? oncePerPartner(signed) : signed;
  const byStage: Summary["byStage"] = {} as Summary["byStage"];
  for (const { stage } of counted) byStage[stage] = (byStage[stage] ?? 0) + 1;
  const [latest] = rows;
  const focus = focusOf(counted.map(({ sides }) => sides));
  const code = latest ? partnerSide(latest.sides, focus)[0] : undefined;
  const [party] = code
    ? await db.read
        .select({ code: db.tables.countries.code, name: db.tables.countries.name })
        .from(db.tables.countries)
        .where(eq(db.tables.countries.code, code))
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

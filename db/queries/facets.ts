/** Facets: how many agreements each value of a word would show, under all the other words of the view. */
import { and, count, eq, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { profileRules, profiles } from "#domain/act.ts";
import type { Clocks } from "#domain/clocks.ts";
import { stageCodes, stages } from "#domain/stage.ts";
import { flagCodes, flagRules } from "#domain/standing.ts";
import { typeLabel } from "#domain/type-label.ts";
import type { Facets } from "#domain/wire.ts";
import type { Database } from "../database.ts";
import { conditionsOf, type Filters } from "./conditions.ts";
import { heldOn, stageOf, standingJoins, standingTables } from "./standing.ts";

interface Counted {
  value: string | null;
  count: number;
}

/** A word whose values lie in a table of their own. */
interface Joined {
  table: SQLiteTable;
  on: SQL | undefined;
  value: SQLiteColumn;
}

async function countBy(
  db: Database,
  word: keyof Facets,
  filters: Filters,
  clocks: Clocks,
): Promise<Counted[]> {
  const tables = standingTables(db);
  const { agreements, versions, current, signing } = tables;
  const { sides, tags, flagPeriods } = db.tables;
  const joins = standingJoins(tables, clocks);
  const columns: Partial<Record<keyof Facets, SQL<string | null>>> = {
    stage: stageOf(tables),
    type: sql<string>`${versions.type}`,
    framework: sql<string | null>`${versions.framework}`,
    profile: sql<string | null>`${versions.profile}`,
  };
  const joined: Partial<Record<keyof Facets, Joined>> = {
    party: { table: sides, on: eq(sides.versionId, versions.id), value: sides.country },
    tag: { table: tags, on: eq(tags.versionId, versions.id), value: tags.tag },
    flag: {
      table: flagPeriods,
      on: and(eq(flagPeriods.agreementId, agreements.id), heldOn(flagPeriods, clocks)),
      value: flagPeriods.flag,
    },
  };
  const extra = joined[word];
  const value = columns[word] ?? sql<string>`${extra?.value}`;
  const base = db.read
    .select({ value, count: count() })
    .from(agreements)
    .innerJoin(versions, joins.versions)
    .leftJoin(current, joins.current)
    .leftJoin(signing, joins.signing)
    .$dynamic();
  const query = extra ? base.innerJoin(extra.table, extra.on) : base;
  return query.where(conditionsOf(db, tables, filters, clocks, word)).groupBy(value);
}

const labelled = (counted: readonly Counted[], labels: ReadonlyMap<string, string>): Facets["stage"] =>
  counted
    .flatMap(({ value, count: n }) =>
      value === null ? [] : [{ value, label: labels.get(value) ?? value, count: n }],
    )
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));

/** In the order of a closed vocabulary. */
const inOrder = (facets: Facets["stage"], order: readonly string[]) =>
  [...facets].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));

/** All facets of a view. */
export async function facetsOf(db: Database, filters: Filters, clocks: Clocks): Promise<Facets> {
  const { countries, frameworks } = db.tables;
  const by = (word: keyof Facets) => countBy(db, word, filters, clocks);
  const [stage, type, framework, profile, tag, party, flag, names, titles] = await Promise.all([
    by("stage"),
    by("type"),
    by("framework"),
    by("profile"),
    by("tag"),
    by("party"),
    by("flag"),
    db.read.select({ code: countries.code, name: countries.name }).from(countries),
    db.read.select({ slug: frameworks.slug, title: frameworks.shortTitle }).from(frameworks),
  ]);
  const stageLabels = new Map<string, string>(stageCodes.map((code) => [code, stages[code].label]));
  return {
    stage: inOrder(labelled(stage, stageLabels), stageCodes),
    type: labelled(type, new Map(type.map(({ value }) => [value ?? "", typeLabel(value ?? "")]))),
    framework: labelled(framework, new Map(titles.map(({ slug, title }) => [slug, title]))),
    profile: inOrder(
      labelled(profile, new Map(profiles.map((code) => [code, profileRules[code].label]))),
      profiles,
    ),
    tag: labelled(tag, new Map(tag.map(({ value }) => [value ?? "", typeLabel(value ?? "")]))),
    party: labelled(party, new Map(names.map(({ code, name }) => [code, name]))),
    flag: inOrder(labelled(flag, new Map(flagCodes.map((code) => [code, flagRules[code].label]))), flagCodes),
  };
}

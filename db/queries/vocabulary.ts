/** What the words of a view may name, as the record has it. */
import { asc, desc } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import { type CountingRule, generalRules } from "#domain/counting.ts";
import type { Vocabulary } from "#domain/view.ts";
import type { Columns } from "../columns/columns.ts";
import { heldColumns } from "../columns/held.ts";
import type { Database, Reading } from "../database.ts";

/** The counting rules: the general ones, then the record's own. */
export async function allRules(db: Reading): Promise<CountingRule[]> {
  const { countingRules } = db.tables;
  return [...generalRules, ...(await db.read.select().from(countingRules).orderBy(asc(countingRules.id)))];
}

async function vocabularyOf(db: Database, { types, tags }: Columns): Promise<Vocabulary> {
  const { countries, frameworks } = db.tables;
  const [named, slugs, rules] = await Promise.all([
    db.read.select().from(countries).orderBy(asc(countries.code)),
    db.read.select({ value: frameworks.slug }).from(frameworks),
    allRules(db),
  ]);
  return {
    countries: new Map(named.map(({ code, name }) => [code, name])),
    aliases: new Map(
      named.flatMap(({ code, officialName, aliases }) =>
        [...aliases, ...(officialName ? [officialName] : [])].map((alias) => [alias, code] as const),
      ),
    ),
    types: new Set(types.list),
    frameworks: new Set(slugs.map(({ value }) => value)),
    tags: new Set(tags.list),
    rules: new Set(rules.map(({ id }) => id)),
  };
}

/** Countries with their other names, types, frameworks, tags and rules: read once for each revision of the record. */
export async function readVocabulary(db: Database): Promise<Vocabulary> {
  const held = await heldColumns(db);
  held.vocabulary ??= vocabularyOf(db, held.columns);
  return held.vocabulary;
}

/** The instant of the last accepted write: what "known now" means until the next one. Null for an empty record. */
export async function lastRecordedAt(db: Reading): Promise<Instant | null> {
  const { changes } = db.tables;
  const [last] = await db.read
    .select({ at: changes.recordedAt })
    .from(changes)
    .orderBy(desc(changes.sequence))
    .limit(1);
  return last?.at ?? null;
}

/** What the words of a view may name, as the record has it. */
import { asc, desc } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import { type CountingRule, generalRules } from "#domain/counting.ts";
import type { Vocabulary } from "#domain/view.ts";
import type { Reading } from "../database.ts";

/** The counting rules: the general ones, then the record's own. */
export async function allRules(db: Reading): Promise<CountingRule[]> {
  const { countingRules } = db.tables;
  return [...generalRules, ...(await db.read.select().from(countingRules).orderBy(asc(countingRules.id)))];
}

/** Countries with their other names, types, frameworks, tags and rules. */
export async function readVocabulary(db: Reading): Promise<Vocabulary> {
  const { countries, versions, frameworks, tags } = db.tables;
  const [named, types, slugs, tagged, rules] = await Promise.all([
    db.read.select().from(countries).orderBy(asc(countries.code)),
    db.read.selectDistinct({ value: versions.type }).from(versions),
    db.read.select({ value: frameworks.slug }).from(frameworks),
    db.read.selectDistinct({ value: tags.tag }).from(tags),
    allRules(db),
  ]);
  const values = (rows: readonly { value: string }[]) => new Set(rows.map(({ value }) => value));
  return {
    countries: new Map(named.map(({ code, name }) => [code, name])),
    aliases: new Map(
      named.flatMap(({ code, officialName, aliases }) =>
        [...aliases, ...(officialName ? [officialName] : [])].map((alias) => [alias, code] as const),
      ),
    ),
    types: values(types),
    frameworks: values(slugs),
    tags: values(tagged),
    rules: new Set(rules.map(({ id }) => id)),
  };
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

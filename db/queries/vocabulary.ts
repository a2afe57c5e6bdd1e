/** What the words of a view may name, as the record has it. */
import { asc } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import { type CountingRule, generalRules } from "#domain/counting.ts";
import type { Vocabulary } from "#domain/view.ts";
import type { Columns } from "../columns/columns.ts";
import { heldColumns, type Names } from "../columns/held.ts";
import type { Database, Reading } from "../database.ts";

/** The counting rules: the general ones, then the record's own. */
export async function allRules(db: Reading): Promise<CountingRule[]> {
  const { countingRules } = db.tables;
  return [...generalRules, ...(await db.read.select().from(countingRules).orderBy(asc(countingRules.id)))];
}

async function namesOf(db: Database, { types, tags }: Columns): Promise<Names> {
  const { countries, frameworks } = db.tables;
  const [named, titled, rules] = await Promise.all([
    db.read.select().from(countries).orderBy(asc(countries.code)),
    db.read.select({ slug: frameworks.slug, title: frameworks.shortTitle }).from(frameworks),
    allRules(db),
  ]);
  const names = new Map(named.map(({ code, name }) => [code, name]));
  const titles = new Map(titled.map(({ slug, title }) => [slug, title]));
  return {
    vocabulary: {
      countries: names,
      aliases: new Map(
        named.flatMap(({ code, officialName, aliases }) =>
          [...aliases, ...(officialName ? [officialName] : [])].map((alias) => [alias, code] as const),
        ),
      ),
      types: new Set(types.list),
      frameworks: new Set(titles.keys()),
      tags: new Set(tags.list),
      rules: new Set(rules.map(({ id }) => id)),
    },
    countries: names,
    frameworks: titles,
    rules,
  };
}

/** Countries, types, frameworks, tags and rules, and what they are called: read once for each revision of the record. */
export async function readNames(db: Database): Promise<Names> {
  const held = await heldColumns(db);
  held.names ??= namesOf(db, held.columns);
  return held.names;
}

/** The words that a view may name. */
export const readVocabulary = async (db: Database): Promise<Vocabulary> => (await readNames(db)).vocabulary;

/** The instant of the last accepted write: what "known now" means until the next one. Null for an empty record. */
export async function lastRecordedAt(db: Database): Promise<Instant | null> {
  const { columns } = await heldColumns(db);
  return columns.moments.at(-1) ?? null;
}

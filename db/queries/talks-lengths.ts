/** Days from the start of talks to signature of comparable agreements: those of one framework, or of one type. */
import { and, asc, eq, isNotNull, min, sql } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { TalksLength } from "#domain/talks-rank.ts";
import type { Agreement } from "#domain/wire.ts";
import type { Database } from "../database.ts";
import { knownAt, standingJoins, standingTables } from "./standing.ts";

/** A strip of dots and a rank in words serve some hundreds; beyond, statistics do. */
const most = 200;

/** The first day of each agreement's talks with its latest possible day, as known. */
const talksOf = (db: Database, clocks: Clocks) => {
  const { stagePeriods: table } = db.tables;
  return db.read
    .select({
      agreementId: table.agreementId,
      from: min(table.validFrom).as("talks_from"),
      latest: min(table.validFromLatest).as("talks_latest"),
    })
    .from(table)
    .where(and(eq(table.stage, "negotiating"), knownAt(table, clocks)))
    .groupBy(table.agreementId)
    .as("talks");
};

/** Lengths of talks of the agreement and its like, signed by the day; empty where there are too many to compare. */
export async function talksLengths(
  db: Database,
  { framework, type }: Pick<Agreement, "framework" | "type">,
  nameOf: (sides: readonly (readonly string[])[]) => string,
  clocks: Clocks,
): Promise<TalksLength[]> {
  const tables = standingTables(db);
  const { agreements, versions, signing } = tables;
  const joins = standingJoins(tables, clocks);
  const talks = talksOf(db, clocks);
  const alike = framework === null ? eq(versions.type, type) : eq(versions.framework, framework);
  const found = await db.read
    .select({
      slug: agreements.slug,
      sides: versions.sides,
      days: signing.daysSinceTalks,
      exact: sql<number>`${talks.from} = ${talks.latest} and ${signing.validFrom} = ${signing.validFromLatest}`,
    })
    .from(agreements)
    .innerJoin(versions, joins.versions)
    .innerJoin(signing, joins.signing)
    .innerJoin(talks, eq(talks.agreementId, agreements.id))
    .where(and(alike, isNotNull(signing.daysSinceTalks)))
    .orderBy(asc(signing.daysSinceTalks), asc(agreements.slug))
    .limit(most + 1);
  if (found.length > most) return [];
  return found.map(({ slug, sides, days, exact }) => ({
    slug,
    name: nameOf(sides),
    days: days ?? 0,
    exact: Boolean(exact),
  }));
}

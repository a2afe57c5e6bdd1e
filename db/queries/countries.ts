/** Countries with what they have agreed, and their memberships. */
import { and, asc, count, eq } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import { boundsOf } from "#domain/edtf.ts";
import type { Country, Membership } from "#domain/wire.ts";
import type { Database } from "../database.ts";
import { citationsOf } from "./citations.ts";
import { recordedBy, standingJoins, standingTables } from "./standing.ts";

/** Countries that are a side of some agreement known then, with how many and how many signed by the day. */
export async function listCountries(db: Database, clocks: Clocks): Promise<Country[]> {
  const tables = standingTables(db);
  const { agreements, versions, signing } = tables;
  const { countries, sides } = db.tables;
  const joins = standingJoins(tables, clocks);
  return db.read
    .select({
      code: countries.code,
      name: countries.name,
      officialName: countries.officialName,
      kind: countries.kind,
      until: countries.until,
      agreements: count(agreements.id),
      signed: count(signing.id),
    })
    .from(countries)
    .innerJoin(sides, eq(sides.country, countries.code))
    .innerJoin(versions, eq(versions.id, sides.versionId))
    .innerJoin(agreements, joins.versions)
    .leftJoin(signing, joins.signing)
    .groupBy(countries.code)
    .orderBy(asc(countries.name));
}

/** One country by its code, with zero counts where it is no side; null for a code that is none. */
export async function countryAt(db: Database, code: string, clocks: Clocks): Promise<Country | null> {
  const listed = (await listCountries(db, clocks)).find((country) => country.code === code);
  if (listed) return listed;
  const { countries } = db.tables;
  const [found] = await db.read.select().from(countries).where(eq(countries.code, code));
  if (!found) return null;
  const { name, officialName, kind, until } = found;
  return { code, name, officialName, kind, until, agreements: 0, signed: 0 };
}

/** Who had joined or declined what by the day: of one country, or of one framework. What has no date comes first. */
export async function membershipsOf(
  db: Database,
  by: { country: string } | { framework: string },
  clocks: Clocks,
): Promise<Membership[]> {
  const { memberships: table, countries } = db.tables;
  const known = await db.read
    .select({ member: table, name: countries.name })
    .from(table)
    .innerJoin(countries, eq(countries.code, table.country))
    .where(
      and(
        "country" in by ? eq(table.country, by.country) : eq(table.framework, by.framework),
        recordedBy(table, clocks),
      ),
    )
    .orderBy(asc(table.date), asc(countries.name));
  const found = known.filter(({ member: { date } }) => date === null || boundsOf(date).earliest <= clocks.on);
  const cited = await citationsOf(
    db,
    found.map(({ member }) => `membership:${member.id}`),
    clocks,
  );
  return found.map(({ member: { id, framework, country, status, date, certainty, note }, name }) => ({
    framework,
    country: { code: country, name },
    status,
    date,
    certainty,
    note,
    citations: cited(`membership:${id}`),
  }));
}

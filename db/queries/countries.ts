/** Countries with what they have agreed, and their memberships. */
import { and, asc, eq } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import { boundsOf } from "#domain/edtf.ts";
import type { Country, Membership } from "#domain/wire.ts";
import { type Columns, none } from "../columns/columns.ts";
import { standingAt } from "../columns/held.ts";
import { endOf, startOf } from "../columns/numbers.ts";
import type { Slice } from "../columns/slice.ts";
import type { Database } from "../database.ts";
import { citationsOf } from "./citations.ts";
import { recordedBy } from "./standing.ts";

/** By the country's position in the columns: agreements known then that it is a side of, and those signed by the day. */
interface Counts {
  agreements: Uint32Array;
  signed: Uint32Array;
}

/** Every page of a country asks for the same counts. */
const counted = new WeakMap<Slice, Counts>();

function countSides({ versions, countries }: Columns, slice: Slice): Counts {
  const { sides } = versions;
  const agreements = new Uint32Array(countries.list.length);
  const signed = new Uint32Array(countries.list.length);
  for (let place = 0; place < slice.size; place++) {
    const version = slice.version[place] ?? none;
    if (version === none) continue;
    const isSigned = slice.signing[place] === none ? 0 : 1;
    for (let at = startOf(sides, version), end = endOf(sides, version); at < end; at++) {
      const country = (sides.all.values[at] ?? 0) >> 1;
      agreements[country] = (agreements[country] ?? 0) + 1;
      signed[country] = (signed[country] ?? 0) + isSigned;
    }
  }
  return { agreements, signed };
}

async function countsBySide(db: Database, clocks: Clocks) {
  const { columns, slice } = await standingAt(db, clocks);
  const { agreements, signed } = counted.get(slice) ?? countSides(columns, slice);
  counted.set(slice, { agreements, signed });
  return (code: string) => {
    const position = columns.countries.positionOf.get(code) ?? none;
    return { agreements: agreements[position] ?? 0, signed: signed[position] ?? 0 };
  };
}

/** Countries that are a side of some agreement known then, with how many and how many signed by the day. */
export async function listCountries(db: Database, clocks: Clocks): Promise<Country[]> {
  const { countries } = db.tables;
  const [counts, named] = await Promise.all([
    countsBySide(db, clocks),
    db.read.select().from(countries).orderBy(asc(countries.name)),
  ]);
  return named
    .map(({ code, name, officialName, kind, until }) => ({
      ...{ code, name, officialName, kind, until },
      ...counts(code),
    }))
    .filter(({ agreements }) => agreements > 0);
}

/** One country by its code, with zero counts where it is no side; null for a code that is none. */
export async function countryAt(db: Database, code: string, clocks: Clocks): Promise<Country | null> {
  const { countries } = db.tables;
  const [found] = await db.read.select().from(countries).where(eq(countries.code, code));
  if (!found) return null;
  const { name, officialName, kind, until } = found;
  return { code, name, officialName, kind, until, ...(await countsBySide(db, clocks))(code) };
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

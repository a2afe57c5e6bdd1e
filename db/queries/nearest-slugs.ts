/** Addresses near one at which nothing stands, and since when an address is known at all. */
import { and, desc, eq, min, sql } from "drizzle-orm";
import type { Clocks, Instant } from "#domain/clocks.ts";
import { editDistance } from "#domain/suggestion.ts";
import type { Reading } from "../database.ts";
import { knownAt } from "./standing.ts";

export interface NearSlug {
  slug: string;
  title: string;
}

/** Longer addresses are cut and few rows are weighed: whoever mistypes must not cost the server much. */
const longest = 80;
const weighed = 200;
const mostWords = 8;

/**
 * At most five agreements whose addresses begin alike or share words with the wanted one, the fewest edits first. The
 * first letters help where every word is mistyped.
 */
export async function nearestSlugs(db: Reading, wanted: string, clocks: Clocks): Promise<NearSlug[]> {
  const { agreements, versions } = db.tables;
  const clean = wanted
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, longest);
  const words = [...new Set(clean.split("-").filter((word) => word.length > 2))].slice(0, mostWords);
  if (words.length === 0) return [];
  const has = (pattern: string) => sql`(case when ${agreements.slug} like ${pattern} then 1 else 0 end)`;
  const likeness = sql.join(
    [has(`${clean.slice(0, 3)}%`), ...words.map((word) => has(`%${word}%`))],
    sql` + `,
  );
  const found = await db.read
    .select({ slug: agreements.slug, title: versions.title })
    .from(agreements)
    .innerJoin(versions, and(eq(versions.agreementId, agreements.id), knownAt(versions, clocks)))
    .where(sql`${likeness} > 0`)
    .orderBy(desc(likeness), agreements.slug)
    .limit(weighed);
  return found
    .map((row) => ({ row, edits: editDistance(clean, row.slug.slice(0, longest)) }))
    .sort((a, b) => a.edits - b.edits || (a.row.slug < b.row.slug ? -1 : 1))
    .slice(0, 5)
    .map(({ row }) => row);
}

/** The instant from which an agreement is known; null when there never was one at this address. */
export async function knownSince(db: Reading, slug: string): Promise<Instant | null> {
  const { agreements, versions } = db.tables;
  const [first] = await db.read
    .select({ since: min(versions.knownFrom) })
    .from(versions)
    .innerJoin(agreements, eq(agreements.id, versions.agreementId))
    .where(eq(agreements.slug, slug));
  return first?.since ?? null;
}

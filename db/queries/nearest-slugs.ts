/** Addresses near one at which nothing stands, and since when an address is known at all. */
import { eq, min } from "drizzle-orm";
import type { Clocks, Instant } from "#domain/clocks.ts";
import { editDistance } from "#domain/suggestion.ts";
import { none } from "../columns/columns.ts";
import { standingAt } from "../columns/held.ts";
import type { Database, Reading } from "../database.ts";

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
export async function nearestSlugs(db: Database, wanted: string, clocks: Clocks): Promise<NearSlug[]> {
  const clean = wanted
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, longest);
  const words = [...new Set(clean.split("-").filter((word) => word.length > 2))].slice(0, mostWords);
  if (words.length === 0) return [];
  const start = clean.slice(0, 3);
  const { columns, slice } = await standingAt(db, clocks);
  const likenessOf = (slug: string) =>
    words.reduce((sum, word) => sum + (slug.includes(word) ? 1 : 0), slug.startsWith(start) ? 1 : 0);
  const found = columns.slugs.list
    .flatMap((slug, place) => {
      const likeness = likenessOf(slug);
      const version = slice.version[place] ?? none;
      return likeness === 0 || version === none ? [] : [{ slug, version, likeness }];
    })
    .sort((a, b) => b.likeness - a.likeness || (a.slug < b.slug ? -1 : 1))
    .slice(0, weighed);
  return found
    .map((row) => ({ row, edits: editDistance(clean, row.slug.slice(0, longest)) }))
    .sort((a, b) => a.edits - b.edits || (a.row.slug < b.row.slug ? -1 : 1))
    .slice(0, 5)
    .map(({ row: { slug, version } }) => ({
      slug,
      title: columns.titles.list[columns.versions.title.values[version] ?? none] ?? "",
    }));
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

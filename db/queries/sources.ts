/** Sources with how often they are cited, page by page. */
import { and, asc, count, countDistinct, desc, eq, ilike, inArray, like, lte, or, sql } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { CitedSource, Source } from "#domain/wire.ts";
import type { Reading } from "../database.ts";
import { recordedBy } from "./standing.ts";

export interface SourceRequest {
  q: string | null;
  limit: number;
  /** The id after which the page begins; null for the first page. */
  after: { publishedOn: string; id: string } | null;
}

/** A page of sources, newest publication first, with the total. */
export async function listSources(db: Reading, { q, limit, after }: SourceRequest, clocks: Clocks) {
  const { sources, citations } = db.tables;
  const publishedKey = sql<string>`coalesce(${sources.publishedOn}, '')`;
  const pattern = q === null ? null : `%${q.replace(/[\\%_]/g, (found) => `\\${found}`)}%`;
  const found = pattern
    ? or(
        ...[sources.url, sources.title, sources.publisher].map(
          // SQLite's own `like` takes no notice of the case of ASCII letters.
          (column) => sql`${(db.engine === "postgres" ? ilike : like)(column, pattern)} escape '\\'`,
        ),
      )
    : undefined;
  const known = and(lte(sources.recordedAt, clocks.known), found);
  // The page first, along its index; only what is on it is counted.
  const rows = await db.read
    .select({ source: sources, key: publishedKey })
    .from(sources)
    .where(
      and(
        known,
        after ? sql`(${publishedKey}, ${sources.id}) < (${after.publishedOn}, ${after.id})` : undefined,
      ),
    )
    .orderBy(desc(publishedKey), desc(sources.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const ids = page.map(({ source }) => source.id);
  const [[total], cited] = await Promise.all([
    db.read.select({ total: count() }).from(sources).where(known),
    ids.length === 0
      ? []
      : db.read
          .select({
            id: citations.sourceId,
            citations: count(),
            agreements: countDistinct(citations.agreementId),
          })
          .from(citations)
          .where(and(inArray(citations.sourceId, ids), recordedBy(citations, clocks)))
          .groupBy(citations.sourceId),
  ]);
  const countsOf = new Map(cited.map(({ id, ...counts }) => [id, counts]));
  return {
    rows: page.map(
      ({ source: { recordedAt: _recordedAt, ...source } }): CitedSource => ({
        ...source,
        ...(countsOf.get(source.id) ?? { citations: 0, agreements: 0 }),
      }),
    ),
    total: total?.total ?? 0,
    end: rows.length > limit && last ? { publishedOn: last.key, id: last.source.id } : null,
  };
}

/** The sources that some agreements cite, for any fact, in the order of their ids. */
export async function sourcesCitedBy(
  db: Reading,
  slugs: readonly string[],
  clocks: Clocks,
): Promise<Source[]> {
  if (slugs.length === 0) return [];
  const { agreements, citations, sources } = db.tables;
  const found = await db.read
    .selectDistinct({ source: sources })
    .from(citations)
    .innerJoin(agreements, eq(agreements.id, citations.agreementId))
    .innerJoin(sources, eq(sources.id, citations.sourceId))
    .where(and(inArray(agreements.slug, [...slugs]), recordedBy(citations, clocks)))
    .orderBy(asc(sources.id));
  return found.map(({ source: { recordedAt: _recordedAt, ...source } }) => source);
}

/** Frozen views by their hash, or by a beginning of it that is long enough. */
import { and, count, desc, gte, lt, sql } from "drizzle-orm";
import type { Reading } from "../database.ts";

/** The frozen view; null when there is none, or when the beginning fits several. */
export async function shareAt({ read, tables: { shares } }: Reading, hash: string) {
  const found = await read
    .select()
    .from(shares)
    .where(and(gte(shares.hash, hash), lt(shares.hash, `${hash}g`)))
    .limit(2);
  return found.length === 1 ? (found[0] ?? null) : null;
}
export type Share = NonNullable<Awaited<ReturnType<typeof shareAt>>>;

/** More than anybody looks through. */
const mostListed = 100;

/** The frozen views that were frozen last, withdrawn ones among them, and how many there are. */
export async function listShares({ engine, read, tables: { shares } }: Reading) {
  // The body may be long; two of its words are enough.
  const word = (name: string) =>
    engine === "postgres"
      ? sql<string>`(${shares.body}::json ->> ${name})`
      : sql<string>`json_extract(${shares.body}, ${`$.${name}`})`;
  const [listed, [all]] = await Promise.all([
    read
      .select({
        hash: shares.hash,
        title: word("title"),
        path: word("path"),
        recordedAt: shares.recordedAt,
        withdrawnAt: shares.withdrawnAt,
        withdrawnReason: shares.withdrawnReason,
      })
      .from(shares)
      .orderBy(desc(shares.recordedAt), desc(shares.hash))
      .limit(mostListed),
    read.select({ total: count() }).from(shares),
  ]);
  return { shares: listed, total: all?.total ?? 0 };
}

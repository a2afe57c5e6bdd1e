/** Frozen views by their hash, or by a beginning of it that is long enough. */
import { and, gte, lt } from "drizzle-orm";
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

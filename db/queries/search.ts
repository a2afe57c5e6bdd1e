/** Full text search: the one file with a function per engine. SQLite: FTS5, words without marks, the last one by its beginning. */
import { and, eq, sql } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { Reading } from "../database.ts";
import { knownAt } from "./standing.ts";

/** Every word quoted, so that nothing a reader types is an operator of FTS5; null when there is no word. */
export function ftsQuery(text: string): string | null {
  const words = text.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+/gu);
  return words ? words.map((word) => `"${word}"*`).join(" ") : null;
}

/** Keys of the agreements whose search document, as known then, holds every word of `text`. */
export async function matching(
  { read, tables: { searchDocuments } }: Reading,
  text: string,
  clocks: Pick<Clocks, "known">,
): Promise<ReadonlySet<number>> {
  const query = ftsQuery(text);
  if (query === null) return new Set();
  const found = await read
    .select({ id: searchDocuments.agreementId })
    .from(searchDocuments)
    .innerJoin(sql`search_index`, eq(sql`search_index.rowid`, searchDocuments.id))
    .where(and(sql`search_index match ${query}`, knownAt(searchDocuments, clocks)));
  return new Set(found.map(({ id }) => id));
}

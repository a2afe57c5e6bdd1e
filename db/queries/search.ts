/** Full text search: the one file with a function per engine. SQLite: FTS5, words without marks, the last one by its beginning. */
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { Database } from "../database.ts";
import { knownAt, type StandingTables } from "./standing.ts";

/** Every word quoted, so that nothing a reader types is an operator of FTS5; null when there is no word. */
export function ftsQuery(text: string): string | null {
  const words = text.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+/gu);
  return words ? words.map((word) => `"${word}"*`).join(" ") : null;
}

/** Agreements whose search document, as known then, holds every word of `text`. */
export function matching(db: Database, { agreements }: StandingTables, text: string, clocks: Clocks): SQL {
  const query = ftsQuery(text);
  if (query === null) return sql`false`;
  const { searchDocuments } = db.tables;
  const documents = db.read
    .select({ id: searchDocuments.agreementId })
    .from(searchDocuments)
    .innerJoin(sql`search_index`, eq(sql`search_index.rowid`, searchDocuments.id))
    .where(and(sql`search_index match ${query}`, knownAt(searchDocuments, clocks)));
  return inArray(agreements.id, documents);
}

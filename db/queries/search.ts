/** Full text search: the one file with a function per engine. Every word is sought by its beginning, without marks. */
import { sql } from "drizzle-orm";
import type { Reading } from "../database.ts";

const wordsIn = (text: string): string[] => text.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Every word quoted, so that nothing a reader types is an operator of FTS5; null when there is no word. */
export function ftsQuery(text: string): string | null {
  const words = wordsIn(text);
  return words.length > 0 ? words.map((word) => `"${word}"*`).join(" ") : null;
}

/** The same for PostgreSQL, whose words `search_words` of the migrations keeps: it folds a text in the same way. */
export function tsQuery(text: string): string | null {
  const words = wordsIn(text).flatMap(
    (word) =>
      word
        .toLowerCase()
        .normalize("NFD")
        .replace(/([a-z])[\u0300-\u036f]+/g, "$1")
        .normalize("NFC")
        .replace(/[\u0300-\u0331]/g, "")
        .replaceAll("ς", "σ")
        .match(/[\p{L}\p{Nd}]+/gu) ?? [],
  );
  return words.length > 0 ? words.map((word) => `'${[...word].slice(0, 200).join("")}':*`).join(" & ") : null;
}

/** Keys of the search documents that hold every word of `text`, of whatever time. */
export async function matchingDocuments(
  { engine, read, tables: { searchDocuments } }: Reading,
  text: string,
): Promise<readonly number[]> {
  const query = { sqlite: ftsQuery, postgres: tsQuery }[engine](text);
  if (query === null) return [];
  // One text for all of them: a common word is in a hundred thousand documents, and as many rows would take long.
  const [found] = await {
    sqlite: () =>
      read
        .select({ ids: sql<string>`json_group_array(rowid)` })
        .from(sql`search_index`)
        .where(sql`search_index match ${query}`),
    postgres: () =>
      read
        .select({ ids: sql<string | null>`json_agg(${searchDocuments.id})::text` })
        .from(searchDocuments)
        .where(sql`words @@ ${query}::tsquery`),
  }[engine]();
  return JSON.parse(found?.ids ?? "[]") as number[];
}

/** Full text search: the one file with a function per engine. Every word is sought by its beginning, without marks. */
import { and, eq, sql } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { Reading } from "../database.ts";
import { knownAt } from "./standing.ts";

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

/** Keys of the agreements whose search document, as known then, holds every word of `text`. */
export async function matching(
  { engine, read, tables: { searchDocuments } }: Reading,
  text: string,
  clocks: Pick<Clocks, "known">,
): Promise<ReadonlySet<number>> {
  const query = { sqlite: ftsQuery, postgres: tsQuery }[engine](text);
  if (query === null) return new Set();
  const known = knownAt(searchDocuments, clocks);
  const documents = read.select({ id: searchDocuments.agreementId }).from(searchDocuments);
  const found = await {
    sqlite: () =>
      documents
        .innerJoin(sql`search_index`, eq(sql`search_index.rowid`, searchDocuments.id))
        .where(and(sql`search_index match ${query}`, known)),
    postgres: () => documents.where(and(sql`words @@ ${query}::tsquery`, known)),
  }[engine]();
  return new Set(found.map(({ id }) => id));
}

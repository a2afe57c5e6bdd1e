/** Resolves a request's query words, once, at the edge. */
import type { Database } from "#db/database.ts";
import { type ResolvedView, resolveAt } from "#db/queries/resolve-view.ts";
import type { QueryWords } from "#domain/view.ts";
import { database } from "./database.ts";

/** What a page, an export or a route needs of its request. */
export interface Resolved extends ResolvedView {
  db: Database;
}

/** Reads the query words against the record, as of this moment. */
export async function resolveView(words: QueryWords): Promise<Resolved> {
  const db = await database();
  return { db, ...(await resolveAt(db, words, new Date().toISOString())) };
}

/** The same for a page's `searchParams`. */
export const resolvePage = async (
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<Resolved> => resolveView(await searchParams);

/**
 * A page whose address holds something that could not be read is not for search engines, nor is a later page of a list,
 * whose address is of this moment only.
 */
export const robotsOf = ({ problems, view }: Pick<Resolved, "problems" | "view">) =>
  problems.length > 0 || view.cursor !== null ? { index: false } : undefined;

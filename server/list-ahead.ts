/**
 * The list of agreements ahead of Next: a plain question is answered with the same query and the same bytes as by its
 * route (app/api/v1/agreements, app/agreements.json), at a fraction of what Next takes to find the route. Whatever is
 * not plain, what is refused above all, is left to the route.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Database } from "#db/database.ts";
import { listView } from "#db/queries/list-view.ts";
import { resolveAt } from "#db/queries/resolve-view.ts";
import { apiBase, apiRoutes } from "#domain/api-routes.ts";
import { paths } from "#domain/paths.ts";
import { readingHeaders } from "#domain/reading-headers.ts";
import { defaultView } from "#domain/view.ts";
import type { AgreementList } from "#domain/wire.ts";
import { pathOf } from "./request-limits.ts";

const addresses: readonly string[] = [
  `${apiBase}${apiRoutes.agreements.path}`,
  paths.agreements(defaultView, "json"),
];
const words: readonly string[] = apiRoutes.agreements.view;

/** The list that these query words ask for. Null where there is something to refuse, or to tell of: the route does. */
async function listFor(db: Database, query: URLSearchParams): Promise<AgreementList | null> {
  if ([...query.keys()].some((word) => !words.includes(word))) return null;
  try {
    const resolved = await resolveAt(db, query, new Date().toISOString());
    return resolved.problems.length > 0 ? null : await listView(db, resolved);
  } catch {
    return null;
  }
}

export type Ahead = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Resolves to true when the question was the list's and is answered; to false, with nothing written, when it was not. */
export const listAhead =
  (db: Database): Ahead =>
  async ({ url = "" }, response) => {
    if (!addresses.includes(pathOf(url))) return false;
    const list = await listFor(db, new URLSearchParams(url.slice(url.indexOf("?") + 1 || url.length)));
    if (list === null) return false;
    for (const [name, value] of Object.entries(readingHeaders)) response.setHeader(name, value);
    response.setHeader("content-type", "application/json; charset=utf-8");
    response.end(JSON.stringify(list));
    return true;
  };

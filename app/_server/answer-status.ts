/**
 * Lets a page answer 404, 403 or 410 with a whole page. Next's `notFound()` sends an empty body that only a script fills, and what
 * it fills it with knows nothing of the address.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { notFound } from "next/navigation";

const key = Symbol.for("accords.responses");
/** On `globalThis` because one process loads this module several times. */
const held = globalThis as { [key]?: AsyncLocalStorage<ServerResponse> };

/** From now on every request knows its response. Node publishes this channel before it hands a request on. */
export function followResponses(): void {
  if (held[key]) return;
  const responses = new AsyncLocalStorage<ServerResponse>();
  held[key] = responses;
  subscribe("http.server.request.start", (message) => {
    responses.enterWith((message as { response: ServerResponse }).response);
  });
}

function answer(status: number): void {
  const response = held[key]?.getStore();
  if (!response || response.headersSent) notFound();
  response.statusCode = status;
}

/** The page that is being rendered is the answer 404. Where the response cannot be reached, Next's own page is. */
export const answerNotFound = (): void => answer(404);

/** The page that is being rendered is the answer 403. Where the response cannot be reached, it is Next's own 404. */
export const answerForbidden = (): void => answer(403);

/** The page that is being rendered is the answer 410. Where the response cannot be reached, it is Next's own 404. */
export const answerGone = (): void => answer(410);

/** The path and query that were asked for, without the word that Next adds to it; null where they are not known. */
export function askedPath(): string | null {
  const asked = held[key]?.getStore()?.req.url;
  if (!asked?.startsWith("/") || !URL.canParse(asked, "http://here.invalid")) return null;
  const { pathname, searchParams } = new URL(asked, "http://here.invalid");
  searchParams.delete("_rsc");
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}

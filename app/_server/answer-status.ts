/**
 * Lets a page answer 404 with a whole page. Next's `notFound()` sends an empty body that only a script fills, and what
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

/** The page that is being rendered is the answer 404. Where the response cannot be reached, Next's own page is. */
export function answerNotFound(): void {
  const response = held[key]?.getStore();
  if (!response || response.headersSent) notFound();
  response.statusCode = 404;
}

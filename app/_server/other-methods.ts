/** What an address answers to methods that it does not have: 405 with `Allow`, and the preflight of browsers. */
import { DomainError } from "#domain/errors.ts";
import { problemResponse } from "./endpoint.ts";

const methods = ["OPTIONS", "GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Handler = (request: Request) => Response;

/**
 * Handlers for a route to export beside its own, because Next answers these with neither a body nor `Allow`:
 * `export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET")`. Other sites may read; no more.
 */
export function methodsBeside(...own: readonly string[]): Record<(typeof methods)[number], Handler> {
  const allow = [...own, ...(own.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const refuse: Handler = (request) =>
    problemResponse(
      new DomainError("method-not-allowed", `${request.method} is not taken here. Allowed: ${allow}.`),
      request,
      { allow },
    );
  const open = { "access-control-allow-origin": "*", "access-control-allow-methods": "GET, HEAD" };
  const preflight: Handler = () =>
    new Response(null, { status: 204, headers: { allow, ...(own.includes("GET") ? open : {}) } });
  return { OPTIONS: preflight, GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
}

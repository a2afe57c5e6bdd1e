/**
 * Wraps a writing route: rights, origin, rate, body, `If-Match` and `Idempotency-Key` are checked in this order, then
 * the command runs in one transaction and the answer is sent after its commit. Errors are problem+json.
 */
import { createHash } from "node:crypto";
import type { z } from "zod";
import { answerWrite, type Outcome, type WriteAnswer } from "#db/commands/answer-write.ts";
import type { Entry } from "#db/commands/ledger.ts";
import { type Request as Performed, performs } from "#db/commands/perform.ts";
import { rehearse } from "#db/commands/rehearse.ts";
import { type ApiWrite, apiWrites, etagOf, type WriteName } from "#domain/api-writes.ts";
import { canonicalJson } from "#domain/canonical-json.ts";
import { admitWriter } from "./admission.ts";
import { database } from "./database.ts";
import { failure, requestIdOf } from "./endpoint.ts";
import { actorOf } from "./session.ts";
import { isPreflight, readBody, readIdempotencyKey, readIfMatch } from "./write-request.ts";

/** A request whose form was checked, as a route's own command takes it. */
export interface WriteInput<Body> {
  params: Readonly<Record<string, string>>;
  body: Body;
  revision: number | null;
}

interface RouteContext<Params> {
  params: Promise<Params>;
}

/** The address of what was made, read from the answer. */
type LocationOf = (body: unknown) => string;

interface Ways<Body> {
  locationOf?: LocationOf;
  /** What is rehearsed in place of the work itself, and before it. */
  rehearsed?: (entry: Entry, input: WriteInput<Body>) => Promise<Outcome>;
}

/** No other site may read what a write answers, so there are no CORS headers here. */
const closed = { "cache-control": "no-store", "content-type": "application/json; charset=utf-8" };

const hashOf = (request: Request, given: unknown): string =>
  createHash("sha256")
    .update(
      [
        request.method,
        new URL(request.url).pathname,
        request.headers.get("if-match") ?? "",
        canonicalJson(given),
      ].join("\n"),
    )
    .digest("hex");

/** The answer to an error, closed to other sites. */
export function refusal(error: unknown, request: Request): Response {
  const answer = failure(error, request);
  answer.headers.delete("access-control-allow-origin");
  answer.headers.delete("access-control-expose-headers");
  return answer;
}

function respond({ status, body, revision }: WriteAnswer, locationOf?: LocationOf): Response {
  return new Response(body, {
    status,
    headers: {
      ...closed,
      ...(revision === null ? {} : { etag: etagOf(revision) }),
      ...(locationOf && status === 201 ? { location: locationOf(JSON.parse(body)) } : {}),
    },
  });
}

/**
 * A writing route. `work` runs inside the transaction and awaits nothing but the database. With `preflight=true` the
 * same work is rehearsed: it answers what would change, and nothing does.
 */
export function writing<
  Body extends z.ZodType,
  Params extends Record<string, string> = Record<string, never>,
>(
  route: ApiWrite & { body: Body },
  work: (entry: Entry, input: WriteInput<z.output<Body>>) => Promise<Outcome>,
  { locationOf, rehearsed }: Ways<z.output<Body>> = {},
) {
  return async (request: Request, context: RouteContext<Params>): Promise<Response> => {
    try {
      const now = new Date().toISOString();
      const caller = await admitWriter(request, route.action, now);
      const { given, body } = await readBody(request, route.body);
      const preflight = isPreflight(request);
      const revision = readIfMatch(request, route.revision);
      const key = readIdempotencyKey(request);
      const params = await context.params;
      const db = await database();
      const actor = actorOf(caller, requestIdOf(request));
      const run = (entry: Entry) => work(entry, { params, body, revision });
      const tried = rehearsed ? (entry: Entry) => rehearsed(entry, { params, body, revision }) : run;
      if (preflight || rehearsed) {
        const foreseen = await rehearse(db, actor, route.action, now, tried);
        if (preflight)
          return new Response(JSON.stringify({ data: foreseen }), { status: 200, headers: closed });
      }
      const repeatable = key === null ? null : { key, requestHash: hashOf(request, given) };
      const { action, status } = route;
      return respond(await answerWrite(db, actor, { action, status, repeatable }, now, run), locationOf);
    } catch (error) {
      return refusal(error, request);
    }
  };
}

/** A writing route of the table. */
export function performing<Name extends WriteName, Params extends Record<string, string>>(
  name: Name,
  locationOf?: LocationOf,
) {
  // The table holds schema and function under one name; the compiler cannot pair them for a name that is a variable.
  const route = apiWrites[name] as unknown as ApiWrite & { body: z.ZodType<Performed<Name>["body"]> };
  const perform = performs[name];
  return writing<typeof route.body, Params>(
    route,
    (entry, input) => perform(entry, input),
    locationOf ? { locationOf } : {},
  );
}

/** Wraps a reading route for callers with a right: what it answers is theirs alone, so no cache and no other site has it. */
import type { z } from "zod";
import type { Database } from "#db/database.ts";
import type { Instant } from "#domain/clocks.ts";
import type { Action } from "#domain/permission.ts";
import { admit } from "./admission.ts";
import { database } from "./database.ts";
import { readOwn, refuseOthers } from "./endpoint.ts";
import type { Caller } from "./session.ts";
import { refusal } from "./writing.ts";

interface Asked<Params, Own extends z.ZodRawShape> {
  db: Database;
  caller: Caller;
  now: Instant;
  params: Params;
  own: ReturnType<typeof readOwn<Own>>;
}

/** `own` are the query words of the route, with their schemas. */
export function readingAs<Params = Record<string, never>, Own extends z.ZodRawShape = Record<never, never>>(
  action: Action,
  own: Own,
  answer: (asked: Asked<Params, Own>) => Promise<unknown>,
) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    try {
      const now = new Date().toISOString();
      const caller = await admit(request, action, now);
      const query = new URL(request.url).searchParams;
      refuseOthers(query, { view: [], own });
      const db = await database();
      const asked = { db, caller, now, params: await params, own: readOwn(query, own) };
      return Response.json(await answer(asked), { headers: { "cache-control": "no-store" } });
    } catch (error) {
      return refusal(error, request);
    }
  };
}

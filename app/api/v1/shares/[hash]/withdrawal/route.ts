import { withdrawShare } from "#db/commands/freeze-view.ts";
import { withdrawalInput } from "#domain/wire-input.ts";
import { admitWriter } from "../../../../../_server/admission.ts";
import { database } from "../../../../../_server/database.ts";
import { requestIdOf } from "../../../../../_server/endpoint.ts";
import { methodsBeside } from "../../../../../_server/other-methods.ts";
import { actorOf } from "../../../../../_server/session.ts";
import { demandShare } from "../../../../../_server/share.ts";
import { readBody } from "../../../../../_server/write-request.ts";
import { refusal } from "../../../../../_server/writing.ts";

interface RouteContext {
  params: Promise<{ hash: string }>;
}

/** `POST /api/v1/shares/{hash}/withdrawal`: an admin takes a frozen view away; its address then answers 410. */
export async function POST(request: Request, { params }: RouteContext): Promise<Response> {
  try {
    const now = new Date().toISOString();
    const caller = await admitWriter(request, "administer", now);
    const { body } = await readBody(request, withdrawalInput);
    const { share } = await demandShare((await params).hash);
    const actor = actorOf(caller, requestIdOf(request));
    const data = await withdrawShare(
      await database(),
      actor,
      { hash: share.hash, reason: body.reason ?? "" },
      now,
    );
    return Response.json({ data }, { status: 201, headers: { "cache-control": "no-store" } });
  } catch (error) {
    return refusal(error, request);
  }
}
export const { OPTIONS, GET, PUT, PATCH, DELETE } = methodsBeside("POST");

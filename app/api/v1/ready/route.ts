import { unreadiness } from "#db/queries/readiness.ts";
import { DomainError } from "#domain/errors.ts";
import { database } from "../../../_server/database.ts";
import { failure, probeHeaders } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";

/** `GET /api/v1/ready`: the record can be read, or 503 with the reason. */
export async function GET(request: Request): Promise<Response> {
  try {
    const reason = await unreadiness(await database());
    if (reason !== null) throw new DomainError("unavailable", reason);
    return Response.json({ status: "ok" }, { headers: probeHeaders });
  } catch (error) {
    return failure(error, request);
  }
}
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

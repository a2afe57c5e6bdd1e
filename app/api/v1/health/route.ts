import { connection } from "next/server";
import { probeHeaders } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";

/** `GET /api/v1/health`: the process answers. Touches no database. */
export async function GET(): Promise<Response> {
  await connection();
  return Response.json({ status: "ok" }, { headers: probeHeaders });
}
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

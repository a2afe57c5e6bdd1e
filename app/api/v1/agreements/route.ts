import { listView } from "#db/queries/list-view.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { asJson, reading } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";
import { performing } from "../../../_server/writing.ts";
import { agreementAddress } from "../../../_server/written-address.ts";

/** `GET /api/v1/agreements`: one page of the list with total and facets. */
export const GET = reading(
  async (resolved) => asJson(await listView(resolved.db, resolved)),
  apiRoutes.agreements,
);
/** `POST /api/v1/agreements`: records a new agreement. */
export const POST = performing<"createAgreement", Record<string, never>>("createAgreement", agreementAddress);
export const { OPTIONS, PUT, PATCH, DELETE } = methodsBeside("GET", "POST");

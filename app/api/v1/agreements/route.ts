import { apiRoutes } from "#domain/api-routes.ts";
import { asJson, reading } from "../../../_server/endpoint.ts";
import { listView } from "../../../_server/list.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";

/** `GET /api/v1/agreements`: one page of the list with total and facets. */
export const GET = reading(async (resolved) => asJson(await listView(resolved)), apiRoutes.agreements);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

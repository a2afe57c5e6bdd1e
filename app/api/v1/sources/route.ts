import { apiRoutes } from "#domain/api-routes.ts";
import { asJson, reading } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";
import { sourceList } from "../../../_server/source-list.ts";

/** `GET /api/v1/sources`: sources, newest publication first. */
export const GET = reading(async (resolved) => asJson(await sourceList(resolved)), apiRoutes.sources);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

import { apiRoutes } from "#domain/api-routes.ts";
import { stageTableOf } from "#domain/stage-table.ts";
import { asJson, reading } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";

/** `GET /api/v1/stages`: the published rules of stages. */
export const GET = reading(() => asJson(stageTableOf()), apiRoutes.stages);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

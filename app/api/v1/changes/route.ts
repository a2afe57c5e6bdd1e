import { apiRoutes } from "#domain/api-routes.ts";
import { changeList } from "../../../_server/change-list.ts";
import { asJson, reading } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";

/** `GET /api/v1/changes`: the ledger of accepted changes, newest first. */
export const GET = reading(
  async (resolved, _params, choice) => asJson(await changeList(resolved, choice)),
  apiRoutes.changes,
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

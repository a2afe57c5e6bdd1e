import { summaryOf } from "#db/queries/summary.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { pickFilters } from "#domain/view.ts";
import { asJson, reading } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";

/** `GET /api/v1/summary`: how many are signed by a counting rule, with the rows. */
export const GET = reading(
  async ({ db, view, clocks, rule }) => asJson(await summaryOf(db, rule, pickFilters(view), clocks)),
  apiRoutes.summary,
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

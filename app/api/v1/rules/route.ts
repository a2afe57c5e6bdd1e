import { allRules } from "#db/queries/vocabulary.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { asJson, reading } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";

/** `GET /api/v1/rules`: the counting rules. */
export const GET = reading(async ({ db }) => asJson({ data: await allRules(db) }), apiRoutes.rules);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

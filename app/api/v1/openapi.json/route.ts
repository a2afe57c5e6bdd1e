import { apiRoutes } from "#domain/api-routes.ts";
import { apiDocument } from "../../../_server/api-document.ts";
import { asJson, reading } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";

/** `GET /api/v1/openapi.json`: this API as an OpenAPI 3.1 document. */
export const GET = reading(
  async (resolved) => asJson((await apiDocument(resolved)).document),
  apiRoutes.openapi,
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

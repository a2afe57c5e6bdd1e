import { apiRoutes } from "#domain/api-routes.ts";
import { agreementAnswer } from "../../../../_server/agreement-answer.ts";
import { reading } from "../../../../_server/endpoint.ts";
import { methodsBeside } from "../../../../_server/other-methods.ts";

/** `GET /api/v1/agreements/{slug}`: one agreement, whole. */
export const GET = reading<{ slug: string }>(
  (resolved, { slug }) => agreementAnswer(resolved, slug),
  apiRoutes.agreement,
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

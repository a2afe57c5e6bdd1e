import { apiRoutes } from "#domain/api-routes.ts";
import { agreementAnswer } from "../../../../_server/agreement-answer.ts";
import { reading } from "../../../../_server/endpoint.ts";
import { methodsBeside } from "../../../../_server/other-methods.ts";
import { performing } from "../../../../_server/writing.ts";

/** `GET /api/v1/agreements/{slug}`: one agreement, whole. */
export const GET = reading<{ slug: string }>(
  (resolved, { slug }) => agreementAnswer(resolved, slug),
  apiRoutes.agreement,
);
/** `PATCH /api/v1/agreements/{slug}`: changes fields. */
export const PATCH = performing<"editAgreement", { slug: string }>("editAgreement");
export const { OPTIONS, POST, PUT, DELETE } = methodsBeside("GET", "PATCH");

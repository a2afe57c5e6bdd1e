import { knowsAgreement } from "#db/queries/changes.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { changeList } from "../../../../../_server/change-list.ts";
import { asJson, notFound, reading } from "../../../../../_server/endpoint.ts";
import { methodsBeside } from "../../../../../_server/other-methods.ts";

/** `GET /api/v1/agreements/{slug}/history`: every accepted change, newest first. */
export const GET = reading<{ slug: string }>(async (resolved, { slug }) => {
  if (!(await knowsAgreement(resolved.db, slug, resolved.clocks))) throw notFound("agreement", slug);
  return asJson(await changeList(resolved, { agreement: slug }));
}, apiRoutes.history);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

import { frameworkAt } from "#db/queries/frameworks.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { asJson, notFound, reading } from "../../../../_server/endpoint.ts";
import { methodsBeside } from "../../../../_server/other-methods.ts";

/** `GET /api/v1/frameworks/{slug}`: one framework with its members, moments and agreements. */
export const GET = reading<{ slug: string }>(async ({ db, clocks }, { slug }) => {
  const framework = await frameworkAt(db, slug, clocks);
  if (!framework) throw notFound("framework", slug);
  return asJson({ data: framework, clock: clocks });
}, apiRoutes.framework);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

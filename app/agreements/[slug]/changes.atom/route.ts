import { knowsAgreement } from "#db/queries/changes.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { paths } from "#domain/paths.ts";
import { withView } from "#domain/view.ts";
import { changeFeed } from "../../../_server/change-feed.ts";
import { notFound, reading } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";

/** `GET /agreements/{slug}.atom` (a rewrite in next.config.js): every change of one agreement. */
export const GET = reading<{ slug: string }>(async (resolved, { slug }) => {
  if (!(await knowsAgreement(resolved.db, slug, resolved.clocks))) throw notFound("agreement", slug);
  return changeFeed(resolved, {
    title: `Accords: changes of ${slug}`,
    self: (cursor) => paths.agreementFeed(slug, withView(resolved.view, { cursor })),
    page: paths.history(slug),
    choice: { agreement: slug },
  });
}, apiRoutes.history);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

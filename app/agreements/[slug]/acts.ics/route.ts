import { agreementAt } from "#db/queries/agreement.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { pairInWords } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import { noFilters } from "#domain/view.ts";
import { calendarAnswer } from "../../../_server/calendar.ts";
import { notFound, reading } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";

/** `GET /agreements/{slug}.ics` (a rewrite in next.config.js): the acts of one agreement. */
export const GET = reading<{ slug: string }>(async (resolved, { slug }) => {
  const agreement = await agreementAt(resolved.db, slug, resolved.clocks);
  if (!agreement) throw notFound("agreement", slug);
  return calendarAnswer(resolved, {
    name: `Accords: ${pairInWords(agreement)}`,
    page: paths.agreement(slug, resolved.view),
    filters: noFilters,
    slug,
  });
}, apiRoutes.agreement);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

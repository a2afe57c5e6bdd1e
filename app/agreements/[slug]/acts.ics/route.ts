import { agreementAt } from "#db/queries/agreement.ts";
import { oneAgreement } from "#db/queries/agreements.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { pairInWords } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
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
    chosen: await oneAgreement(resolved.db, slug),
  });
}, apiRoutes.agreement);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

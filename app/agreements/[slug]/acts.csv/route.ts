import { agreementAt } from "#db/queries/agreement.ts";
import { actsAsCsv } from "#domain/agreement-csv.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { paths } from "#domain/paths.ts";
import { csvLinks, notFound, reading } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";

/** `GET /agreements/{slug}.csv` (a rewrite in next.config.js): one line for each act of the page. */
export const GET = reading<{ slug: string }>(async ({ db, view, clocks }, { slug }) => {
  const agreement = await agreementAt(db, slug, clocks);
  if (!agreement) throw notFound("agreement", slug);
  return {
    body: actsAsCsv(agreement, clocks),
    contentType: "text/csv; charset=utf-8",
    headers: {
      "content-disposition": `attachment; filename="accords-${slug}-${clocks.on}.csv"`,
      link: csvLinks(paths.agreement(slug, view, "metadata.json")),
    },
  };
}, apiRoutes.agreement);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

import { agreementAt } from "#db/queries/agreement.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { actsTable, csvMetadata } from "#domain/export-columns.ts";
import { paths } from "#domain/paths.ts";
import { asCsvMetadata, notFound, reading } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";
import { onSite } from "../../../_server/site.ts";

/** `GET /agreements/{slug}.metadata.json` (a rewrite in next.config.js): what the columns of its `.csv` mean (CSVW). */
export const GET = reading<{ slug: string }>(async ({ db, view, clocks, rule }, { slug }) => {
  if (!(await agreementAt(db, slug, clocks))) throw notFound("agreement", slug);
  const url = onSite(paths.agreement(slug, view, "csv"));
  return asCsvMetadata(csvMetadata(actsTable, { url, clocks, rule }));
}, apiRoutes.agreement);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

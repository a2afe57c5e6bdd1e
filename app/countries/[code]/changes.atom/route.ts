import { chosenAgreements } from "#db/queries/agreements.ts";
import { countryAt } from "#db/queries/countries.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { paths } from "#domain/paths.ts";
import { noFilters, withView } from "#domain/view.ts";
import { changeFeed } from "../../../_server/change-feed.ts";
import { notFound, reading } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";

/** `GET /countries/{code}.atom` (a rewrite in next.config.js): changes of the agreements of one country. */
export const GET = reading<{ code: string }>(
  async (resolved, { code }) => {
    const { db, view, clocks } = resolved;
    const country = await countryAt(db, code.toUpperCase(), clocks);
    if (!country) throw notFound("country", code);
    return changeFeed(resolved, {
      title: `Accords: changes of the agreements of ${country.name}`,
      self: (cursor) => paths.countryFeed(country.code, withView(view, { cursor })),
      page: paths.country(country.code),
      choice: { among: await chosenAgreements(db, { ...noFilters, party: [country.code] }, clocks) },
    });
  },
  { view: apiRoutes.changes.view, own: {} },
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

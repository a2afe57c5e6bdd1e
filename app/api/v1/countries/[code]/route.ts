import { allAgreements } from "#db/queries/agreements.ts";
import { countryAt, membershipsOf } from "#db/queries/countries.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { defaultSort, noFilters } from "#domain/view.ts";
import type { CountryDetail } from "#domain/wire.ts";
import { asJson, notFound, reading } from "../../../../_server/endpoint.ts";
import { methodsBeside } from "../../../../_server/other-methods.ts";

/** `GET /api/v1/countries/{code}`: one country with its agreements and memberships. */
export const GET = reading<{ code: string }>(async ({ db, clocks }, params) => {
  const code = params.code.toUpperCase();
  const country = await countryAt(db, code, clocks);
  if (!country) throw notFound("country", params.code);
  const [rows, memberships] = await Promise.all([
    allAgreements(db, { ...noFilters, party: [code] }, defaultSort, clocks),
    membershipsOf(db, { country: code }, clocks),
  ]);
  return asJson({ data: { ...country, rows, memberships } satisfies CountryDetail, clock: clocks });
}, apiRoutes.country);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

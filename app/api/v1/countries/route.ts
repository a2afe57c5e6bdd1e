import { listCountries } from "#db/queries/countries.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { asJson, reading } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";

/** `GET /api/v1/countries`: every country that is a side of an agreement. */
export const GET = reading(
  async ({ db, clocks }) => asJson({ data: await listCountries(db, clocks), clock: clocks }),
  apiRoutes.countries,
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

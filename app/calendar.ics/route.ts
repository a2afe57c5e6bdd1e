import { apiRoutes } from "#domain/api-routes.ts";
import { paths } from "#domain/paths.ts";
import { noFilters } from "#domain/view.ts";
import { calendarAnswer, calendarChoice } from "../_server/calendar.ts";
import { reading } from "../_server/endpoint.ts";
import { methodsBeside } from "../_server/other-methods.ts";

/** `GET /calendar.ics`: every act of every agreement, past and expected. */
export const GET = reading(
  async (resolved) =>
    calendarAnswer(resolved, {
      name: "Accords",
      page: paths.home(resolved.view),
      chosen: await calendarChoice(resolved, noFilters),
    }),
  apiRoutes.agreement,
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

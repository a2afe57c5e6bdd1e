import { paths } from "#domain/paths.ts";
import { pickFilters } from "#domain/view.ts";
import { calendarAnswer, calendarChoice } from "../_server/calendar.ts";
import { reading } from "../_server/endpoint.ts";
import { methodsBeside } from "../_server/other-methods.ts";

/** `GET /agreements.ics`: acts of the agreements that the page with the same query chooses. */
export const GET = reading(async (resolved) =>
  calendarAnswer(resolved, {
    name: "Accords: agreements chosen",
    page: paths.agreements(resolved.view),
    chosen: await calendarChoice(resolved, pickFilters(resolved.view)),
  }),
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

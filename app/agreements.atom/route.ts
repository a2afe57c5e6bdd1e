import { chosenAgreements } from "#db/queries/agreements.ts";
import { paths } from "#domain/paths.ts";
import { isFiltered, pickFilters, withView } from "#domain/view.ts";
import { changeFeed } from "../_server/change-feed.ts";
import { reading } from "../_server/endpoint.ts";
import { methodsBeside } from "../_server/other-methods.ts";

/** `GET /agreements.atom`: changes of the agreements that the page with the same query chooses. */
export const GET = reading(async (resolved) => {
  const { db, view, clocks } = resolved;
  return changeFeed(resolved, {
    title: `Accords: changes of ${isFiltered(view) ? "the agreements chosen" : "all agreements"}`,
    self: (cursor) => paths.agreements(withView(view, { cursor }), "atom"),
    page: paths.agreements(withView(view, { cursor: null })),
    choice: { among: await chosenAgreements(db, pickFilters(view), clocks) },
  });
});
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

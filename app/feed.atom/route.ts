import { apiRoutes } from "#domain/api-routes.ts";
import { paths } from "#domain/paths.ts";
import { withView } from "#domain/view.ts";
import { changeFeed } from "../_server/change-feed.ts";
import { reading } from "../_server/endpoint.ts";
import { methodsBeside } from "../_server/other-methods.ts";

/** `GET /feed.atom`: every accepted change, newest first. */
export const GET = reading(
  (resolved) =>
    changeFeed(resolved, {
      title: "Accords: every change to the record",
      self: (cursor) => paths.feed(withView(resolved.view, { cursor })),
      page: paths.changes(),
      choice: {},
    }),
  { view: apiRoutes.changes.view, own: {} },
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

import { countChangesSince } from "#db/queries/changes.ts";
import { asJson, reading } from "../../../../../_server/endpoint.ts";
import { methodsBeside } from "../../../../../_server/other-methods.ts";
import { demandShare } from "../../../../../_server/share.ts";

/** `GET /api/v1/shares/{hash}/changes`: how often the agreements of a frozen view were changed since it was made. */
export const GET = reading<{ hash: string }>(
  async ({ db }, { hash }) => {
    const { view } = await demandShare(hash);
    const slugs = view.rows.map(({ slug }) => slug);
    const changed = await countChangesSince(db, slugs, view.clock.known);
    const changes = changed.reduce((sum, { count }) => sum + count, 0);
    return asJson({ data: { since: view.clock.known, changes, agreements: changed } });
  },
  { view: [], own: {} },
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

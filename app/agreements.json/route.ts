import { listView } from "#db/queries/list-view.ts";
import { asJson, reading } from "../_server/endpoint.ts";
import { methodsBeside } from "../_server/other-methods.ts";

/** `GET /agreements.json`: the rows of the page `/agreements` with the same query. */
export const GET = reading(async (resolved) => asJson(await listView(resolved.db, resolved)));
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

import { listView } from "#db/queries/list-view.ts";
import { listAsCsv } from "#domain/agreement-csv.ts";
import { paths } from "#domain/paths.ts";
import { asCsv, reading } from "../_server/endpoint.ts";
import { methodsBeside } from "../_server/other-methods.ts";

/** `GET /agreements.csv`: the rows of the page `/agreements` with the same query; `Link` leads to the next page. */
export const GET = reading(async (resolved) => {
  const list = await listView(resolved.db, resolved);
  const { next } = list.page;
  const following = next === null ? null : paths.agreements({ ...resolved.view, cursor: next }, "csv");
  const answer = asCsv(listAsCsv(list), `accords-agreements-${list.clock.on}.csv`);
  return following === null
    ? answer
    : { ...answer, headers: { ...answer.headers, link: `<${following}>; rel="next"` } };
});
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

import { listView } from "#db/queries/list-view.ts";
import { listAsCsv } from "#domain/agreement-csv.ts";
import { paths } from "#domain/paths.ts";
import { asCsv, reading } from "../_server/endpoint.ts";
import { methodsBeside } from "../_server/other-methods.ts";

/**
 * `GET /agreements.csv`: the rows of the page `/agreements` with the same query. `Link` leads to what the columns mean
 * (CSV on the Web, 5.2) and to the next page.
 */
export const GET = reading(async (resolved) => {
  const list = await listView(resolved.db, resolved);
  const { next } = list.page;
  const { view } = resolved;
  const links = [
    `<${paths.agreements(view, "metadata.json")}>; rel="describedby"; type="application/csvm+json"`,
    ...(next === null ? [] : [`<${paths.agreements({ ...view, cursor: next }, "csv")}>; rel="next"`]),
  ];
  const answer = asCsv(listAsCsv(list), `accords-agreements-${list.clock.on}.csv`);
  return { ...answer, headers: { ...answer.headers, link: links.join(", ") } };
});
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

import { listAsCsv } from "#domain/agreement-csv.ts";
import { paths } from "#domain/paths.ts";
import { asBytes, listFile } from "../_server/list-file.ts";
import { methodsBeside } from "../_server/other-methods.ts";

/**
 * `GET /agreements.csv`: the rows of the page `/agreements` with the same query, or every row with `limit=all`. `Link`
 * leads to what the columns mean (CSV on the Web, 5.2) and to the next page.
 */
export const GET = listFile(({ head: { page, clock }, parts }, { view }) => {
  const links = [
    `<${paths.agreements(view, "metadata.json")}>; rel="describedby"; type="application/csvm+json"`,
    ...(page.next === null
      ? []
      : [`<${paths.agreements({ ...view, cursor: page.next }, "csv")}>; rel="next"`]),
  ];
  return {
    contentType: "text/csv; charset=utf-8",
    parts: asBytes(listAsCsv(parts, clock)),
    headers: {
      "content-disposition": `attachment; filename="accords-agreements-${clock.on}.csv"`,
      link: links.join(", "),
    },
  };
});
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

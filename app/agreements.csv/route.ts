import { listAsCsv } from "#domain/agreement-csv.ts";
import { paths } from "#domain/paths.ts";
import { csvLinks } from "../_server/endpoint.ts";
import { asBytes, listFile } from "../_server/list-file.ts";
import { methodsBeside } from "../_server/other-methods.ts";

/** `GET /agreements.csv`: the rows of the page `/agreements` with the same query, or every row with `limit=all`. */
export const GET = listFile(({ head: { page, clock }, parts }, { view }) => ({
  contentType: "text/csv; charset=utf-8",
  parts: asBytes(listAsCsv(parts, clock)),
  headers: {
    "content-disposition": `attachment; filename="accords-agreements-${clock.on}.csv"`,
    link: csvLinks(
      paths.agreements(view, "metadata.json"),
      page.next === null ? null : paths.agreements({ ...view, cursor: page.next }, "csv"),
    ),
  },
}));
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

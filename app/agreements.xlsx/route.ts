import { paths } from "#domain/paths.ts";
import { listFile } from "../_server/list-file.ts";
import { methodsBeside } from "../_server/other-methods.ts";
import { onSite } from "../_server/site.ts";
import { workbookOf } from "../_server/workbook.ts";

/**
 * `GET /agreements.xlsx`: the rows of the page `/agreements` with the same query, or every row with `limit=all`, as a
 * workbook.
 */
export const GET = listFile((list, { view }) => ({
  contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  parts: workbookOf(list, onSite(paths.agreements({ ...view, ...list.head.clock }))),
  headers: { "content-disposition": `attachment; filename="accords-agreements-${list.head.clock.on}.xlsx"` },
}));
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

import { listView } from "#db/queries/list-view.ts";
import { paths } from "#domain/paths.ts";
import { reading } from "../_server/endpoint.ts";
import { methodsBeside } from "../_server/other-methods.ts";
import { onSite } from "../_server/site.ts";
import { workbookOf } from "../_server/workbook.ts";

/** `GET /agreements.xlsx`: the rows of the page `/agreements` with the same query, as a workbook. */
export const GET = reading(async (resolved) => {
  const list = await listView(resolved.db, resolved);
  return {
    body: await workbookOf(list, onSite(paths.agreements({ ...resolved.view, ...list.clock }))),
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    headers: { "content-disposition": `attachment; filename="accords-agreements-${list.clock.on}.xlsx"` },
  };
});
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

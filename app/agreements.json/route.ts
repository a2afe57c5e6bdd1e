import { listAsJson } from "#domain/agreement-json.ts";
import { asBytes, listFile } from "../_server/list-file.ts";
import { methodsBeside } from "../_server/other-methods.ts";

/** `GET /agreements.json`: the rows of the page `/agreements` with the same query, or every row with `limit=all`. */
export const GET = listFile(({ head, parts }) => ({
  contentType: "application/json; charset=utf-8",
  parts: asBytes(listAsJson(parts, head)),
}));
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

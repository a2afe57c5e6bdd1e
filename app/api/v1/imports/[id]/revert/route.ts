import { revertImport } from "#db/commands/revert-import.ts";
import { importWrites } from "#domain/import/api.ts";
import { methodsBeside } from "../../../../../_server/other-methods.ts";
import { writing } from "../../../../../_server/writing.ts";

/** `POST /api/v1/imports/{id}/revert`. */
export const POST = writing<typeof importWrites.revertImport.body, { id: string }>(
  importWrites.revertImport,
  async (entry, { params: { id = "" }, body }) => ({ data: await revertImport(entry, { id, ...body }) }),
);
export const { OPTIONS, GET, PUT, PATCH, DELETE } = methodsBeside("POST");

import { methodsBeside } from "../../../../../_server/other-methods.ts";
import { performing } from "../../../../../_server/writing.ts";

/** `POST /api/v1/citations/{id}/withdrawal`: ends a citation. */
export const POST = performing<"withdrawCitation", { id: string }>("withdrawCitation");
export const { OPTIONS, GET, PUT, PATCH, DELETE } = methodsBeside("POST");

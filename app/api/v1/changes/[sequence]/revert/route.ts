import { methodsBeside } from "../../../../../_server/other-methods.ts";
import { performing } from "../../../../../_server/writing.ts";

/** `POST /api/v1/changes/{sequence}/revert`: undoes a change by a new one. */
export const POST = performing<"revertChange", { sequence: string }>("revertChange");
export const { OPTIONS, GET, PUT, PATCH, DELETE } = methodsBeside("POST");

import { methodsBeside } from "../../../../../_server/other-methods.ts";
import { performing } from "../../../../../_server/writing.ts";

/** `POST /api/v1/acts/{id}/withdrawal`: withdraws an act. */
export const POST = performing<"withdrawAct", { id: string }>("withdrawAct");
export const { OPTIONS, GET, PUT, PATCH, DELETE } = methodsBeside("POST");

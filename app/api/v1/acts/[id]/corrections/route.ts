import { methodsBeside } from "../../../../../_server/other-methods.ts";
import { performing } from "../../../../../_server/writing.ts";
import { actAddress } from "../../../../../_server/written-address.ts";

/** `POST /api/v1/acts/{id}/corrections`: supersedes an act. */
export const POST = performing<"correctAct", { id: string }>("correctAct", actAddress);
export const { OPTIONS, GET, PUT, PATCH, DELETE } = methodsBeside("POST");

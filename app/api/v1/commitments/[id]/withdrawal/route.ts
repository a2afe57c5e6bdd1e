import { methodsBeside } from "../../../../../_server/other-methods.ts";
import { performing } from "../../../../../_server/writing.ts";

/** `POST /api/v1/commitments/{id}/withdrawal`: withdraws a commitment. */
export const POST = performing<"withdrawCommitment", { id: string }>("withdrawCommitment");
export const { OPTIONS, GET, PUT, PATCH, DELETE } = methodsBeside("POST");

import { methodsBeside } from "../../../../../_server/other-methods.ts";
import { performing } from "../../../../../_server/writing.ts";

/** `POST /api/v1/commitments/{id}/corrections`: supersedes a commitment. */
export const POST = performing<"correctCommitment", { id: string }>("correctCommitment");
export const { OPTIONS, GET, PUT, PATCH, DELETE } = methodsBeside("POST");

import { methodsBeside } from "../../../../../_server/other-methods.ts";
import { performing } from "../../../../../_server/writing.ts";

/** `POST /api/v1/agreements/{slug}/commitments`: records a commitment. */
export const POST = performing<"addCommitment", { slug: string }>("addCommitment");
export const { OPTIONS, GET, PUT, PATCH, DELETE } = methodsBeside("POST");

import { methodsBeside } from "../../../../../_server/other-methods.ts";
import { performing } from "../../../../../_server/writing.ts";

/** `POST /api/v1/agreements/{slug}/citations`: names a source for a field. */
export const POST = performing<"cite", { slug: string }>("cite");
export const { OPTIONS, GET, PUT, PATCH, DELETE } = methodsBeside("POST");

import { methodsBeside } from "../../../../../_server/other-methods.ts";
import { performing } from "../../../../../_server/writing.ts";

/** `POST /api/v1/agreements/{slug}/checks`: looked, and found nothing new. */
export const POST = performing<"checkAgreement", { slug: string }>("checkAgreement");
export const { OPTIONS, GET, PUT, PATCH, DELETE } = methodsBeside("POST");

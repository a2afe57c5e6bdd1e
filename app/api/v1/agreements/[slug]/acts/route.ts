import { methodsBeside } from "../../../../../_server/other-methods.ts";
import { performing } from "../../../../../_server/writing.ts";
import { actAddress } from "../../../../../_server/written-address.ts";

/** `POST /api/v1/agreements/{slug}/acts`: records an act. */
export const POST = performing<"recordAct", { slug: string }>("recordAct", actAddress);
export const { OPTIONS, GET, PUT, PATCH, DELETE } = methodsBeside("POST");

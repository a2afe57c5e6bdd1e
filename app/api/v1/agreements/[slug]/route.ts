import { agreementAnswer } from "../../../../_server/agreement-answer.ts";
import { reading } from "../../../../_server/endpoint.ts";

/** `GET /api/v1/agreements/{slug}`: one agreement, whole. */
export const GET = reading<{ slug: string }>((resolved, { slug }) => agreementAnswer(resolved, slug));

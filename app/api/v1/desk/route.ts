import { deskAnswer } from "../../../_server/desk-view.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";
import { readingAs } from "../../../_server/reading-as.ts";

/** `GET /api/v1/desk`: what needs attention, for whoever asks. */
export const GET = readingAs("propose", {}, ({ caller }) => deskAnswer(caller.user));
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

import { sheetWidth } from "#components/picture/sheet.ts";
import { reading } from "../_server/endpoint.ts";
import { methodsBeside } from "../_server/other-methods.ts";
import { timelineSheet } from "../_server/picture.ts";
import { asPng } from "../_server/picture-answer.ts";

/** `GET /timeline.png`: the same picture as `/timeline.svg`, at twice its size. */
export const GET = reading(async (resolved) =>
  asPng(await timelineSheet(resolved), 2 * sheetWidth, `accords-timeline-${resolved.clocks.on}`),
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

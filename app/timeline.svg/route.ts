import { reading } from "../_server/endpoint.ts";
import { methodsBeside } from "../_server/other-methods.ts";
import { timelineSheet } from "../_server/picture.ts";
import { asSvg } from "../_server/picture-answer.ts";

/** `GET /timeline.svg`: the page's lanes with the same query, to print. */
export const GET = reading(async (resolved) =>
  asSvg(await timelineSheet(resolved), `accords-timeline-${resolved.clocks.on}`),
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

import { shareCardSize } from "#components/picture/share-card.ts";
import { reading } from "../../_server/endpoint.ts";
import { methodsBeside } from "../../_server/other-methods.ts";
import { asPng } from "../../_server/picture-answer.ts";
import { shareImage } from "../../_server/share-image.ts";

/** `GET /share-image/{path of a page}`: 1200 x 630, what the page shows as of its clocks and nothing newer. */
export const GET = reading<{ path?: string[] }>(async (resolved, { path = [] }) =>
  asPng(await shareImage(resolved, path), shareCardSize.width, `accords-${resolved.clocks.on}`),
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

import { embedTimeline } from "../../_server/embed.ts";
import { failure } from "../../_server/endpoint.ts";
import { methodsBeside } from "../../_server/other-methods.ts";

/** `GET /embed/timeline`: the timeline with the same query, for the pages of other sites. */
export const GET = (request: Request): Promise<Response> =>
  embedTimeline(request).catch((error) => failure(error, request));
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

import { oembedWords } from "#domain/api-routes.ts";
import { asJson, reading } from "../_server/endpoint.ts";
import { oembedOf } from "../_server/oembed.ts";
import { methodsBeside } from "../_server/other-methods.ts";

/** `GET /oembed?url=`: how another site may show one of our pages (oEmbed 1.0, type `rich`). */
export const GET = reading(
  (_resolved, _params, { url, maxwidth, maxheight }) => asJson(oembedOf(url, { maxwidth, maxheight })),
  { view: [], own: oembedWords },
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

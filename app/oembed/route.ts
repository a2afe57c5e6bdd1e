import { z } from "zod";
import { asJson, reading } from "../_server/endpoint.ts";
import { oembedOf } from "../_server/oembed.ts";
import { methodsBeside } from "../_server/other-methods.ts";

/** `GET /oembed?url=`: how another site may show one of our pages (oEmbed 1.0, type `rich`). */
export const GET = reading(
  (_resolved, _params, { url, maxwidth, maxheight }) => asJson(oembedOf(url, { maxwidth, maxheight })),
  {
    view: [],
    own: {
      url: z.string().max(4000),
      maxwidth: z.coerce.number().int().min(1).max(10_000),
      maxheight: z.coerce.number().int().min(1).max(10_000),
      format: z.literal("json", "json"),
    },
  },
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

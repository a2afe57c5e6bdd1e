import { agreementAt } from "#db/queries/agreement.ts";
import { notFound, reading } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";
import { agreementSheet, pictureWords } from "../../../_server/picture.ts";
import { asSvg } from "../../../_server/picture-answer.ts";

/** `GET /agreements/{slug}.svg` (a rewrite in next.config.js): its path on a true scale, to print. */
export const GET = reading<{ slug: string }>(async (resolved, { slug }) => {
  const { db, clocks } = resolved;
  const agreement = await agreementAt(db, slug, clocks);
  if (!agreement) throw notFound("agreement", slug);
  return asSvg(await agreementSheet(resolved, agreement), `accords-${slug}-${clocks.on}`);
}, pictureWords);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

import { sheetWidth } from "#components/picture/sheet.ts";
import { agreementAt } from "#db/queries/agreement.ts";
import { notFound, reading } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";
import { agreementSheet, pictureWords } from "../../../_server/picture.ts";
import { asPng } from "../../../_server/picture-answer.ts";

/** `GET /agreements/{slug}.png` (a rewrite in next.config.js): its path on a true scale, to print. */
export const GET = reading<{ slug: string }>(async (resolved, { slug }) => {
  const { db, clocks } = resolved;
  const agreement = await agreementAt(db, slug, clocks);
  if (!agreement) throw notFound("agreement", slug);
  return asPng(await agreementSheet(resolved, agreement), 2 * sheetWidth, `accords-${slug}-${clocks.on}`);
}, pictureWords);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

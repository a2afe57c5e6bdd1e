import { freezeView } from "#db/commands/freeze-view.ts";
import { shareInput } from "#domain/frozen-view.ts";
import { apiPaths, paths } from "#domain/paths.ts";
import { database } from "../../../_server/database.ts";
import { addressOf } from "../../../_server/form.ts";
import { frozenViewOf } from "../../../_server/freeze.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";
import { takePermit } from "../../../_server/rate-limit.ts";
import { onSite } from "../../../_server/site.ts";
import { readBody } from "../../../_server/write-request.ts";
import { refusal } from "../../../_server/writing.ts";

/** `POST /api/v1/shares`: freezes the view at `path`. Anyone may; the same view has the same hash. */
export async function POST(request: Request): Promise<Response> {
  try {
    await takePermit("freeze", addressOf(request));
    const { body } = await readBody(request, shareInput);
    const view = await frozenViewOf(body.path);
    const { hash } = await freezeView(await database(), view, new Date().toISOString());
    return new Response(JSON.stringify({ hash, url: onSite(paths.share(hash)) }), {
      status: 201,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "cache-control": "no-store",
        location: apiPaths.share(hash),
      },
    });
  } catch (error) {
    return refusal(error, request);
  }
}
export const { OPTIONS, GET, PUT, PATCH, DELETE } = methodsBeside("POST");

import { freezeView } from "#db/commands/freeze-view.ts";
import { paths } from "#domain/paths.ts";
import { database } from "../../_server/database.ts";
import { addressOf, readForm } from "../../_server/form.ts";
import { fromElsewhere, goTo, refuseForm } from "../../_server/form-answer.ts";
import { frozenViewOf } from "../../_server/freeze.ts";
import { isFromHere } from "../../_server/origin.ts";
import { takePermit } from "../../_server/rate-limit.ts";

/** `POST /s`: freezes the view at `path` as a plain form asks for it, and goes on to the frozen view. */
export async function POST(request: Request): Promise<Response> {
  const path = (await readForm(request))("path");
  try {
    if (!isFromHere(request)) throw fromElsewhere();
    await takePermit("freeze", addressOf(request));
    const view = await frozenViewOf(path);
    const { hash } = await freezeView(await database(), view, new Date().toISOString());
    return goTo(paths.share(hash));
  } catch (error) {
    return refuseForm(request, paths.freeze(), error, { path });
  }
}

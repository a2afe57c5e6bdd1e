/** `POST /sign-out`: ends the session of this browser. */
import { endSession } from "#db/commands/end-sessions.ts";
import { paths } from "#domain/paths.ts";
import { database } from "../_server/database.ts";
import { fromElsewhere, goTo, refuseForm } from "../_server/form-answer.ts";
import { isFromHere } from "../_server/origin.ts";
import { currentCaller, endedCookie } from "../_server/session.ts";

export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request)) return refuseForm(request, paths.signIn(), fromElsewhere());
  const caller = await currentCaller();
  if (caller) await endSession(await database(), caller.user.id, caller.secretId);
  return goTo(paths.home(), endedCookie);
}

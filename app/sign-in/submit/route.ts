/** What `POST /sign-in` runs (next.config.js leads here): a page cannot take a form. */
import { endSession } from "#db/commands/end-sessions.ts";
import { signIn } from "#db/commands/sign-in.ts";
import { paths } from "#domain/paths.ts";
import { returnPath } from "#domain/return-path.ts";
import { database } from "../../_server/database.ts";
import { readForm, senderOf } from "../../_server/form.ts";
import { fromElsewhere, goTo, refuseForm } from "../../_server/form-answer.ts";
import { isFromHere } from "../../_server/origin.ts";
import { cookieWith, currentCaller, sessionTimes } from "../../_server/session.ts";

export async function POST(request: Request): Promise<Response> {
  const field = await readForm(request);
  const next = returnPath(field("next"));
  const email = field("email").slice(0, 1_000);
  try {
    if (!isFromHere(request)) throw fromElsewhere();
    const db = await database();
    const { token } = await signIn(
      db,
      { email, password: field("password"), ...senderOf(request) },
      new Date().toISOString(),
      sessionTimes.lasts,
    );
    // What this browser was signed in as before ends here.
    const before = await currentCaller();
    if (before) await endSession(db, before.user.id, before.secretId);
    return goTo(next ?? paths.desk(), cookieWith(token));
  } catch (error) {
    return refuseForm(request, paths.signIn(next ?? undefined), error, { email });
  }
}

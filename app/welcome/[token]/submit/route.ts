/** What `POST /welcome/{token}` runs: the user is made or gets their password, and is signed in. */
import { signIn } from "#db/commands/sign-in.ts";
import { followLink } from "#db/commands/use-link.ts";
import { paths } from "#domain/paths.ts";
import { database } from "../../../_server/database.ts";
import { readForm, senderOf } from "../../../_server/form.ts";
import { fromElsewhere, goTo, refuseForm } from "../../../_server/form-answer.ts";
import { isFromHere } from "../../../_server/origin.ts";
import { cookieWith, sessionTimes } from "../../../_server/session.ts";

export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params;
  const field = await readForm(request);
  const typed = { email: field("email").slice(0, 1_000), name: field("name").slice(0, 1_000) };
  try {
    if (!isFromHere(request)) throw fromElsewhere();
    const db = await database();
    const now = new Date().toISOString();
    const password = field("password");
    const { email } = await followLink(db, { token, ...typed, password }, now);
    const signedIn = await signIn(db, { email, password, ...senderOf(request) }, now, sessionTimes.lasts);
    return goTo(paths.desk(), cookieWith(signedIn.token));
  } catch (error) {
    return refuseForm(request, paths.welcome(token), error, typed);
  }
}

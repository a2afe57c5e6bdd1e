/** What `POST /sign-in` runs (next.config.js leads here): a page cannot take a form. */
import { endSession } from "#db/commands/end-sessions.ts";
import { signIn } from "#db/commands/sign-in.ts";
import { deviceOf } from "#domain/device.ts";
import { DomainError, errorCodes } from "#domain/errors.ts";
import { paths } from "#domain/paths.ts";
import { returnPath } from "#domain/return-path.ts";
import { database } from "../../_server/database.ts";
import { addressOf, readForm } from "../../_server/form.ts";
import { answerWithPage, goTo } from "../../_server/form-answer.ts";
import { isFromHere } from "../../_server/origin.ts";
import { cookieWith, currentCaller, sessionTimes } from "../../_server/session.ts";

/** How the page calls what the command refuses. */
const problems: Readonly<Record<string, string>> = {
  email: "email",
  "sign-in": "wrong",
  "too-many-attempts": "too-many",
};

export async function POST(request: Request): Promise<Response> {
  const field = await readForm(request);
  const next = returnPath(field("next"));
  const email = field("email");
  const refuse = (problem: string, status: number, wait?: number) => {
    const words = new URLSearchParams({ problem, email: email.slice(0, 254) });
    if (next) words.set("next", next);
    if (wait !== undefined) words.set("wait", String(wait));
    return answerWithPage({
      path: `${paths.signIn()}?${words}`,
      status,
      headers: wait === undefined ? {} : { "retry-after": String(wait) },
    });
  };
  if (!isFromHere(request)) return refuse("elsewhere", 403);
  try {
    const db = await database();
    const { token } = await signIn(
      db,
      {
        email,
        password: field("password"),
        address: addressOf(request),
        device: deviceOf(request.headers.get("user-agent")),
      },
      new Date().toISOString(),
      sessionTimes.lasts,
    );
    // What this browser was signed in as before ends here.
    const before = await currentCaller();
    if (before) await endSession(db, before.user.id, before.secretId);
    return goTo(next ?? paths.desk(), cookieWith(token));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { retryAfter } = error.extra;
    const wait = typeof retryAfter === "number" ? retryAfter : undefined;
    return refuse(problems[error.guard ?? ""] ?? "wrong", errorCodes[error.code].status, wait);
  }
}

/** Who may make a request to a route that is not open to everybody. */
import type { Instant } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import { type Action, may } from "#domain/permission.ts";
import { takePermit } from "./rate-limit.ts";
import { type Caller, callerOf } from "./session.ts";

const clientOf = (request: Request): string => request.headers.get("x-forwarded-for") ?? "";

/**
 * True when a browser sent it from one of our own pages. A browser says so by itself in `Sec-Fetch-Site`, save on
 * plain http; then `Origin` does. Compared with the configured address and never with `Host`, which anybody may set.
 */
function isOurOwn({ headers }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  // Checked and set by server/environment.js; `next dev` alone does without.
  const own = new URL(process.env.APP_URL ?? "http://localhost:3000").origin;
  return origin === null ? site === "same-origin" : origin === own;
}

/** The caller; throws `unauthorised`, `forbidden` or `too-many`. */
export async function admit(request: Request, action: Action, now: Instant): Promise<Caller> {
  const caller = await callerOf(request, now);
  if (!caller) {
    takePermit("nobody", clientOf(request));
    throw new DomainError("unauthorised", "Sign in, or send the token of a user as Authorization: Bearer.");
  }
  if (!may(caller.user.role, action))
    throw new DomainError("forbidden", `The role ${caller.user.role} may not ${action}.`);
  return caller;
}

/** The caller of a write: a browser's cookie counts only in requests from our own pages. */
export async function admitWriter(request: Request, action: Action, now: Instant): Promise<Caller> {
  const caller = await admit(request, action, now);
  if (caller.by === "cookie" && !isOurOwn(request))
    throw new DomainError("forbidden", "This request comes from another site.", { guard: "same-origin" });
  takePermit("write", caller.user.id);
  return caller;
}

/** Who may make a request to a route that is not open to everybody. */
import type { Instant } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import { type Action, may } from "#domain/permission.ts";
import { addressOf } from "./form.ts";
import { isFetchedFromHere } from "./origin.ts";
import { takePermit } from "./rate-limit.ts";
import { type Caller, callerOf } from "./session.ts";

/** The caller; throws `unauthorised`, `forbidden` or `too-many`. */
export async function admit(request: Request, action: Action, now: Instant): Promise<Caller> {
  const caller = await callerOf(request, now);
  if (!caller) {
    await takePermit("nobody", addressOf(request));
    throw new DomainError("unauthorised", "Sign in, or send the token of a user as Authorization: Bearer.");
  }
  if (!may(caller.user.role, action))
    throw new DomainError("forbidden", `The role ${caller.user.role} may not ${action}.`);
  return caller;
}

/** The caller of a write: a browser's cookie counts only in requests from our own pages. */
export async function admitWriter(request: Request, action: Action, now: Instant): Promise<Caller> {
  const caller = await admit(request, action, now);
  if (caller.by === "cookie" && !isFetchedFromHere(request))
    throw new DomainError("forbidden", "This request comes from another site.", { guard: "same-origin" });
  await takePermit("write", caller.user.id);
  return caller;
}

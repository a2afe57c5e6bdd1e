/** The lock of a page. Each page that is not for everybody asks here itself; no other place is a lock. */
import { redirect } from "next/navigation";
import type { ReactElement } from "react";
import { RoleNeeded } from "#components/people/role-needed.tsx";
import { paths } from "#domain/paths.ts";
import { type Action, leastRoleFor, may } from "#domain/permission.ts";
import { answerForbidden, askedPath } from "./answer-status.ts";
import { type Caller, currentCaller } from "./session.ts";

type Guarded = { caller: Caller; refusal: null } | { caller: null; refusal: ReactElement };

/**
 * Who may do it; nobody is sent to sign in. Who may not gets the page `refusal` with the status 403, which a page
 * returns before it reads anything:
 *
 *     const { caller, refusal } = await requirePage("record");
 *     if (refusal) return refusal;
 */
export async function requirePage(action: Action): Promise<Guarded> {
  const caller = await currentCaller();
  if (!caller) redirect(paths.signIn(askedPath() ?? paths.desk()));
  if (may(caller.user.role, action)) return { caller, refusal: null };
  answerForbidden();
  const refusal = <RoleNeeded has={caller.user.role} needs={leastRoleFor(action)} />;
  return { caller: null, refusal };
}

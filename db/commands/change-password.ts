/** Gives a user the new password that they chose. */
import type { Instant } from "#domain/clocks.ts";
import type { Actor } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import { dropSessions } from "./end-sessions.ts";
import { appendChange, write } from "./ledger.ts";
import { putPassword } from "./put-password.ts";

/** The old password was checked before. Every session ends: whoever knew the old password is out. */
export function changePassword(db: Database, actor: Actor, passwordHash: string, now: Instant) {
  return write(db, actor, "read", now, async (entry) => {
    await putPassword(entry, actor.id, passwordHash);
    await dropSessions(entry, actor.id);
    await appendChange(entry, {
      agreementId: null,
      verb: "user-password",
      before: null,
      after: { user: actor.id },
    });
  });
}

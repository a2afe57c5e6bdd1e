/**
 * Gives a user another role; it holds from the next request on. Their sessions end, so that no session has more rights
 * than it was begun with; their API tokens have the new role.
 */
import { eq } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import type { Actor, UserRole } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import { dropSessions } from "./end-sessions.ts";
import { expectAnotherAdmin, findUser } from "./find-user.ts";
import { appendChange, write } from "./ledger.ts";

export interface ChangeRoleInput {
  id: string;
  role: UserRole;
}

export function changeRole(db: Database, actor: Actor, { id, role }: ChangeRoleInput, now: Instant) {
  return write(db, actor, "administer", now, async (entry) => {
    const user = await findUser(entry, id);
    if (user.role === role) return;
    if (user.role === "admin") await expectAnotherAdmin(entry, id);
    const { users } = entry.tables;
    await entry.tx
      .update(users)
      .set({ role, updatedAt: new Date(entry.recordedAt) })
      .where(eq(users.id, id));
    await dropSessions(entry, id);
    await appendChange(entry, {
      agreementId: null,
      verb: "user-role",
      before: { user: id, role: user.role },
      after: { user: id, role },
    });
  });
}

/** Takes away a user's access, or gives it back. What the user recorded stays, and stays theirs. */
import { eq } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import type { Actor } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import { dropSessions } from "./end-sessions.ts";
import { expectAnotherAdmin, findUser } from "./find-user.ts";
import { appendChange, write } from "./ledger.ts";
import { endTokens } from "./revoke-tokens.ts";

export interface SetDisabledInput {
  id: string;
  disabled: boolean;
}

/** Sessions and tokens of a disabled user end, and do not come back with the access. */
export function setDisabled(db: Database, actor: Actor, { id, disabled }: SetDisabledInput, now: Instant) {
  return write(db, actor, "administer", now, async (entry) => {
    const user = await findUser(entry, id);
    if (user.disabled === disabled) return;
    if (disabled && user.role === "admin") await expectAnotherAdmin(entry, id);
    const { users } = entry.tables;
    await entry.tx
      .update(users)
      .set({ disabled, updatedAt: new Date(entry.recordedAt) })
      .where(eq(users.id, id));
    if (disabled) {
      await dropSessions(entry, id);
      await endTokens(entry, id);
    }
    await appendChange(entry, {
      agreementId: null,
      verb: disabled ? "user-disabled" : "user-enabled",
      before: { user: id, disabled: !disabled },
      after: { user: id, disabled },
    });
  });
}

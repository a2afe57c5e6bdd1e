/** Changes the name that readers see beside what a user records. The audit log keeps neither name. */
import { eq } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import type { Actor } from "#domain/permission.ts";
import { readName } from "#domain/person.ts";
import type { Database } from "../database.ts";
import { appendChange, write } from "./ledger.ts";

/** A user names nobody but themselves. */
export function renameUser(db: Database, actor: Actor, name: string, now: Instant) {
  const read = readName(name);
  return write(db, actor, "read", now, async (entry) => {
    const { users } = entry.tables;
    await entry.tx
      .update(users)
      .set({ name: read, updatedAt: new Date(entry.recordedAt) })
      .where(eq(users.id, actor.id));
    await appendChange(entry, {
      agreementId: null,
      verb: "user-renamed",
      before: null,
      after: { user: actor.id },
    });
  });
}

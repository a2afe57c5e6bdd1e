/** Changes the name that readers see beside what a user records. The audit log keeps neither name. */
import { eq } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import type { Actor } from "#domain/permission.ts";
import { readName } from "#domain/person.ts";
import type { Database } from "../database.ts";
import { appendChange, type Entry, write } from "./ledger.ts";

/** A user names nobody but themselves. Whoever may propose is a user. */
export const renameUser = (db: Database, actor: Actor, name: string, now: Instant): Promise<void> =>
  write(db, actor, "propose", now, (entry) => putName(entry, actor.id, name));

/** Throws `rule-broken` for a name that cannot be shown. */
export async function putName(entry: Entry, id: string, name: string): Promise<void> {
  const { users } = entry.tables;
  await entry.tx
    .update(users)
    .set({ name: readName(name), updatedAt: new Date(entry.recordedAt) })
    .where(eq(users.id, id));
  await appendChange(entry, { agreementId: null, verb: "user-renamed", before: null, after: { user: id } });
}

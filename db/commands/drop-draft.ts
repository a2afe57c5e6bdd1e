/** Drops one's own draft; that there was none is no fault. */
import { and, eq } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import type { Actor } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import { write } from "./ledger.ts";

export function dropDraft(
  db: Database,
  actor: Actor,
  { subject }: { subject: string },
  now: Instant,
): Promise<void> {
  return write(db, actor, "propose", now, async ({ tx, tables: { drafts } }) => {
    await tx.delete(drafts).where(and(eq(drafts.userId, actor.id), eq(drafts.subject, subject)));
  });
}

/** Notes that a session or a token was used, so that its owner can tell which one is whose. */
import { eq } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import type { Database } from "../database.ts";

export const markSessionUsed = (db: Database, id: string, now: Instant): Promise<void> =>
  db.transact(async (tx) => {
    const { sessions } = db.tables;
    await tx
      .update(sessions)
      .set({ updatedAt: new Date(now) })
      .where(eq(sessions.id, id));
  });

export const markTokenUsed = (db: Database, id: string, now: Instant): Promise<void> =>
  db.transact(async (tx) => {
    const { apiTokens } = db.tables;
    await tx.update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.id, id));
  });

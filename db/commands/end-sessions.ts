/** Signs a user out: here, at one place, or everywhere. */
import { and, eq, ne } from "drizzle-orm";
import type { Database, Writer } from "../database.ts";
import type { Tables } from "../tables.ts";

/** Ends all sessions of a user, but for one that may be kept. */
export async function dropSessions(
  { tx, tables: { sessions } }: { tx: Writer; tables: Tables },
  userId: string,
  kept?: string,
): Promise<void> {
  await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), kept === undefined ? undefined : ne(sessions.id, kept)));
}

/** A user's sign-out needs no right and is no change of the record. */
export const endSessions = (db: Database, userId: string): Promise<void> =>
  db.transact((tx) => dropSessions({ tx, tables: db.tables }, userId));

/** Ends one session of the user's own. */
export const endSession = (db: Database, userId: string, id: string): Promise<void> =>
  db.transact(async (tx) => {
    const { sessions } = db.tables;
    await tx.delete(sessions).where(and(eq(sessions.userId, userId), eq(sessions.id, id)));
  });

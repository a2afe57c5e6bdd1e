/** Ends every API token of a user. */
import { and, eq, isNull } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import type { Actor } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import { findUser } from "./find-user.ts";
import { appendChange, type Entry, write } from "./ledger.ts";

export async function endTokens({ tx, tables: { apiTokens }, recordedAt }: Entry, userId: string) {
  const ended = await tx
    .update(apiTokens)
    .set({ revokedAt: recordedAt })
    .where(and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id });
  return ended.length;
}

/** Answers with how many there were. */
export function revokeTokens(db: Database, actor: Actor, userId: string, now: Instant) {
  return write(db, actor, "administer", now, async (entry) => {
    await findUser(entry, userId);
    const count = await endTokens(entry, userId);
    if (count === 0) return 0;
    await appendChange(entry, {
      agreementId: null,
      verb: "user-tokens-revoked",
      before: { user: userId, tokens: count },
      after: { user: userId, tokens: 0 },
    });
    return count;
  });
}

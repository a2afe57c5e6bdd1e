/** Ends API tokens of a user. */
import { and, eq, isNull } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import type { Actor } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import { findUser } from "./find-user.ts";
import { appendChange, type Entry, write } from "./ledger.ts";

export async function endTokens(
  { tx, tables: { apiTokens }, recordedAt }: Entry,
  userId: string,
  tokenId?: string,
): Promise<number> {
  const one = tokenId === undefined ? undefined : eq(apiTokens.id, tokenId);
  const ended = await tx
    .update(apiTokens)
    .set({ revokedAt: recordedAt })
    .where(and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt), one))
    .returning({ id: apiTokens.id });
  return ended.length;
}

export interface RevokeTokensInput {
  userId: string;
  /** One of them; without it all. */
  tokenId?: string | undefined;
}

/** A user's own, or anybody's for an admin. Answers with how many there were. */
export function revokeTokens(
  db: Database,
  actor: Actor,
  { userId, tokenId }: RevokeTokensInput,
  now: Instant,
): Promise<number> {
  return write(db, actor, actor.id === userId ? "propose" : "administer", now, async (entry) => {
    await findUser(entry, userId);
    const count = await endTokens(entry, userId, tokenId);
    if (count === 0) return 0;
    await appendChange(entry, {
      agreementId: null,
      verb: "user-tokens-revoked",
      before: null,
      after: { user: userId, revoked: count },
    });
    return count;
  });
}

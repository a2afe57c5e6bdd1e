/** One-time links: 256 random bits, kept as a hash, good for one use within their time. */
import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import { type Actor, operator } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import type { LinkPurpose } from "../people-tables.ts";
import { hashOf, newSecret } from "../secret.ts";
import { expectEnabled, findUser } from "./find-user.ts";
import { appendChange, type Entry, write } from "./ledger.ts";

const lastsMinutes: Record<LinkPurpose, number> = { "first-admin": 30, invitation: 3 * 24 * 60 };

export const after = (instant: Instant, minutes: number): Instant =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** A new link takes the place of those that were made for the same and not used. */
async function insertLink(entry: Entry, purpose: LinkPurpose, userId: string | null): Promise<string> {
  const { tx, tables, recordedAt } = entry;
  const { oneTimeLinks } = tables;
  await tx
    .delete(oneTimeLinks)
    .where(
      and(
        eq(oneTimeLinks.purpose, purpose),
        userId === null ? isNull(oneTimeLinks.userId) : eq(oneTimeLinks.userId, userId),
        isNull(oneTimeLinks.usedAt),
      ),
    );
  const token = newSecret();
  await tx.insert(oneTimeLinks).values({
    id: randomUUID(),
    purpose,
    hash: hashOf(token),
    userId,
    createdAt: recordedAt,
    expiresAt: after(recordedAt, lastsMinutes[purpose]),
  });
  return token;
}

/** The token of a link with which a user chooses a password, the first or a new one. */
export function invite(db: Database, actor: Actor, userId: string, now: Instant): Promise<string> {
  return write(db, actor, "administer", now, async (entry) => {
    expectEnabled(await findUser(entry, userId));
    const token = await insertLink(entry, "invitation", userId);
    await appendChange(entry, {
      agreementId: null,
      verb: "user-invited",
      before: null,
      after: { user: userId },
    });
    return token;
  });
}

/** Whether anybody may come in. Those whose names came with a release may not, and the last admin cannot be shut out. */
export async function hasUser({ tx, tables: { users } }: Entry): Promise<boolean> {
  const found = await tx.select({ id: users.id }).from(users).where(eq(users.disabled, false)).limit(1);
  return found.length > 0;
}

/** The token of a link that makes the first admin, or null when there is a user already. */
export function inviteFirstAdmin(db: Database, now: Instant): Promise<string | null> {
  return write(db, operator, "administer", now, async (entry) => {
    return (await hasUser(entry)) ? null : insertLink(entry, "first-admin", null);
  });
}

/** Gives a user a password, by its hash. */
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Entry } from "./ledger.ts";

/** The kind of account that better-auth looks for when somebody signs in with a password. */
const credential = "credential";

/** Replaces the password, or makes the first one. */
export async function putPassword(
  { tx, tables: { accounts }, recordedAt }: Entry,
  userId: string,
  password: string,
) {
  const found = await tx
    .update(accounts)
    .set({ password, updatedAt: new Date(recordedAt) })
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, credential)))
    .returning({ id: accounts.id });
  if (found.length > 0) return;
  await tx.insert(accounts).values({
    id: randomUUID(),
    userId,
    accountId: userId,
    providerId: credential,
    password,
    createdAt: new Date(recordedAt),
    updatedAt: new Date(recordedAt),
  });
}

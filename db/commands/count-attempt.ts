/** Counts a sign-in before anything expensive is done for it, and refuses it where there were too many. */
import { and, eq, gt, inArray, lte } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import {
  attemptsCountFor,
  freeAttempts,
  networkOf,
  secondsToWait,
  waitInWords,
} from "#domain/sign-in-limit.ts";
import type { Database } from "../database.ts";
import { hashOf } from "../secret.ts";

export interface Attempt {
  /** The e-mail address that was tried, of a user or not. */
  email: string;
  /** Where the client is, as the front server says. */
  address: string;
}

const bucketsOf = ({ email, address }: Attempt) => ({
  account: hashOf(`account:${email.trim().toLowerCase()}`),
  address: hashOf(`address:${networkOf(address)}`),
});

/**
 * Counts the attempt as failed, until `forgiveAttempt`; answers with what to forgive. Throws `too-many` with
 * `retryAfter` in seconds. One that is refused does not count.
 */
export function countAttempt(db: Database, attempt: Attempt, now: Instant): Promise<number[]> {
  const buckets = bucketsOf(attempt);
  const { signInAttempts } = db.tables;
  const since = new Date(Date.parse(now) - attemptsCountFor).toISOString();
  return db.transact(async (tx) => {
    await tx.delete(signInAttempts).where(lte(signInAttempts.at, since));
    let wait = 0;
    for (const kind of ["account", "address"] as const) {
      const found = await tx
        .select({ at: signInAttempts.at })
        .from(signInAttempts)
        .where(and(eq(signInAttempts.bucket, buckets[kind]), gt(signInAttempts.at, since)));
      const attempts = found.map(({ at }) => at);
      wait = Math.max(wait, secondsToWait(attempts, freeAttempts[kind], now));
    }
    if (wait > 0) {
      throw new DomainError("too-many", `Too many attempts. Try again in ${waitInWords(wait)}.`, {
        guard: "too-many-attempts",
        retryAfter: wait,
      });
    }
    const counted = await tx
      .insert(signInAttempts)
      .values([
        { bucket: buckets.account, at: now },
        { bucket: buckets.address, at: now },
      ])
      .returning({ id: signInAttempts.id });
    return counted.map(({ id }) => id);
  });
}

/** The attempt was good: it no longer counts, and neither do the failures before it with the same account. */
export async function forgiveAttempt(db: Database, attempt: Attempt, counted: number[]): Promise<void> {
  const { signInAttempts } = db.tables;
  await db.transact(async (tx) => {
    await tx.delete(signInAttempts).where(inArray(signInAttempts.id, counted));
    await tx.delete(signInAttempts).where(eq(signInAttempts.bucket, bucketsOf(attempt).account));
  });
}

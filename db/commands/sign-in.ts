/** Signs a user in: counts the attempt, checks the password, and makes a session with a new token. */
import { and, eq, lte } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import { readEmail } from "#domain/person.ts";
import { openSession } from "../auth.ts";
import type { Database } from "../database.ts";
import { hashOf, newSecret } from "../secret.ts";
import { type Attempt, countAttempt, forgiveAttempt } from "./count-attempt.ts";

export interface SignInInput extends Attempt {
  password: string;
  /** The kind of browser, in words. */
  device: string;
}

/**
 * Answers with the token of the session, which only the browser may know. Throws `too-many`, and `unauthorised` in the
 * same words and after the same time for an unknown user, a wrong password and a disabled user.
 */
export async function signIn(
  db: Database,
  { password, device, ...attempt }: SignInInput,
  now: Instant,
  lasts: number,
): Promise<{ token: string }> {
  const email = readEmail(attempt.email);
  const counted = await countAttempt(db, attempt, now);
  const token = newSecret();
  const expiresAt = new Date(Date.parse(now) + lasts).toISOString();
  const userId = await openSession(
    db,
    { email, password },
    { tokenHash: hashOf(token), now, expiresAt, device },
  );
  if (userId === null) {
    const message = "The e-mail address or the password is not right. Check both and try again.";
    throw new DomainError("unauthorised", message, {
      guard: "sign-in",
      errors: [{ path: "password", message }],
    });
  }
  await forgiveAttempt(db, attempt, counted);
  await dropExpired(db, userId, now);
  return { token };
}

/** Sessions that ended by themselves say nothing any more. */
const dropExpired = (db: Database, userId: string, now: Instant): Promise<void> =>
  db.transact(async (tx) => {
    const { sessions } = db.tables;
    await tx.delete(sessions).where(and(eq(sessions.userId, userId), lte(sessions.expiresAt, new Date(now))));
  });

/** Gives a user the new password that they chose, once they have shown that they know the old one. */
import type { Instant } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import type { Actor } from "#domain/permission.ts";
import { checkPassword } from "#domain/person.ts";
import type { Database } from "../database.ts";
import { hashPassword, verifyPassword } from "../password.ts";
import { passwordHashOf } from "../queries/people.ts";
import { type Attempt, countAttempt, forgiveAttempt } from "./count-attempt.ts";
import { dropSessions } from "./end-sessions.ts";
import { appendChange, write } from "./ledger.ts";
import { putPassword } from "./put-password.ts";

/** The actor's own e-mail address, and where they are. */
export interface ChangePasswordInput extends Attempt {
  current: string;
  password: string;
}

/**
 * Every session ends: whoever knew the old password is out. A stolen session must not become a way to guess the
 * password, so attempts count as those of signing in do. Throws `rule-broken` and `too-many`.
 */
export async function changePassword(
  db: Database,
  actor: Actor,
  { current, password, ...attempt }: ChangePasswordInput,
  now: Instant,
): Promise<void> {
  checkPassword(password, attempt.email);
  const counted = await countAttempt(db, attempt, now);
  const hash = await passwordHashOf(db, actor.id);
  if (hash === null || !(await verifyPassword({ hash, password: current }))) {
    const message = "That is not your password of today.";
    throw new DomainError("rule-broken", message, {
      guard: "current-password",
      errors: [{ path: "current", message }],
    });
  }
  await forgiveAttempt(db, attempt, counted);
  const passwordHash = await hashPassword(password);
  await write(db, actor, "propose", now, async (entry) => {
    await putPassword(entry, actor.id, passwordHash);
    await dropSessions(entry, actor.id);
    await appendChange(entry, {
      agreementId: null,
      verb: "user-password",
      before: null,
      after: { user: actor.id },
    });
  });
}

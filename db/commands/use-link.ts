/** What a one-time link is for, done once: the first admin, or the password of somebody who was invited. */
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import { operator } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import type { LinkPurpose } from "../people-tables.ts";
import { hashOf } from "../secret.ts";
import { insertUser } from "./add-user.ts";
import { dropSessions } from "./end-sessions.ts";
import { findUser } from "./find-user.ts";
import { appendChange, type Entry, write } from "./ledger.ts";
import { putPassword } from "./put-password.ts";

const dead = () =>
  new DomainError("gone", "This link was used, has expired or never was. Ask for another one.", {
    guard: "link-dead",
  });

/** Marks the link as used in the very transaction that does what it is for. Throws `gone`. */
async function consume({ tx, tables, recordedAt }: Entry, purpose: LinkPurpose, token: string) {
  const { oneTimeLinks } = tables;
  const [link] = await tx
    .update(oneTimeLinks)
    .set({ usedAt: recordedAt })
    .where(
      and(
        eq(oneTimeLinks.hash, hashOf(token)),
        eq(oneTimeLinks.purpose, purpose),
        isNull(oneTimeLinks.usedAt),
        gt(oneTimeLinks.expiresAt, recordedAt),
      ),
    )
    .returning({ userId: oneTimeLinks.userId });
  if (!link) throw dead();
  return link;
}

export interface FirstAdminInput {
  token: string;
  email: string;
  name?: string | undefined;
  passwordHash: string;
}

/** Answers with the admin's id. Throws `gone` when there is a user already, however good the link is. */
export function makeFirstAdmin(db: Database, { token, ...user }: FirstAdminInput, now: Instant) {
  return write(db, operator, "administer", now, async (entry) => {
    await consume(entry, "first-admin", token);
    const others = await entry.tx.select({ id: entry.tables.users.id }).from(entry.tables.users).limit(1);
    if (others.length > 0) throw dead();
    return insertUser(entry, { ...user, role: "admin" });
  });
}

export interface AcceptInvitationInput {
  token: string;
  name?: string | undefined;
  passwordHash: string;
}

/** Sets the password, and ends what sessions there are. Answers with the user's id. */
export function acceptInvitation(db: Database, input: AcceptInvitationInput, now: Instant) {
  return write(db, operator, "administer", now, async (entry) => {
    const { userId } = await consume(entry, "invitation", input.token);
    if (userId === null) throw dead();
    const user = await findUser(entry, userId);
    if (user.disabled) throw dead();
    await putPassword(entry, user.id, input.passwordHash);
    await dropSessions(entry, user.id);
    await appendChange(
      { ...entry, actor: { id: user.id, role: user.role } },
      { agreementId: null, verb: "user-password", before: null, after: { user: user.id } },
    );
    return { id: user.id };
  });
}

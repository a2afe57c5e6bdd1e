/** What a one-time link is for, done once: the first admin, or the password of somebody who was invited. */
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import { operator } from "#domain/permission.ts";
import { checkPassword, readEmail, readName } from "#domain/person.ts";
import type { Database } from "../database.ts";
import { hashPassword } from "../password.ts";
import type { LinkPurpose } from "../people-tables.ts";
import { linkHolder } from "../queries/people.ts";
import { hashOf } from "../secret.ts";
import { insertUser } from "./add-user.ts";
import { dropSessions } from "./end-sessions.ts";
import { findUser } from "./find-user.ts";
import { appendChange, type Entry, write } from "./ledger.ts";
import { putPassword } from "./put-password.ts";
import { putName } from "./rename-user.ts";

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

interface FirstAdminInput {
  token: string;
  email: string;
  name: string;
  passwordHash: string;
}

/** Throws `gone` when there is a user already, however good the link is. */
function makeFirstAdmin(db: Database, { token, ...user }: FirstAdminInput, now: Instant) {
  return write(db, operator, "administer", now, async (entry) => {
    await consume(entry, "first-admin", token);
    const others = await entry.tx.select({ id: entry.tables.users.id }).from(entry.tables.users).limit(1);
    if (others.length > 0) throw dead();
    return insertUser(entry, { ...user, role: "admin" });
  });
}

/** Sets the password, and ends what sessions there are. */
function acceptInvitation(db: Database, input: Omit<FirstAdminInput, "email">, now: Instant) {
  return write(db, operator, "administer", now, async (entry) => {
    const { userId } = await consume(entry, "invitation", input.token);
    if (userId === null) throw dead();
    const user = await findUser(entry, userId);
    if (user.disabled) throw dead();
    const theirs = { ...entry, actor: { id: user.id, role: user.role } };
    if (input.name !== user.name) await putName(theirs, user.id, input.name);
    await putPassword(theirs, user.id, input.passwordHash);
    await dropSessions(theirs, user.id);
    await appendChange(theirs, {
      agreementId: null,
      verb: "user-password",
      before: null,
      after: { user: user.id },
    });
  });
}

export interface FollowLinkInput {
  token: string;
  /** Of the first admin; an invitation is for the address that it was made for. */
  email: string;
  name: string;
  password: string;
}

/** Does what the link is for. Answers with the e-mail address to sign in with. Throws `gone` and `rule-broken`. */
export async function followLink(
  db: Database,
  { token, password, ...typed }: FollowLinkInput,
  now: Instant,
): Promise<{ email: string }> {
  // Looked up before the costly hash; the transaction looks again.
  const link = await linkHolder(db, token, now);
  if (!link) throw dead();
  const email = link.email ?? readEmail(typed.email);
  const name = readName(typed.name);
  checkPassword(password, email);
  const passwordHash = await hashPassword(password);
  if (link.purpose === "first-admin") await makeFirstAdmin(db, { token, email, name, passwordHash }, now);
  else await acceptInvitation(db, { token, name, passwordHash }, now);
  return { email };
}

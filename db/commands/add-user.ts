/** Adds a user, with a password or without one: an invitation then lets them choose it. */
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import type { Actor, UserRole } from "#domain/permission.ts";
import { readEmail, readName } from "#domain/person.ts";
import type { Database } from "../database.ts";
import { appendChange, type Entry, write } from "./ledger.ts";
import { putPassword } from "./put-password.ts";

export interface AddUserInput {
  email: string;
  /** Shown to readers. Where none is given it says the role and a number, and nothing of the e-mail address. */
  name?: string | undefined;
  role: UserRole;
  passwordHash?: string | undefined;
}

/** Answers with the new user's id. */
export const addUser = (db: Database, actor: Actor, input: AddUserInput, now: Instant) =>
  write(db, actor, "administer", now, (entry) => insertUser(entry, input));

export async function insertUser(entry: Entry, input: AddUserInput): Promise<{ id: string }> {
  const { tx, tables, recordedAt } = entry;
  const { users } = tables;
  const email = readEmail(input.email);
  const namesakes = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
  if (namesakes.length > 0) {
    const message = "There is a user with this e-mail address already.";
    throw new DomainError("conflict", message, {
      guard: "email-taken",
      errors: [{ path: "email", message }],
    });
  }
  const id = randomUUID();
  await tx.insert(users).values({
    id,
    name: input.name ? readName(input.name) : await plainName(entry, input.role),
    email,
    role: input.role,
    createdAt: new Date(recordedAt),
    updatedAt: new Date(recordedAt),
  });
  if (input.passwordHash) await putPassword(entry, id, input.passwordHash);
  await appendChange(entry, {
    agreementId: null,
    verb: "user-added",
    before: null,
    after: { user: id, role: input.role },
  });
  return { id };
}

async function plainName({ tx, tables: { users } }: Entry, role: UserRole): Promise<string> {
  const all = await tx.select({ id: users.id }).from(users);
  return `${role.charAt(0).toUpperCase()}${role.slice(1)} ${all.length + 1}`;
}

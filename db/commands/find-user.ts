/** Looking up a user inside the transaction of a command. */
import { and, eq, ne } from "drizzle-orm";
import { DomainError } from "#domain/errors.ts";
import type { Entry } from "./ledger.ts";

/** Throws `not-found`. */
export async function findUser({ tx, tables: { users } }: Entry, id: string) {
  const [user] = await tx.select().from(users).where(eq(users.id, id));
  if (!user) throw new DomainError("not-found", "There is no such user.");
  return user;
}

/** Nobody is handed a way in that is closed to them. */
export function expectEnabled({ disabled }: { disabled: boolean }): void {
  if (disabled) {
    throw new DomainError("rule-broken", "This user has no access. Give it back first.", {
      guard: "user-disabled",
    });
  }
}

/** Refuses to take the rights of the last admin: nobody could give them back. */
export async function expectAnotherAdmin({ tx, tables: { users } }: Entry, id: string): Promise<void> {
  const others = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), eq(users.disabled, false), ne(users.id, id)))
    .limit(1);
  if (others.length > 0) return;
  const message = "This is the last admin. Make somebody else an admin first.";
  throw new DomainError("rule-broken", message, { guard: "last-admin", errors: [{ path: "role", message }] });
}

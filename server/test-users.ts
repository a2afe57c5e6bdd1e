/**
 * The users of the journeys, made by the commands that `npm run user` gives. As a program it makes those of the
 * database at DATABASE_URL and prints them as one line of JSON.
 */
import { randomBytes } from "node:crypto";
import { addUser } from "#db/commands/add-user.ts";
import { issueToken } from "#db/commands/issue-token.ts";
import { openDatabase } from "#db/open-database.ts";
import { hashPassword } from "#db/password.ts";
import { operator } from "#domain/permission.ts";
import type { TestUser, UserName } from "../e2e/people.ts";

const roles = {
  contributor: "contributor",
  editor: "editor",
  editor2: "editor",
  admin: "admin",
} satisfies Record<UserName, TestUser["role"]>;

/** @param databaseUrl of a database that is prepared and has no user yet. */
export async function addTestUsers(databaseUrl: string): Promise<Record<UserName, TestUser>> {
  const db = openDatabase(databaseUrl);
  const users: Partial<Record<UserName, TestUser>> = {};
  try {
    for (const name of Object.keys(roles) as UserName[]) {
      const role = roles[name];
      const email = `${name}@example.org`;
      const password = randomBytes(12).toString("base64url");
      const now = new Date().toISOString();
      const passwordHash = await hashPassword(password);
      const { id } = await addUser(db, operator, { email, role, passwordHash }, now);
      const { token } = await issueToken(db, operator, id, now);
      users[name] = { email, password, token, role };
    }
  } finally {
    await db.close();
  }
  return users as Record<UserName, TestUser>;
}

if (import.meta.main) console.log(JSON.stringify(await addTestUsers(process.env.DATABASE_URL ?? "")));

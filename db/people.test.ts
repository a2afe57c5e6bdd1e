/** Users, their rights and their ways in, on a real database. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Instant } from "#domain/clocks.ts";
import { operator } from "#domain/permission.ts";
import { addUser } from "./commands/add-user.ts";
import { signIn } from "./commands/sign-in.ts";
import type { Database } from "./database.ts";
import { hashPassword } from "./password.ts";
import { sessionHolder } from "./queries/people.ts";
import { hashOf } from "./secret.ts";
import { openEmpty } from "./testing.ts";

const now: Instant = "2026-06-01T12:00:00.000Z";
const later = (minutes: number): Instant => new Date(Date.parse(now) + minutes * 60_000).toISOString();
const password = "a lane for every pair";
const week = 7 * 24 * 3_600_000;

let db: Database;
beforeEach(() => {
  db = openEmpty();
});
afterEach(() => db.close());

test("sign in", async () => {
  const { id } = await addUser(
    db,
    operator,
    { email: "e@example.org", role: "editor", passwordHash: await hashPassword(password) },
    now,
  );
  const { token } = await signIn(
    db,
    { email: "E@example.org ", password, address: "192.0.2.1", device: "Firefox on Linux" },
    now,
    week,
  );
  expect(await db.read.select().from(db.tables.sessions)).toMatchObject([
    { token: hashOf(token), userId: id },
  ]);
  expect(await sessionHolder(db, hashOf(token), later(1), later(-600))).toMatchObject({ id, role: "editor" });
  await expect(
    signIn(db, { email: "e@example.org", password: "wrong", address: "192.0.2.1", device: "x" }, now, week),
  ).rejects.toMatchObject({ code: "unauthorised" });
});

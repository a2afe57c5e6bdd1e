/** Signing in and what it begins, on a real database. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Instant } from "#domain/clocks.ts";
import { type Actor, operator, type UserRole } from "#domain/permission.ts";
import { addUser } from "./commands/add-user.ts";
import { changePassword } from "./commands/change-password.ts";
import { countAttempt } from "./commands/count-attempt.ts";
import { endSession, endSessions } from "./commands/end-sessions.ts";
import { setDisabled } from "./commands/set-disabled.ts";
import { signIn } from "./commands/sign-in.ts";
import type { Database } from "./database.ts";
import { hashPassword } from "./password.ts";
import { sessionHolder, sessionsOf } from "./queries/people.ts";
import { hashOf } from "./secret.ts";
import { openEmpty } from "./testing.ts";

const now: Instant = "2026-06-01T12:00:00.000Z";
const later = (minutes: number): Instant => new Date(Date.parse(now) + minutes * 60_000).toISOString();
const password = "a lane for every pair";
const week = 7 * 24 * 3_600_000;
const here = { address: "192.0.2.1", device: "Firefox on Linux" };

let db: Database;
beforeEach(async () => {
  db = await openEmpty();
});
afterEach(() => db.close());

async function user(role: UserRole, name: string = role): Promise<Actor & { email: string }> {
  const email = `${name}@example.org`;
  const passwordHash = await hashPassword(password);
  const { id } = await addUser(db, operator, { email, name, role, passwordHash }, now);
  return { id, role, email };
}

const enter = (email: string, at = now, given = password, address = here.address) =>
  signIn(db, { email, password: given, ...here, address }, at, week);
const holderOf = (token: string, at: Instant = now) => sessionHolder(db, hashOf(token), at, later(-1));

describe("signing in", () => {
  test("makes a session whose row holds the hash of a token and nothing else of it", async () => {
    const { id, email } = await user("editor");
    const { token } = await enter(` ${email.toUpperCase()} `);
    expect(token).toMatch(/^[\w-]{43}$/);
    const [row] = await db.read.select().from(db.tables.sessions);
    expect(row).toMatchObject({ token: hashOf(token), userId: id, userAgent: here.device, ipAddress: null });
    expect(row?.createdAt.toISOString()).toBe(now);
    expect(row?.expiresAt.toISOString()).toBe(later(7 * 24 * 60));
    expect(await holderOf(token)).toMatchObject({ id, role: "editor" });
  });

  test("each time with another token", async () => {
    const { email } = await user("editor");
    const tokens = await Promise.all([enter(email), enter(email), enter(email)]);
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(3);
  });

  test("is refused in the same words to a stranger, a wrong password, the disabled and the invited", async () => {
    const admin = await user("admin");
    const { id } = await user("editor", "disabled");
    await setDisabled(db, admin, { id, disabled: true }, now);
    await addUser(db, admin, { email: "invited@example.org", role: "editor" }, now);
    const answers = await Promise.all([
      enter("nobody@example.org").catch(String),
      enter(admin.email, now, "not the password").catch(String),
      enter("disabled@example.org").catch(String),
      enter("invited@example.org").catch(String),
      enter(admin.email, now, "x".repeat(5_000)).catch(String),
    ]);
    expect(new Set(answers)).toEqual(new Set([expect.stringContaining("not right")]));
    expect(await db.read.$count(db.tables.sessions)).toBe(0);
  });

  test("takes a stranger as long as a user", async () => {
    const { email } = await user("editor");
    const time = async (of: string, round: number) => {
      const start = performance.now();
      await enter(of, now, "not the password", `198.51.100.${round}`).catch(() => undefined);
      return performance.now() - start;
    };
    const [known, stranger]: number[][] = [[], []];
    // By turns, and the quickest of each, because the machine has other things to do.
    for (let round = 0; round < 4; round++) {
      known?.push(await time(email, round));
      stranger?.push(await time("nobody@example.org", round));
    }
    const ratio = Math.min(...(stranger ?? [])) / Math.min(...(known ?? []));
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  }, 30_000);
});

describe("attempts", () => {
  const count = (email: string, address: string, at = now) => countAttempt(db, { email, address }, at);

  test("are free ten times for one account from anywhere; then even the right one waits", async () => {
    const { email } = await user("editor");
    for (let round = 0; round < 10; round++) await count(email, `192.0.2.${round}`);
    await expect(enter(email, later(0.1), password, "203.0.113.1")).rejects.toMatchObject({
      code: "too-many",
      retryAfter: 24,
    });
    await expect(enter(email, later(1), password, "203.0.113.1")).resolves.toHaveProperty("token");
    // The right password forgives the account.
    await expect(count(email, "203.0.113.1", later(1))).resolves.toHaveLength(2);
  });

  test("are free thirty times from one address over all accounts, however many come at once", async () => {
    const tries = Array.from({ length: 40 }, (_, round) =>
      count(`somebody${round}@example.org`, "192.0.2.1").then(
        () => "counted",
        (error) => error.code as string,
      ),
    );
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => answer === "counted")).toHaveLength(30);
    expect(answers.filter((answer) => answer === "too-many")).toHaveLength(10);
    await expect(count("somebody@example.org", "192.0.2.2")).resolves.toHaveLength(2);
  });

  test("are those of an old password too, so that a stolen session does not help to guess it", async () => {
    const { email, ...actor } = await user("editor");
    for (let round = 0; round < 10; round++) await count(email, `192.0.2.${round}`);
    const input = { email, address: here.address, current: password, password: "another lane for them" };
    await expect(changePassword(db, actor, input, now)).rejects.toMatchObject({ code: "too-many" });
  });
});

describe("sessions", () => {
  test("end by themselves, unused or old", async () => {
    const { email } = await user("editor");
    const { token } = await enter(email);
    expect(await holderOf(token, later(7 * 24 * 60 - 1))).not.toBeNull();
    expect(await holderOf(token, later(7 * 24 * 60))).toBeNull();
    expect(await sessionHolder(db, hashOf(token), later(60), later(1))).toBeNull();
  });

  test("end one by one and all together, and nobody else's", async () => {
    const [one, other] = [await user("editor"), await user("editor", "other")];
    const [first, second] = [await enter(one.email), await enter(one.email)];
    const theirs = await enter(other.email);
    const [session] = await sessionsOf(db, other.id, now, later(-1));
    await endSession(db, one.id, session?.id ?? "");
    expect(await holderOf(theirs.token)).not.toBeNull();
    const holder = await holderOf(first.token);
    await endSession(db, one.id, holder?.secretId ?? "");
    expect([await holderOf(first.token), (await holderOf(second.token))?.id]).toEqual([null, one.id]);
    await endSessions(db, one.id);
    expect([await holderOf(second.token), (await holderOf(theirs.token))?.id]).toEqual([null, other.id]);
  });

  test("end with the password that they were begun with", async () => {
    const { email, ...actor } = await user("editor");
    const { token } = await enter(email);
    const to = (current: string, chosen: string) =>
      changePassword(db, actor, { email, address: here.address, current, password: chosen }, now);
    await expect(to("not mine", "another lane for them")).rejects.toMatchObject({
      guard: "current-password",
    });
    await expect(to(password, "password1234")).rejects.toMatchObject({ guard: "password-common" });
    expect(await holderOf(token)).not.toBeNull();
    await to(password, "another lane for them");
    expect(await holderOf(token)).toBeNull();
    await expect(enter(email)).rejects.toMatchObject({ code: "unauthorised" });
    await expect(enter(email, now, "another lane for them")).resolves.toHaveProperty("token");
  });
});

/** Users, their rights, links and tokens, on a real database. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Instant } from "#domain/clocks.ts";
import { type Actor, operator, type UserRole } from "#domain/permission.ts";
import { addUser } from "./commands/add-user.ts";
import { changeRole } from "./commands/change-role.ts";
import { invite, inviteFirstAdmin } from "./commands/issue-link.ts";
import { issueToken } from "./commands/issue-token.ts";
import { renameUser } from "./commands/rename-user.ts";
import { revokeTokens } from "./commands/revoke-tokens.ts";
import { setDisabled } from "./commands/set-disabled.ts";
import { signIn } from "./commands/sign-in.ts";
import { followLink } from "./commands/use-link.ts";
import type { Database } from "./database.ts";
import { linkHolder, listUsers, sessionHolder, tokenHolder, tokensOf } from "./queries/people.ts";
import { hashOf } from "./secret.ts";
import { openEmpty } from "./testing.ts";

const now: Instant = "2026-06-01T12:00:00.000Z";
const later = (minutes: number): Instant => new Date(Date.parse(now) + minutes * 60_000).toISOString();
const password = "a lane for every pair";

let db: Database;
beforeEach(async () => {
  db = await openEmpty();
});
afterEach(() => db.close());

async function user(role: UserRole, name: string = role): Promise<Actor> {
  const { id } = await addUser(db, operator, { email: `${name}@example.org`, name, role }, now);
  return { id, role };
}

const changes = () => db.read.select().from(db.tables.changes).orderBy(db.tables.changes.sequence);
const verbs = async () => (await changes()).map(({ verb }) => verb);
const follow = (token: string, at = now, email = "first@example.org") =>
  followLink(db, { token, email, name: "First of all", password }, at);
const enter = (email: string) =>
  signIn(db, { email, password, address: "192.0.2.1", device: "curl" }, now, 3_600_000);
const rolesNow = async () =>
  Object.fromEntries((await listUsers(db, now)).map(({ name, role }) => [name, role]));

describe("users", () => {
  test("are added once, under a name that says nothing of the e-mail address", async () => {
    await addUser(db, operator, { email: " Olena@Example.org ", role: "editor" }, now);
    const again = addUser(db, operator, { email: "olena@example.org", role: "admin" }, now);
    await expect(again).rejects.toMatchObject({ code: "conflict", guard: "email-taken" });
    expect(await listUsers(db, now)).toMatchObject([
      { email: "olena@example.org", name: "Editor 1", role: "editor", hasPassword: false, tokens: 0 },
    ]);
  });

  test("leave no name and no e-mail address in the log of changes", async () => {
    const admin = await user("admin", "Olena");
    await renameUser(db, admin, "Somebody else", now);
    expect(await verbs()).toEqual(["user-added", "user-renamed"]);
    expect(JSON.stringify(await changes())).not.toMatch(/Olena|Somebody|example\.org/i);
  });

  test.each(["contributor", "editor"] as const)("are not the business of a %s", async (role) => {
    const [me, other] = [await user(role), await user("editor", "other")];
    const before = await changes();
    const deeds = [
      () => addUser(db, me, { email: "x@example.org", role: "admin" }, now),
      () => changeRole(db, me, { id: me.id, role: "admin" }, now),
      () => setDisabled(db, me, { id: other.id, disabled: true }, now),
      () => invite(db, me, other.id, now),
      () => issueToken(db, me, other.id, now),
      () => revokeTokens(db, me, { userId: other.id }, now),
    ];
    for (const deed of deeds) await expect(deed).rejects.toMatchObject({ code: "forbidden" });
    expect(await changes()).toEqual(before);
  });
});

describe("rights", () => {
  test("are read in the transaction: a role of a moment ago is none", async () => {
    const [admin, second] = [await user("admin"), await user("admin", "second")];
    await changeRole(db, admin, { id: second.id, role: "editor" }, now);
    const late = addUser(db, second, { email: "late@example.org", role: "admin" }, now);
    await expect(late).rejects.toMatchObject({ code: "forbidden" });
    await setDisabled(db, admin, { id: second.id, disabled: true }, now);
    await expect(renameUser(db, second, "New name", now)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("of the last admin cannot go", async () => {
    const [admin, second] = [await user("admin"), await user("admin", "second")];
    await setDisabled(db, admin, { id: second.id, disabled: true }, now);
    const demotion = changeRole(db, operator, { id: admin.id, role: "editor" }, now);
    await expect(demotion).rejects.toMatchObject({ code: "rule-broken", guard: "last-admin" });
    const end = setDisabled(db, admin, { id: admin.id, disabled: true }, now);
    await expect(end).rejects.toMatchObject({ guard: "last-admin" });
    expect(await rolesNow()).toEqual({ admin: "admin", second: "admin" });
  });

  test("that change end the sessions, and hold for the tokens", async () => {
    const token = await inviteFirstAdmin(db, now);
    await follow(token ?? "");
    const [first] = await listUsers(db, now);
    const admin: Actor = { id: first?.id ?? "", role: "admin" };
    await user("admin", "second");
    const session = await enter("first@example.org");
    const api = await issueToken(db, admin, admin.id, now);
    await changeRole(db, operator, { id: admin.id, role: "contributor" }, now);
    expect(await sessionHolder(db, hashOf(session.token), now, later(-1))).toBeNull();
    expect(await tokenHolder(db, hashOf(api.token), now)).toMatchObject({ role: "contributor" });
    await setDisabled(db, operator, { id: admin.id, disabled: true }, now);
    await setDisabled(db, operator, { id: admin.id, disabled: false }, now);
    expect(await tokenHolder(db, hashOf(api.token), now)).toBeNull();
  });
});

describe("one-time links", () => {
  test("make one first admin, once, and only of the last start", async () => {
    const [old, token] = [await inviteFirstAdmin(db, now), await inviteFirstAdmin(db, later(1))];
    await expect(follow(old ?? "")).rejects.toMatchObject({ code: "gone" });
    await follow(token ?? "", later(2));
    expect(await rolesNow()).toEqual({ "First of all": "admin" });
    await expect(follow(token ?? "", later(3))).rejects.toMatchObject({ code: "gone" });
    expect(await inviteFirstAdmin(db, later(4))).toBeNull();
    expect(await db.read.$count(db.tables.users)).toBe(1);
  });

  test("are of one use even when they are followed twice at once", async () => {
    const token = (await inviteFirstAdmin(db, now)) ?? "";
    const both = await Promise.allSettled([follow(token), follow(token, now, "second@example.org")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.read.$count(db.tables.users)).toBe(1);
  });

  test("expire, and make nobody the first admin beside another user", async () => {
    const token = (await inviteFirstAdmin(db, now)) ?? "";
    expect(await linkHolder(db, token, later(29))).toMatchObject({ purpose: "first-admin" });
    await expect(follow(token, later(31))).rejects.toMatchObject({ code: "gone" });
    await user("contributor");
    expect(await linkHolder(db, token, later(1))).toBeNull();
    await expect(follow(token, later(1))).rejects.toMatchObject({ code: "gone" });
  });

  test("stay good when what was typed is refused", async () => {
    const token = (await inviteFirstAdmin(db, now)) ?? "";
    const easy = followLink(db, { token, email: "a@example.org", name: "A", password: "short" }, now);
    await expect(easy).rejects.toMatchObject({ guard: "password-short" });
    await expect(follow(token)).resolves.toEqual({ email: "first@example.org" });
  });

  test("let the invited choose name and password for their own address alone", async () => {
    const [admin, editor] = [await user("admin"), await user("editor")];
    const [old, token] = [await invite(db, admin, editor.id, now), await invite(db, admin, editor.id, now)];
    await expect(follow(old)).rejects.toMatchObject({ code: "gone" });
    expect(await follow(token, now, "admin@example.org")).toEqual({ email: "editor@example.org" });
    expect(await rolesNow()).toEqual({ admin: "admin", "First of all": "editor" });
    await expect(enter("editor@example.org")).resolves.toHaveProperty("token");
    await expect(enter("admin@example.org")).rejects.toMatchObject({ code: "unauthorised" });
  });

  test("die with the access, and none is made without it", async () => {
    const [admin, editor] = [await user("admin"), await user("editor")];
    const token = await invite(db, admin, editor.id, now);
    await setDisabled(db, admin, { id: editor.id, disabled: true }, now);
    await expect(follow(token)).rejects.toMatchObject({ code: "gone" });
    const guard = "user-disabled";
    await expect(invite(db, admin, editor.id, now)).rejects.toMatchObject({ guard });
    await expect(issueToken(db, admin, editor.id, now)).rejects.toMatchObject({ guard });
  });
});

describe("API tokens", () => {
  test("are kept as hashes, end on their day, and are ended one by one or all together", async () => {
    const editor = await user("editor");
    const [one, two, three] = [
      await issueToken(db, editor, editor.id, now),
      await issueToken(db, editor, editor.id, later(1)),
      await issueToken(db, editor, editor.id, later(2)),
    ];
    expect(JSON.stringify(await db.read.select().from(db.tables.apiTokens))).not.toContain(one.token);
    expect(await tokenHolder(db, hashOf(one.token), one.expiresAt)).toBeNull();
    const [latest] = await tokensOf(db, editor.id, later(2));
    expect(await revokeTokens(db, editor, { userId: editor.id, tokenId: latest?.id }, later(3))).toBe(1);
    expect(await tokenHolder(db, hashOf(three.token), later(3))).toBeNull();
    expect(await tokenHolder(db, hashOf(two.token), later(3))).toMatchObject({ id: editor.id });
    expect(await revokeTokens(db, operator, { userId: editor.id }, later(4))).toBe(2);
    expect(await tokensOf(db, editor.id, later(4))).toEqual([]);
    expect(await verbs()).toContain("user-tokens-revoked");
  });
});

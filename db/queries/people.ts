/** Who somebody is, by the secret that they hold, and what an admin sees of users. */
import { and, asc, count, desc, eq, gt, isNotNull, isNull, max, sql } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import type { Reading } from "../database.ts";
import { hashOf } from "../secret.ts";

function prepare({ read, tables: { users, sessions, apiTokens } }: Reading) {
  const person = { id: users.id, name: users.name, email: users.email, role: users.role };
  const hash = sql.placeholder("hash");
  const now = sql.placeholder("now");
  return {
    session: read
      .select({ ...person, secretId: sessions.id, usedAt: sessions.updatedAt })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(
        and(
          eq(sessions.token, hash),
          gt(sessions.expiresAt, now),
          gt(sessions.updatedAt, sql.placeholder("unusedSince")),
          eq(users.disabled, false),
        ),
      )
      .prepare(),
    token: read
      .select({ ...person, secretId: apiTokens.id, usedAt: apiTokens.lastUsedAt })
      .from(apiTokens)
      .innerJoin(users, eq(users.id, apiTokens.userId))
      .where(
        and(
          eq(apiTokens.hash, hash),
          gt(apiTokens.expiresAt, now),
          isNull(apiTokens.revokedAt),
          eq(users.disabled, false),
        ),
      )
      .prepare(),
  };
}

/** Asked on every request of somebody signed in, and so prepared once for each database. */
const prepared = new WeakMap<Reading, ReturnType<typeof prepare>>();

function lookupsOf(db: Reading) {
  const lookups = prepared.get(db) ?? prepare(db);
  prepared.set(db, lookups);
  return lookups;
}

/** Who has the session with this hash, if it lasts still. */
export async function sessionHolder(db: Reading, hash: string, now: Instant, unusedSince: Instant) {
  // A placeholder takes the column's own form, which for instants is this text.
  const [holder] = await lookupsOf(db).session.execute({ hash, now, unusedSince });
  return holder ?? null;
}

/** Who has the API token with this hash, if it is good still. */
export async function tokenHolder(db: Reading, hash: string, now: Instant) {
  const [holder] = await lookupsOf(db).token.execute({ hash, now });
  return holder ?? null;
}

export async function userByEmail({ read, tables: { users } }: Reading, email: string) {
  const [user] = await read.select().from(users).where(eq(users.email, email.trim().toLowerCase()));
  return user ?? null;
}

/** The hash of a user's password, for them to prove that they know it. */
export async function passwordHashOf({ read, tables: { accounts } }: Reading, userId: string) {
  const [account] = await read
    .select({ hash: accounts.password })
    .from(accounts)
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, "credential")));
  return account?.hash ?? null;
}

/** Everybody, with what an admin needs to know. */
export async function listUsers({ read, tables }: Reading, now: Instant) {
  const { users, sessions, apiTokens, accounts } = tables;
  const [people, lastSessions, tokens, passwords] = await Promise.all([
    read.select().from(users).orderBy(asc(users.disabled), asc(users.name), asc(users.id)),
    read
      .select({ userId: sessions.userId, usedAt: max(sessions.updatedAt) })
      .from(sessions)
      .groupBy(sessions.userId),
    read
      .select({ userId: apiTokens.userId, count: count() })
      .from(apiTokens)
      .where(and(isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now)))
      .groupBy(apiTokens.userId),
    read.select({ userId: accounts.userId }).from(accounts).where(isNotNull(accounts.password)),
  ]);
  const lastUse = new Map(lastSessions.map(({ userId, usedAt }) => [userId, usedAt]));
  const tokenCount = new Map(tokens.map((row) => [row.userId, row.count]));
  const withPassword = new Set(passwords.map(({ userId }) => userId));
  return people.map(({ id, name, email, role, disabled, createdAt }) => ({
    id,
    name,
    email,
    role,
    disabled,
    createdAt,
    /** False until an invitation is accepted. */
    hasPassword: withPassword.has(id),
    usedAt: lastUse.get(id) ?? null,
    tokens: tokenCount.get(id) ?? 0,
  }));
}
export type ListedUser = Awaited<ReturnType<typeof listUsers>>[number];

/** Where a user is signed in, the latest first. */
export function sessionsOf(
  { read, tables: { sessions } }: Reading,
  userId: string,
  now: Instant,
  unusedSince: Instant,
) {
  return read
    .select({
      id: sessions.id,
      device: sessions.userAgent,
      createdAt: sessions.createdAt,
      usedAt: sessions.updatedAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        gt(sessions.expiresAt, new Date(now)),
        gt(sessions.updatedAt, new Date(unusedSince)),
      ),
    )
    .orderBy(desc(sessions.updatedAt));
}

/** Whether a one-time link is good still, and whom an invitation is for. */
export async function linkHolder({ read, tables }: Reading, token: string, now: Instant) {
  const { oneTimeLinks, users } = tables;
  const [link] = await read
    .select({ purpose: oneTimeLinks.purpose, name: users.name, email: users.email })
    .from(oneTimeLinks)
    .leftJoin(users, eq(users.id, oneTimeLinks.userId))
    .where(
      and(eq(oneTimeLinks.hash, hashOf(token)), isNull(oneTimeLinks.usedAt), gt(oneTimeLinks.expiresAt, now)),
    );
  // The link of the first admin is for an empty house.
  if (link?.purpose === "first-admin" && (await read.$count(users)) > 0) return null;
  return link ?? null;
}

/** The API tokens of a user that are good still, the latest first. */
export const tokensOf = ({ read, tables: { apiTokens } }: Reading, userId: string, now: Instant) =>
  read
    .select({
      id: apiTokens.id,
      createdAt: apiTokens.createdAt,
      expiresAt: apiTokens.expiresAt,
      usedAt: apiTokens.lastUsedAt,
    })
    .from(apiTokens)
    .where(and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now)))
    .orderBy(desc(apiTokens.createdAt));

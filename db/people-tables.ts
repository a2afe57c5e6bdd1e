/**
 * Users and their ways in. `users`, `sessions`, `accounts` and `verifications` have the columns that better-auth
 * reads and writes; its instants are dates in code and text in the database. Unlike the record these rows may change
 * and go; what happened to users' rights stays in the audit log.
 */
import { sql } from "drizzle-orm";
import { type UserRole, userRoles } from "#domain/permission.ts";
import type { Kit } from "./dialects.ts";

/** What a one-time link is good for. */
export const linkPurposes = ["first-admin", "invitation"] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

const oneOf = (column: unknown, values: readonly string[]) =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`;

export function definePeopleTables({ table, id, text, boolean, date, index, check }: Kit) {
  const stamps = { createdAt: date("created_at").notNull(), updatedAt: date("updated_at").notNull() };

  const users = table(
    "users",
    {
      id: text("id").primaryKey(),
      /** Shown to readers beside what the user records. */
      name: text("name").notNull(),
      email: text("email").notNull().unique(),
      emailVerified: boolean("email_verified").notNull().default(false),
      image: text("image"),
      role: text("role").notNull().$type<UserRole>(),
      disabled: boolean("disabled").notNull().default(false),
      ...stamps,
    },
    (t) => [check("users_role", oneOf(t.role, userRoles))],
  );
  const userId = () =>
    text("user_id")
      .notNull()
      .references(() => users.id);

  const sessions = table(
    "sessions",
    {
      id: text("id").primaryKey(),
      /** The hash of the token in the cookie. */
      token: text("token").notNull().unique(),
      userId: userId(),
      expiresAt: date("expires_at").notNull(),
      ipAddress: text("ip_address"),
      userAgent: text("user_agent"),
      ...stamps,
    },
    (t) => [index("sessions_by_user").on(t.userId)],
  );

  const accounts = table(
    "accounts",
    {
      id: text("id").primaryKey(),
      accountId: text("account_id").notNull(),
      providerId: text("provider_id").notNull(),
      userId: userId(),
      accessToken: text("access_token"),
      refreshToken: text("refresh_token"),
      idToken: text("id_token"),
      accessTokenExpiresAt: date("access_token_expires_at"),
      refreshTokenExpiresAt: date("refresh_token_expires_at"),
      scope: text("scope"),
      /** The hash of the password. */
      password: text("password"),
      ...stamps,
    },
    (t) => [index("accounts_by_user").on(t.userId)],
  );

  const verifications = table("verifications", {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: date("expires_at").notNull(),
    ...stamps,
  });

  const apiTokens = table(
    "api_tokens",
    {
      id: text("id").primaryKey(),
      userId: userId(),
      hash: text("hash").notNull().unique(),
      createdAt: text("created_at").notNull(),
      expiresAt: text("expires_at").notNull(),
      revokedAt: text("revoked_at"),
      lastUsedAt: text("last_used_at"),
    },
    (t) => [index("api_tokens_by_user").on(t.userId)],
  );

  const oneTimeLinks = table(
    "one_time_links",
    {
      id: text("id").primaryKey(),
      purpose: text("purpose").notNull().$type<LinkPurpose>(),
      hash: text("hash").notNull().unique(),
      /** Whom it is for; null: nobody yet, the first admin. */
      userId: text("user_id").references(() => users.id),
      createdAt: text("created_at").notNull(),
      expiresAt: text("expires_at").notNull(),
      usedAt: text("used_at"),
    },
    (t) => [check("one_time_links_purpose", oneOf(t.purpose, linkPurposes))],
  );

  const signInAttempts = table(
    "sign_in_attempts",
    { id: id("id"), bucket: text("bucket").notNull(), at: text("at").notNull() },
    (t) => [index("sign_in_attempts_by_bucket").on(t.bucket, t.at)],
  );

  return { users, sessions, accounts, verifications, apiTokens, oneTimeLinks, signInAttempts };
}

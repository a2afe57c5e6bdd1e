/**
 * better-auth, locked down: it checks an e-mail address with its password and makes the session, and nothing else. Its
 * handler is mounted nowhere, nobody signs up, its cookies are thrown away, and it never learns the token: the row of
 * a session holds the hash of a token that only the browser has.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { eq } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import { passwordLength } from "#domain/person.ts";
import type { Database } from "./database.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { queuedWrites } from "./queued-writes.ts";
import { newSecret } from "./secret.ts";

/** What is to stand in the row of the session that is being made. */
export interface NewSession {
  tokenHash: string;
  now: Instant;
  expiresAt: Instant;
  /** The kind of browser, in words. */
  device: string;
}

/** Tells the hook below which session is being made. better-auth takes no such thing as an argument. */
const making = new AsyncLocalStorage<NewSession>();

function create(db: Database) {
  const { users, sessions, accounts, verifications } = db.tables;
  return betterAuth({
    appName: "Accords",
    // No address of its own is served and no cookie of its own is sent, so neither of these is ever used.
    baseURL: "http://accords.invalid",
    secret: newSecret(),
    database: drizzleAdapter(queuedWrites(db), {
      provider: db.engine === "postgres" ? "pg" : "sqlite",
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // In UTF-16 units there; `checkPassword` counts characters.
      maxPasswordLength: passwordLength.most * 2,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    // Users are made by our own commands; better-auth has to know of the column, or it refuses to start.
    user: { additionalFields: { role: { type: "string", required: true, input: false } } },
    session: { cookieCache: { enabled: false } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: { ipAddress: { disableIpTracking: true } },
    databaseHooks: {
      session: {
        create: {
          async before({ userId }) {
            const session = making.getStore();
            const [user] = await db.read
              .select({ disabled: users.disabled })
              .from(users)
              .where(eq(users.id, userId));
            if (!session || !user || user.disabled) return false;
            const { tokenHash, now, expiresAt, device } = session;
            return {
              data: {
                token: tokenHash,
                createdAt: new Date(now),
                updatedAt: new Date(now),
                expiresAt: new Date(expiresAt),
                userAgent: device,
                ipAddress: null,
              },
            };
          },
        },
      },
    },
  });
}

const created = new WeakMap<Database, ReturnType<typeof create>>();

/**
 * Makes a session for whoever has this e-mail address and password; answers with the user's id, or null. An unknown
 * user and a wrong password take the same time, because better-auth hashes the password for both.
 */
export async function openSession(
  db: Database,
  credentials: { email: string; password: string },
  session: NewSession,
): Promise<string | null> {
  const auth = created.get(db) ?? create(db);
  created.set(db, auth);
  try {
    const { user } = await making.run(session, () => auth.api.signInEmail({ body: credentials }));
    return user.id;
  } catch (error) {
    if (error instanceof Error && error.name === "APIError") return null;
    throw error;
  }
}

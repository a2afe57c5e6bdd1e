/** Who asks: the holder of a session's cookie, or of an API token. Rights are read anew on every request. */
import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { cache } from "react";
import { markSessionUsed, markTokenUsed } from "#db/commands/mark-used.ts";
import type { Database } from "#db/database.ts";
import { sessionHolder, tokenHolder } from "#db/queries/people.ts";
import type { Instant } from "#domain/clocks.ts";
import type { Actor, UserRole } from "#domain/permission.ts";
import { database } from "./database.ts";

export interface User {
  id: string;
  name: string;
  email: string;
  role: UserRole;
}

/** How somebody proved who they are: a browser sends a cookie by itself, a program sends a token on purpose. */
export interface Caller {
  user: User;
  by: "cookie" | "token";
  /** The id of the session or token. */
  secretId: string;
}

/** True on a closed network without https, which whoever runs the server has allowed. */
export const isInsecure =
  process.env.ALLOW_INSECURE_HTTP === "1" && process.env.APP_URL?.startsWith("http:") === true;

/** `__Host-`: only over https or on this machine, for this host alone and every path of it. */
export const sessionCookie = isInsecure ? "session" : "__Host-session";
/** A session ends after this long without use, and after `lasts` in any case. In milliseconds. */
export const sessionTimes = { idle: 12 * 3_600_000, lasts: 7 * 24 * 3_600_000, noted: 60_000 } as const;

const attributes = `Path=/; HttpOnly; SameSite=Lax${isInsecure ? "" : "; Secure"}`;

/** The header `Set-Cookie` of a session that begins. The token is told here and nowhere else. */
export const cookieWith = (token: string): string =>
  `${sessionCookie}=${token}; Max-Age=${sessionTimes.lasts / 1000}; ${attributes}`;

/** The header `Set-Cookie` of a session that has ended. */
export const endedCookie = `${sessionCookie}=; Max-Age=0; ${attributes}`;

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");
const before = (now: Instant, ms: number): Instant => new Date(Date.parse(now) - ms).toISOString();

/** Nobody waits for a note, which may stand in line behind a long import; one that fails is made the next time. */
const note = (writing: Promise<void>): void => void writing.catch((error: unknown) => console.error(error));

/** The instant before which a session must have been used to last still. */
export const unusedSince = (now: Instant): Instant => before(now, sessionTimes.idle);

async function callerBySession(db: Database, token: string, now: Instant): Promise<Caller | null> {
  const found = await sessionHolder(db, hashOf(token), now, unusedSince(now));
  if (!found) return null;
  const { secretId, usedAt, ...user } = found;
  if (usedAt.toISOString() < before(now, sessionTimes.noted)) note(markSessionUsed(db, secretId, now));
  return { user, by: "cookie", secretId };
}

async function callerByToken(db: Database, token: string, now: Instant): Promise<Caller | null> {
  const found = await tokenHolder(db, hashOf(token), now);
  if (!found) return null;
  const { secretId, usedAt, ...user } = found;
  if (usedAt === null || usedAt < before(now, sessionTimes.noted)) note(markTokenUsed(db, secretId, now));
  return { user, by: "token", secretId };
}

/** Who made a request to a route. A token, where one is given, counts alone: a bad one is nobody. */
export async function callerOf(request: Request, now: Instant): Promise<Caller | null> {
  const db = await database();
  const given = request.headers.get("authorization");
  if (given !== null) {
    const token = /^Bearer +(\S{20,200})$/i.exec(given)?.[1];
    return token === undefined ? null : callerByToken(db, token, now);
  }
  const cookie = (await cookies()).get(sessionCookie)?.value;
  return cookie === undefined ? null : callerBySession(db, cookie, now);
}

/** Who looks at a page; null for a reader. Asked once for a page and its frame together. */
export const currentCaller = cache(async (): Promise<Caller | null> => {
  const cookie = (await cookies()).get(sessionCookie)?.value;
  return cookie === undefined ? null : callerBySession(await database(), cookie, new Date().toISOString());
});

export const actorOf = ({ user }: Caller, requestId?: string): Actor => ({
  id: user.id,
  role: user.role,
  requestId,
});

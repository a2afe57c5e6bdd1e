/** Makes a token for programs that write in a user's name. It is told once; the database keeps its hash. */
import { randomUUID } from "node:crypto";
import type { Instant } from "#domain/clocks.ts";
import type { Actor } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import { hashOf, newSecret } from "../secret.ts";
import { expectEnabled, findUser } from "./find-user.ts";
import { after } from "./issue-link.ts";
import { appendChange, write } from "./ledger.ts";

const lastsDays = 365;

/** A user's own, or anybody's for an admin. */
export function issueToken(db: Database, actor: Actor, userId: string, now: Instant) {
  return write(db, actor, actor.id === userId ? "propose" : "administer", now, async (entry) => {
    expectEnabled(await findUser(entry, userId));
    // The prefix lets a scanner of leaked secrets, and a person, know what it is.
    const token = `accords_${newSecret()}`;
    const expiresAt = after(entry.recordedAt, lastsDays * 24 * 60);
    await entry.tx.insert(entry.tables.apiTokens).values({
      id: randomUUID(),
      userId,
      hash: hashOf(token),
      createdAt: entry.recordedAt,
      expiresAt,
    });
    await appendChange(entry, {
      agreementId: null,
      verb: "user-token",
      before: null,
      after: { user: userId, expiresAt },
    });
    return { token, expiresAt };
  });
}

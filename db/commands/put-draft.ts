/** Keeps a form that was begun. A draft is nobody's business but its writer's: it is no part of the ledger. */
import { and, eq, ne } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import type { Actor } from "#domain/permission.ts";
import type { Draft } from "#domain/wire-desk.ts";
import type { Database } from "../database.ts";
import { write } from "./ledger.ts";

/** Bytes of one draft, and drafts of one user. */
export const draftLimits = { bytes: 65_536, perUser: 200 } as const;

export interface PutDraftInput {
  subject: string;
  body: Draft["body"];
}

/** Answers with the draft as it is kept. Throws `too-large`, or `rule-broken` when there are too many. */
export function putDraft(db: Database, actor: Actor, input: PutDraftInput, now: Instant): Promise<Draft> {
  if (JSON.stringify(input.body).length > draftLimits.bytes) {
    throw new DomainError("too-large", "A draft may have 64 KB at most.");
  }
  return write(db, actor, "propose", now, async ({ tx, tables: { drafts } }) => {
    const mine = eq(drafts.userId, actor.id);
    const others = await tx.$count(drafts, and(mine, ne(drafts.subject, input.subject)));
    if (others >= draftLimits.perUser) {
      throw new DomainError("rule-broken", "You have too many drafts. Send or drop some first.", {
        guard: "too-many-drafts",
      });
    }
    const draft = { ...input, updatedAt: now };
    await tx
      .insert(drafts)
      .values({ userId: actor.id, ...draft })
      .onConflictDoUpdate({
        target: [drafts.userId, drafts.subject],
        set: { body: draft.body, updatedAt: draft.updatedAt },
      });
    return draft;
  });
}

/** What every command shares: one transaction, one strictly increasing instant, one row in the audit log. */
import { desc, eq } from "drizzle-orm";
import { type Instant, nextInstant } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import { type Action, type Actor, may } from "#domain/permission.ts";
import type { Database, Writer } from "../database.ts";
import type { Tables } from "../tables.ts";

/** One accepted write in the making. */
export interface Entry {
  tx: Writer;
  tables: Tables;
  /** The instant of the commit; no request or import can set it. */
  recordedAt: Instant;
  actor: Actor;
}

/**
 * Runs a write in one transaction. `recordedAt` is `now`, or a millisecond after the last write where the server's
 * clock has not moved on.
 */
export function write<T>(
  db: Database,
  actor: Actor,
  action: Action,
  now: Instant,
  work: (entry: Entry) => Promise<T>,
): Promise<T> {
  if (!may(actor.role, action)) {
    throw new DomainError("forbidden", `The role ${actor.role} may not ${action}.`);
  }
  const { changes } = db.tables;
  return db.transact(async (tx) => {
    const [last] = await tx
      .select({ at: changes.recordedAt })
      .from(changes)
      .orderBy(desc(changes.sequence))
      .limit(1);
    const recordedAt = last && now <= last.at ? nextInstant(last.at) : now;
    return work({ tx, tables: db.tables, recordedAt, actor });
  });
}

/** The revision of an agreement: the number of its last accepted change, 0 before the first. */
export async function revisionOf({ tx, tables: { changes } }: Entry, agreementId: number): Promise<number> {
  const [last] = await tx
    .select({ revision: changes.revision })
    .from(changes)
    .where(eq(changes.agreementId, agreementId))
    .orderBy(desc(changes.revision))
    .limit(1);
  return last?.revision ?? 0;
}

/** Refuses a write that was made looking at another revision than the last one. */
export async function expectRevision(entry: Entry, agreementId: number, expected: number): Promise<void> {
  const revision = await revisionOf(entry, agreementId);
  if (revision !== expected) {
    throw new DomainError(
      "conflict",
      `You saw revision ${expected}; the agreement is now at revision ${revision}.`,
    );
  }
}

export interface ChangeInput {
  agreementId: number | null;
  verb: string;
  reason?: string | null;
  before: unknown;
  after: unknown;
}

/** Writes the audit row of an accepted change and answers with the agreement's new revision (null for none). */
export async function appendChange(entry: Entry, change: ChangeInput): Promise<number | null> {
  const { tx, tables, recordedAt, actor } = entry;
  const revision = change.agreementId === null ? null : (await revisionOf(entry, change.agreementId)) + 1;
  await tx.insert(tables.changes).values({
    ...change,
    reason: change.reason ?? null,
    revision,
    recordedAt,
    by: actor.id,
  });
  return revision;
}

/** The two columns that every recorded fact begins with. */
export const stamp = ({ recordedAt, actor }: Entry) => ({ recordedAt, recordedBy: actor.id });

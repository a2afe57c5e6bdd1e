/** What every command shares: one transaction, one strictly increasing instant, one row in the audit log. */
import { desc, eq, isNull } from "drizzle-orm";
import { type Instant, nextInstant } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import { type Action, type Actor, isProduct, may, type Role } from "#domain/permission.ts";
import { chainedHash } from "../change-chain.ts";
import type { Database, Reading, Writer } from "../database.ts";
import type { Tables } from "../tables.ts";

/** One accepted write in the making. */
export interface Entry {
  tx: Writer;
  tables: Tables;
  /** The queries of `db/queries` as this transaction sees the record. */
  reading: Reading;
  /** The record without this transaction. */
  committed: Database;
  /** The instant of the commit; no request or import can set it. */
  recordedAt: Instant;
  actor: Actor;
  /** The import that the write belongs to. */
  batch?: string;
  /** The proposal that the write fulfils, and who accepted it: `actor` is then whoever proposed it. */
  proposal?: { id: string; acceptedBy: string };
  /** The change that the write reverts. */
  reverts?: { sequence: number; revision: number | null };
}

function demand(role: Role, action: Action): void {
  if (!may(role, action)) throw new DomainError("forbidden", `The role ${role} may not ${action}.`);
}

/** The actor with the role of this moment; nobody's rights outlive their loss, not even by a request. */
async function presentActor(tx: Writer, { users }: Tables, actor: Actor): Promise<Actor> {
  if (isProduct(actor)) return actor;
  const [user] = await tx
    .select({ role: users.role, disabled: users.disabled })
    .from(users)
    .where(eq(users.id, actor.id));
  return { ...actor, role: user && !user.disabled ? user.role : "anyone" };
}

/**
 * Runs a write in one transaction. `recordedAt` is `now`, or a millisecond after the last write where the server's
 * clock has not moved on. In the mode `rehearse` nothing of it stays.
 */
export async function write<T>(
  db: Database,
  actor: Actor,
  action: Action,
  now: Instant,
  work: (entry: Entry) => Promise<T>,
  mode: "transact" | "rehearse" = "transact",
): Promise<T> {
  demand(actor.role, action);
  const { changes } = db.tables;
  return db[mode](async (tx) => {
    const present = await presentActor(tx, db.tables, actor);
    demand(present.role, action);
    const [last] = await tx
      .select({ at: changes.recordedAt })
      .from(changes)
      .orderBy(desc(changes.sequence))
      .limit(1);
    const recordedAt = last && now <= last.at ? nextInstant(last.at) : now;
    return work({
      tx,
      tables: db.tables,
      reading: { ...db, read: tx },
      committed: db,
      recordedAt,
      actor: present,
    });
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

export interface ChangeInput {
  agreementId: number | null;
  verb: string;
  reason?: string | null;
  before: unknown;
  after: unknown;
}

/** Writes the audit row of an accepted change and answers with the agreement's new revision (null for none). */
export async function appendChange(entry: Entry, change: ChangeInput): Promise<number | null> {
  const { tx, tables, recordedAt, actor, batch = null } = entry;
  const { agreementId } = change;
  const revision = agreementId === null ? null : (await revisionOf(entry, agreementId)) + 1;
  const { proposal, reverts } = entry;
  const marks = { ...(proposal ? { proposal } : {}), ...(reverts ? { reverts } : {}) };
  const after = proposal || reverts ? { ...(change.after ?? {}), ...marks } : change.after;
  const row = {
    ...change,
    after,
    reason: change.reason ?? null,
    revision,
    recordedAt,
    by: actor.id,
    byRole: actor.role,
    requestId: actor.requestId ?? null,
    batch,
  };
  const [newest] = await tx
    .select({ sequence: tables.changes.sequence })
    .from(tables.changes)
    .orderBy(desc(tables.changes.sequence))
    .limit(1);
  const [last] = await tx
    .select({ hash: tables.changes.hash })
    .from(tables.changes)
    .where(
      agreementId === null ? isNull(tables.changes.agreementId) : eq(tables.changes.agreementId, agreementId),
    )
    // With this order the index on agreement and time serves both chains.
    .orderBy(desc(tables.changes.recordedAt), desc(tables.changes.sequence))
    .limit(1);
  // The database counts without a gap: a transaction that is rolled back gives its numbers back.
  const placed = { ...row, sequence: (newest?.sequence ?? 0) + 1 };
  await tx.insert(tables.changes).values({ ...placed, hash: chainedHash(last?.hash ?? null, placed) });
  return revision;
}

/** The two columns that every recorded fact begins with. */
export const stamp = ({ recordedAt, actor }: Entry) => ({ recordedAt, recordedBy: actor.id });

/**
 * The audit log as a chain of hashes: each row carries the hash of itself and of the row before it in its chain (one
 * agreement, or all that is about none). An edited, removed or exchanged row breaks the chain; a cut tail does not,
 * so backups keep the heads of all chains in their manifest.
 */
import { createHash } from "node:crypto";
import { canonicalJson } from "#domain/canonical-json.ts";

/** What the hash of a change speaks of. */
export interface ChainedChange {
  /** Its place in the whole log: rows of two chains cannot change places either. */
  sequence: number;
  agreementId: number | null;
  revision: number | null;
  recordedAt: string;
  verb: string;
  by: string;
  byRole: string | null;
  requestId: string | null;
  batch: string | null;
  reason: string | null;
  before: unknown;
  after: unknown;
}

/** The hash of a row that follows the one with the hash `previous` (null: the first of its chain). */
export function chainedHash(previous: string | null, change: ChainedChange): string {
  const { sequence, agreementId, revision, recordedAt, verb, by, byRole, requestId, batch, reason } = change;
  const row = {
    sequence,
    agreementId,
    revision,
    recordedAt,
    verb,
    by,
    byRole,
    requestId,
    batch,
    reason,
    // What is not there reads back from the database as null.
    before: change.before ?? null,
    after: change.after ?? null,
  };
  return createHash("sha256")
    .update(`${previous ?? ""}\n${canonicalJson(row)}`)
    .digest("hex");
}

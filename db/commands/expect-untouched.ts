/**
 * Optimistic locking: a write says which revision of the agreement was looked at. What was changed since then in
 * other parts of the agreement does not stand in its way; what was changed in the same part is a conflict, told with
 * both versions, so that nothing is lost on either side.
 */
import { and, eq, gt } from "drizzle-orm";
import { type AgreementPart, type FactPart, partsTouched } from "#domain/change-parts.ts";
import { DomainError } from "#domain/errors.ts";
import { instantOf, recordedState } from "../queries/recorded-state.ts";
import { type Entry, revisionOf } from "./ledger.ts";

/** What a writer looked at, and what was sent. */
export interface Looked {
  /** The revision that the writer saw. */
  revision: number;
  /** The body as it was sent, for the answer to a conflict. */
  yours?: unknown;
  /** What is recorded must name a source. */
  sourced?: boolean;
}

interface Collision {
  agreementId: number;
  looked: Looked;
  conflicts: readonly string[];
  /** Facts to be shown beside the fields. */
  parts: readonly FactPart[];
  /** In place of the agreement's fields: what is in conflict about one fact. */
  versions?: { base: unknown; theirs: unknown };
}

/** The error of a write that collides with one made since. */
export async function conflictOf(entry: Entry, collision: Collision): Promise<DomainError> {
  const { agreementId, looked, conflicts, parts } = collision;
  const { reading } = entry;
  const revision = await revisionOf(entry, agreementId);
  const then = await instantOf(reading, agreementId, looked.revision);
  const now = await instantOf(reading, agreementId, revision);
  const versions = collision.versions ?? {
    base: then === null ? null : await recordedState(reading, agreementId, then, parts),
    theirs: now === null ? null : await recordedState(reading, agreementId, now, parts),
  };
  return new DomainError(
    "conflict",
    `You saw revision ${looked.revision}; the agreement is now at revision ${revision}, and ${conflicts.join(", ")} changed in between.`,
    { extra: { ...versions, yours: looked.yours ?? null, conflicts, revision } },
  );
}

/** Every part touched after a revision; null when anything may have been. */
async function touchedSince({ tx, tables: { changes } }: Entry, agreementId: number, revision: number) {
  const since = await tx
    .select({ before: changes.before, after: changes.after })
    .from(changes)
    .where(and(eq(changes.agreementId, agreementId), gt(changes.revision, revision)));
  const touched = since.map(partsTouched);
  return touched.some((parts) => parts === null)
    ? null
    : new Set<AgreementPart>(touched.flatMap((parts) => parts ?? []));
}

/** Refuses a write that was made looking at an earlier state of the part that it is about. */
export async function expectUntouched(
  entry: Entry,
  agreementId: number,
  looked: Looked,
  part: FactPart,
): Promise<void> {
  const revision = await revisionOf(entry, agreementId);
  if (looked.revision === revision) return;
  const touched = looked.revision > revision ? null : await touchedSince(entry, agreementId, looked.revision);
  if (touched !== null && !touched.has(part)) return;
  throw await conflictOf(entry, { agreementId, looked, conflicts: [part], parts: [part] });
}

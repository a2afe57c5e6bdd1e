/**
 * Reverts one change by another one: the facts that it began are ended, those that it ended are recorded again. What
 * has been changed again since is not touched: that is a conflict, to be settled by whoever knows.
 */
import { eq } from "drizzle-orm";
import { canonicalJson } from "#domain/canonical-json.ts";
import { contentOf, fieldNames, type LoggedContent } from "#domain/change-content.ts";
import type { Instant } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import type { Actor } from "#domain/permission.ts";
import { type RevertibleFact, revertPlan } from "#domain/revert-plan.ts";
import type { Database } from "../database.ts";
import { fieldsAt } from "../queries/recorded-state.ts";
import { insertCheck } from "./check-agreement.ts";
import { withdrawCitation } from "./cite-field.ts";
import { broken, demandReason } from "./demand.ts";
import { changeFields } from "./edit-agreement.ts";
import { conflictOf, type Looked } from "./expect-untouched.ts";
import { type Entry, revisionOf, write } from "./ledger.ts";
import { citeAgain, recordActAgain } from "./record-again.ts";
import { insertCommitment, supersedeCommitment } from "./record-commitment.ts";
import { supersedeAct } from "./supersede-act.ts";
import { withdrawCheck } from "./withdraw-check.ts";

export interface RevertInput extends Looked {
  /** The number of the change in the ledger. */
  sequence: number;
  reason: string | null | undefined;
}

interface Undoing {
  entry: Entry;
  agreementId: number;
  slug: string;
  was: LoggedContent;
  now: LoggedContent;
  looked: Looked & { reason: string };
}
type Undo = (undoing: Undoing) => Promise<{ agreementId: number; revision: number | null }>;

/** Fields that were changed again since are named; the others are put back. */
async function putBack({ entry, agreementId, slug, was, now, looked }: Undoing) {
  const theirs = await fieldsAt(entry.reading, agreementId, entry.recordedAt);
  const changed = fieldNames.filter((name) => was.fields?.[name] !== undefined);
  const touched = changed.filter(
    (name) => canonicalJson(theirs?.[name]) !== canonicalJson(now.fields?.[name]),
  );
  if (touched.length > 0)
    throw await conflictOf(entry, { agreementId, looked, conflicts: touched, parts: [] });
  return changeFields(entry, { ...looked, slug, fields: was.fields ?? {} });
}

const undoings: Record<RevertibleFact, Undo> = {
  act({ entry, agreementId, was, now, looked }) {
    if (now.act) return supersedeAct(entry, { ...looked, id: now.act.id }, was.act ?? null);
    if (was.act) return recordActAgain(entry, { ...looked, agreementId, act: was.act });
    throw nothingToRevert();
  },
  fields: putBack,
  check({ entry, agreementId, slug, was, now, looked }) {
    if (now.check) return withdrawCheck(entry, { ...looked, agreementId, id: now.check.id });
    if (was.check) return insertCheck(entry, { slug, on: was.check.on, note: was.check.note });
    throw nothingToRevert();
  },
  commitment({ entry, slug, was, now, looked }) {
    const { reason } = looked;
    // What was loaded without a source may go back to that.
    const given = { ...looked, sourced: false };
    const before = was.commitment ? { ...was.commitment, reason } : null;
    if (now.commitment) return supersedeCommitment(entry, { ...given, id: now.commitment.id }, before);
    if (before) return insertCommitment(entry, { ...given, slug, body: before });
    throw nothingToRevert();
  },
  citation({ entry, agreementId, was, now, looked }) {
    if (now.citation) return withdrawCitation(entry, { ...looked, id: String(now.citation.id) });
    if (was.citation) return citeAgain(entry, { ...looked, agreementId, citation: was.citation });
    throw nothingToRevert();
  },
};

const nothingToRevert = () => broken("not-revertible", "", "This change left nothing that could be undone.");

async function findChange({ tx, tables }: Entry, sequence: number) {
  const { changes, agreements } = tables;
  const [found] = await tx
    .select({ change: changes, slug: agreements.slug })
    .from(changes)
    .leftJoin(agreements, eq(agreements.id, changes.agreementId))
    .where(eq(changes.sequence, sequence));
  if (!found) throw new DomainError("not-found", "There is no such change.");
  return found;
}

/** Answers with the agreement and its new revision. */
export const revertChange = (db: Database, actor: Actor, input: RevertInput, now: Instant) =>
  write(db, actor, "correct", now, (entry) => undoChange(entry, input));

/** The same inside a transaction whose rights were checked. */
export async function undoChange(entry: Entry, { sequence, reason, ...looked }: RevertInput) {
  const { change, slug } = await findChange(entry, sequence);
  const plan = revertPlan({ ...change, agreement: slug });
  if ("refusal" in plan || slug === null || change.agreementId === null)
    throw broken("not-revertible", "", "refusal" in plan ? plan.refusal : "It is about no agreement.");
  const { agreementId, revision } = change;
  // Nobody can have seen a change at a revision before it.
  if (looked.revision < (revision ?? 0))
    throw await conflictOf(entry, { agreementId, looked, conflicts: [plan.fact], parts: [] });
  const before = await revisionOf(entry, agreementId);
  const undone = await undoings[plan.fact]({
    entry: { ...entry, reverts: { sequence, revision } },
    agreementId,
    slug,
    was: contentOf(change.before),
    now: contentOf(change.after),
    looked: { ...looked, reason: demandReason(reason) },
  });
  if (undone.revision === before)
    throw broken("not-revertible", "", "Everything is as it was before already.");
  return { agreementId, revision: undone.revision, slug };
}

/** Records, corrects and withdraws what a side undertook or gave: a commitment is superseded, never rewritten. */
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { LoggedCommitment } from "#domain/change-content.ts";
import { endOfKnowledge } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import type { CommitmentBody } from "#domain/wire-input.ts";
import { type CitationInput, cite, endCitations } from "./cite.ts";
import { broken, demandReason, demandSource } from "./demand.ts";
import { deriveAgreement } from "./derive-agreement.ts";
import { conflictOf, expectUntouched, type Looked } from "./expect-untouched.ts";
import { findAgreement } from "./find-record.ts";
import { appendChange, type Entry, stamp } from "./ledger.ts";

type Stored = Entry["tables"]["commitments"]["$inferSelect"];

/** A body, or what the log keeps of a commitment that comes back. */
export type CommitmentGiven = Omit<CommitmentBody, "citations"> & { citations: readonly CitationInput[] };

const columnsOf = ({ citations: _citations, reason: _reason, ...columns }: CommitmentGiven) => columns;

async function demandCountry({ tx, tables: { countries } }: Entry, code: string | null): Promise<void> {
  if (code === null) return;
  const [known] = await tx.select({ code: countries.code }).from(countries).where(eq(countries.code, code));
  if (!known) throw broken("known-country", "by", `There is no country “${code}”.`);
}

async function put(entry: Entry, agreementId: number, body: CommitmentGiven): Promise<LoggedCommitment> {
  await demandCountry(entry, body.by);
  const id = `c-${randomUUID()}`;
  await entry.tx
    .insert(entry.tables.commitments)
    .values({ ...columnsOf(body), id, agreementId, framework: null, ...stamp(entry) });
  const citations = await cite(entry, `commitment:${id}`, agreementId, body.citations);
  return { ...columnsOf(body), id, citations };
}

/** Answers with the new commitment's id. */
export async function insertCommitment(
  entry: Entry,
  input: Looked & { slug: string; body: CommitmentGiven },
) {
  const { id: agreementId } = await findAgreement(entry, input.slug);
  await expectUntouched(entry, agreementId, input, "commitments");
  if (input.sourced !== false) demandSource(input.body.citations);
  const commitment = await put(entry, agreementId, input.body);
  await deriveAgreement(entry, agreementId);
  const revision = await appendChange(entry, {
    agreementId,
    verb: "commitment-added",
    reason: input.body.reason,
    before: null,
    after: { commitment },
  });
  return { id: commitment.id, agreementId, revision };
}

async function findCommitment({ tx, tables: { commitments } }: Entry, id: string) {
  const [found] = await tx.select().from(commitments).where(eq(commitments.id, id));
  if (!found || found.agreementId === null)
    throw new DomainError("not-found", "There is no such commitment.");
  return { ...found, agreementId: found.agreementId };
}

/** Closes it; answers with what the log keeps of it. */
async function close(entry: Entry, old: Stored): Promise<LoggedCommitment> {
  const { commitments } = entry.tables;
  await entry.tx
    .update(commitments)
    .set({ supersededAt: entry.recordedAt })
    .where(eq(commitments.id, old.id));
  const {
    supersededAt: _until,
    recordedAt: _at,
    recordedBy: _by,
    agreementId: _agreement,
    framework: _framework,
    ...columns
  } = old;
  return { ...columns, citations: await endCitations(entry, `commitment:${old.id}`) };
}

/** Closes a commitment and records `replacement`, or nothing in its place when it is null. */
export async function supersedeCommitment(
  entry: Entry,
  input: Looked & { id: string; reason: string | null },
  replacement: CommitmentGiven | null,
) {
  const old = await findCommitment(entry, input.id);
  const { agreementId } = old;
  if (old.supersededAt !== endOfKnowledge)
    throw await conflictOf(entry, {
      agreementId,
      looked: input,
      conflicts: ["commitments"],
      parts: ["commitments"],
    });
  await expectUntouched(entry, agreementId, input, "commitments");
  const reason = demandReason(input.reason);
  if (replacement && input.sourced !== false) demandSource(replacement.citations);
  const before = await close(entry, old);
  const after = replacement ? await put(entry, agreementId, replacement) : null;
  await deriveAgreement(entry, agreementId);
  const revision = await appendChange(entry, {
    agreementId,
    verb: replacement ? "commitment-corrected" : "commitment-withdrawn",
    reason,
    before: { commitment: before },
    after: after ? { commitment: after } : null,
  });
  return { id: after?.id ?? old.id, agreementId, revision };
}

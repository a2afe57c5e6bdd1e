/** Names a source for a field of an agreement, and ends a citation that no longer holds. */
import { eq } from "drizzle-orm";
import { endOfKnowledge } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import { type CitationInput, cite, openCitations } from "./cite.ts";
import { broken, demandReason } from "./demand.ts";
import { deriveAgreement } from "./derive-agreement.ts";
import { conflictOf, expectUntouched, type Looked } from "./expect-untouched.ts";
import { findAgreement } from "./find-record.ts";
import { appendChange, type Entry } from "./ledger.ts";

/** Answers with the new citation's id. */
export async function citeField(
  entry: Entry,
  input: Looked & { slug: string; citation: CitationInput; reason: string | null },
) {
  const { slug, citation } = input;
  const { id: agreementId } = await findAgreement(entry, slug);
  await expectUntouched(entry, agreementId, input, "citations");
  const subject = `agreement:${slug}`;
  const [made] = await cite(entry, subject, agreementId, [citation]);
  if (!made) throw new Error("The citation was not stored.");
  await deriveAgreement(entry, agreementId);
  const revision = await appendChange(entry, {
    agreementId,
    verb: "citation-added",
    reason: input.reason,
    before: null,
    after: { citation: { ...made, subject } },
  });
  return { id: made.id, agreementId, revision };
}

async function findCitation({ tx, tables: { citations } }: Entry, id: string) {
  const [found] = await tx
    .select()
    .from(citations)
    .where(eq(citations.id, /^\d{1,15}$/.test(id) ? Number(id) : -1));
  if (!found || found.agreementId === null) throw new DomainError("not-found", "There is no such citation.");
  return { ...found, agreementId: found.agreementId };
}

export async function withdrawCitation(entry: Entry, input: Looked & { id: string; reason: string | null }) {
  const found = await findCitation(entry, input.id);
  const { agreementId, subject } = found;
  if (found.supersededAt !== endOfKnowledge)
    throw await conflictOf(entry, {
      agreementId,
      looked: input,
      conflicts: ["citations"],
      parts: ["citations"],
    });
  await expectUntouched(entry, agreementId, input, "citations");
  const reason = demandReason(input.reason);
  const standing = await openCitations(entry, subject);
  // Such a fact is corrected, with another source, or withdrawn; it never stands without one.
  if (/^(?:act|commitment):/.test(subject) && standing.length < 2)
    throw broken("source-required", "", "This is the only source: correct or withdraw what it is cited for.");
  const ended = standing.find(({ id }) => id === found.id);
  if (!ended) throw new Error("The citation does not stand.");
  const { citations } = entry.tables;
  await entry.tx.update(citations).set({ supersededAt: entry.recordedAt }).where(eq(citations.id, found.id));
  await deriveAgreement(entry, agreementId);
  const revision = await appendChange(entry, {
    agreementId,
    verb: "citation-withdrawn",
    reason,
    before: { citation: { ...ended, subject } },
    after: null,
  });
  return { agreementId, revision };
}

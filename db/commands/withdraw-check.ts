/** Takes back a check: somebody had not looked, or not at this agreement. */
import { and, eq } from "drizzle-orm";
import { endOfKnowledge } from "#domain/clocks.ts";
import { deriveAgreement } from "./derive-agreement.ts";
import { conflictOf, type Looked } from "./expect-untouched.ts";
import { appendChange, type Entry } from "./ledger.ts";

/** Throws `conflict` when it was taken back already. */
export async function withdrawCheck(
  entry: Entry,
  { id, agreementId, reason, ...looked }: Looked & { id: number; agreementId: number; reason: string },
) {
  const { checks } = entry.tables;
  const [ended] = await entry.tx
    .update(checks)
    .set({ supersededAt: entry.recordedAt })
    .where(and(eq(checks.id, id), eq(checks.supersededAt, endOfKnowledge)))
    .returning({ on: checks.on, note: checks.note });
  if (!ended)
    throw await conflictOf(entry, { agreementId, looked, conflicts: ["checks"], parts: ["checks"] });
  await deriveAgreement(entry, agreementId);
  const revision = await appendChange(entry, {
    agreementId,
    verb: "check-withdrawn",
    reason,
    before: { check: { id, ...ended } },
    after: null,
  });
  return { agreementId, revision };
}

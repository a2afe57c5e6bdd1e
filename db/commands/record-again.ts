/** Records again what was withdrawn; it is new in the ledger, and refers to the withdrawal that it supersedes. */
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { LoggedAct, LoggedLooseCitation } from "#domain/change-content.ts";
import { endOfKnowledge } from "#domain/clocks.ts";
import { actColumns, checkAct, loggedAct } from "./act-input.ts";
import { cite } from "./cite.ts";
import { deriveAgreement } from "./derive-agreement.ts";
import { conflictOf, expectUntouched, type Looked } from "./expect-untouched.ts";
import { findAct } from "./find-record.ts";
import { appendChange, type Entry, stamp } from "./ledger.ts";

interface Again extends Looked {
  agreementId: number;
  reason: string;
}

/** Records a withdrawn act again, with its sources. Throws `conflict` when that was done already. */
export async function recordActAgain(
  entry: Entry,
  { act, agreementId, reason, ...looked }: Again & { act: LoggedAct },
) {
  const { tx, tables } = entry;
  const { agreement } = await findAct(entry, act.id);
  const [withdrawal] = await tx
    .select()
    .from(tables.acts)
    .where(and(eq(tables.acts.supersedes, act.id), eq(tables.acts.withdrawal, true)));
  if (withdrawal?.supersededAt !== endOfKnowledge)
    throw await conflictOf(entry, { agreementId, looked, conflicts: ["acts"], parts: ["acts"] });
  await expectUntouched(entry, agreementId, looked, "acts");
  checkAct(act, agreement.profile, entry.recordedAt);
  const id = `a-${randomUUID()}`;
  await tx
    .update(tables.acts)
    .set({ supersededAt: entry.recordedAt })
    .where(eq(tables.acts.id, withdrawal.id));
  await tx.insert(tables.acts).values({
    id,
    agreementId,
    ...actColumns(act),
    supersedes: withdrawal.id,
    reason,
    ...stamp(entry),
  });
  const citations = await cite(entry, `act:${id}`, agreementId, act.citations);
  await deriveAgreement(entry, agreementId);
  const revision = await appendChange(entry, {
    agreementId,
    verb: "act-recorded",
    reason,
    before: null,
    after: { act: loggedAct({ ...act, id }, citations) },
  });
  return { agreementId, revision };
}

/** True while what is cited for stands. */
async function stands({ tx, tables }: Entry, subject: string): Promise<boolean> {
  const [kind, id = ""] = subject.split(":");
  if (kind === "agreement") return true;
  const table = kind === "act" ? tables.acts : kind === "commitment" ? tables.commitments : null;
  if (table === null) return false;
  const found = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.id, id), eq(table.supersededAt, endOfKnowledge)));
  return found.length > 0;
}

/** Names a source again for what it was cited for. Throws `conflict` when that does not stand any more. */
export async function citeAgain(
  entry: Entry,
  { citation, agreementId, reason, ...looked }: Again & { citation: LoggedLooseCitation },
) {
  const { subject } = citation;
  await expectUntouched(entry, agreementId, looked, "citations");
  if (!(await stands(entry, subject)))
    throw await conflictOf(entry, { agreementId, looked, conflicts: ["citations"], parts: [] });
  const [made] = await cite(entry, subject, agreementId, [citation]);
  if (!made) throw new Error("The citation was not stored.");
  await deriveAgreement(entry, agreementId);
  const revision = await appendChange(entry, {
    agreementId,
    verb: "citation-added",
    reason,
    before: null,
    after: { citation: { ...made, subject } },
  });
  return { agreementId, revision };
}

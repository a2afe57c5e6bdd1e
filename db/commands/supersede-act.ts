/** Correcting and withdrawing both supersede: the old row is closed, a new one refers to it with a reason. */
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { endOfKnowledge } from "#domain/clocks.ts";
import { type ActInput, actColumns, checkAct, loggedAct } from "./act-input.ts";
import { cite, endCitations } from "./cite.ts";
import { demandReason, demandSource } from "./demand.ts";
import { deriveAgreement } from "./derive-agreement.ts";
import { conflictOf, expectUntouched, type Looked } from "./expect-untouched.ts";
import { findAct } from "./find-record.ts";
import { appendChange, type Entry, stamp } from "./ledger.ts";

export interface SupersedeInput extends Looked {
  id: string;
  reason: string | null | undefined;
}

type StoredAct = Awaited<ReturnType<typeof findAct>>["act"];

/** Somebody else has corrected or withdrawn the act: both versions of it, field by field. */
async function superseded(entry: Entry, act: StoredAct, looked: Looked, replacement: ActInput | null) {
  const { acts } = entry.tables;
  const [next] = await entry.tx.select().from(acts).where(eq(acts.supersedes, act.id));
  const theirs = next && !next.withdrawal ? { id: next.id, ...actColumns(next) } : null;
  const base = actColumns(act);
  const changed = Object.entries(base)
    .filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(theirs?.[field as keyof typeof base]),
    )
    .map(([field]) => field);
  return conflictOf(entry, {
    agreementId: act.agreementId,
    looked: { revision: looked.revision, yours: looked.yours ?? replacement },
    conflicts: theirs === null || changed.length === 0 ? ["acts"] : changed,
    parts: [],
    versions: { base: { id: act.id, ...base }, theirs },
  });
}

/** Closes the act and opens its successor: `replacement`, or a withdrawal when it is null. */
export async function supersedeAct(entry: Entry, input: SupersedeInput, replacement: ActInput | null) {
  const { act, agreement } = await findAct(entry, input.id);
  if (act.supersededAt !== endOfKnowledge) throw await superseded(entry, act, input, replacement);
  await expectUntouched(entry, agreement.id, input, "acts");
  const reason = demandReason(input.reason);
  if (replacement && input.sourced) demandSource(replacement.citations);
  if (replacement) checkAct(replacement, agreement.profile, entry.recordedAt);
  const { tx, tables } = entry;
  const id = `a-${randomUUID()}`;
  const { id: _old, recordedAt: _at, recordedBy: _by, supersededAt: _until, ...columns } = act;
  await tx.update(tables.acts).set({ supersededAt: entry.recordedAt }).where(eq(tables.acts.id, act.id));
  const ended = await endCitations(entry, `act:${act.id}`);
  await tx.insert(tables.acts).values({
    ...columns,
    ...(replacement ? actColumns(replacement) : {}),
    id,
    supersedes: act.id,
    reason,
    withdrawal: replacement === null,
    ...stamp(entry),
  });
  const cited = replacement ? await cite(entry, `act:${id}`, agreement.id, replacement.citations) : [];
  await deriveAgreement(entry, agreement.id);
  const revision = await appendChange(entry, {
    agreementId: agreement.id,
    verb: replacement ? "act-corrected" : "act-withdrawn",
    reason,
    before: { act: loggedAct(act, ended) },
    after: replacement ? { act: loggedAct({ ...replacement, id }, cited) } : null,
  });
  return { id, agreementId: agreement.id, revision };
}

/** Correcting and withdrawing both supersede: the old row is closed, a new one refers to it with a reason. */
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { DomainError } from "#domain/errors.ts";
import { type ActInput, actColumns, checkAct, loggedAct } from "./act-input.ts";
import { cite, endCitations } from "./cite.ts";
import { deriveAgreement } from "./derive-agreement.ts";
import { findAct } from "./find-record.ts";
import { appendChange, type Entry, expectRevision, stamp } from "./ledger.ts";

export interface SupersedeInput {
  id: string;
  /** The revision of the agreement that the writer saw. */
  revision: number;
  reason: string;
}

/** Closes the act and opens its successor: `replacement`, or a withdrawal when it is null. */
export async function supersedeAct(entry: Entry, input: SupersedeInput, replacement: ActInput | null) {
  if (input.reason.trim() === "") {
    throw new DomainError("rule-broken", "Say why the act is changed.", {
      guard: "reason-required",
      errors: [{ path: "reason", message: "a reason is required" }],
    });
  }
  const { act, agreement } = await findAct(entry, input.id);
  await expectRevision(entry, agreement.id, input.revision);
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
    reason: input.reason,
    withdrawal: replacement === null,
    ...stamp(entry),
  });
  const cited = replacement ? await cite(entry, `act:${id}`, agreement.id, replacement.citations) : [];
  await deriveAgreement(entry, agreement.id);
  const revision = await appendChange(entry, {
    agreementId: agreement.id,
    verb: replacement ? "act-corrected" : "act-withdrawn",
    reason: input.reason,
    before: { act: loggedAct(act, ended) },
    after: replacement ? { act: loggedAct({ id, ...replacement }, cited) } : null,
  });
  return { id, revision };
}

/** Records one act of an agreement. */
import { randomUUID } from "node:crypto";
import type { Instant } from "#domain/clocks.ts";
import type { Actor } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import { type ActInput, actColumns, checkAct, loggedAct } from "./act-input.ts";
import { cite } from "./cite.ts";
import { deriveAgreement } from "./derive-agreement.ts";
import { findAgreement } from "./find-record.ts";
import { appendChange, expectRevision, stamp, write } from "./ledger.ts";

export interface RecordActInput {
  slug: string;
  /** The revision that the writer saw. */
  revision: number;
  act: ActInput;
  reason?: string | null | undefined;
}

/** Answers with the new act's id and the agreement's new revision. */
export function recordAct(db: Database, actor: Actor, input: RecordActInput, now: Instant) {
  return write(db, actor, "record", now, async (entry) => {
    const agreement = await findAgreement(entry, input.slug);
    await expectRevision(entry, agreement.id, input.revision);
    checkAct(input.act, agreement.profile, entry.recordedAt);
    const id = `a-${randomUUID()}`;
    await entry.tx.insert(entry.tables.acts).values({
      id,
      agreementId: agreement.id,
      ...actColumns(input.act),
      reason: input.reason ?? null,
      ...stamp(entry),
    });
    const citations = await cite(entry, `act:${id}`, agreement.id, input.act.citations);
    await deriveAgreement(entry, agreement.id);
    const revision = await appendChange(entry, {
      agreementId: agreement.id,
      verb: "act-recorded",
      reason: input.reason ?? null,
      before: null,
      after: { act: loggedAct({ id, ...input.act }, citations) },
    });
    return { id, revision };
  });
}

/** Records one act of an agreement. */
import { randomUUID } from "node:crypto";
import type { LoggedAct } from "#domain/change-content.ts";
import type { Instant } from "#domain/clocks.ts";
import type { Actor } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import { type ActInput, actColumns, checkAct, loggedAct } from "./act-input.ts";
import { cite } from "./cite.ts";
import { demandSource } from "./demand.ts";
import { deriveAgreement } from "./derive-agreement.ts";
import { expectUntouched, type Looked } from "./expect-untouched.ts";
import { findAgreement } from "./find-record.ts";
import { appendChange, type Entry, stamp, write } from "./ledger.ts";

export interface RecordActInput extends Looked {
  slug: string;
  act: ActInput;
  reason?: string | null | undefined;
}

/** Answers with the new act's id and the agreement's new revision. */
export const recordAct = (db: Database, actor: Actor, input: RecordActInput, now: Instant) =>
  write(db, actor, "record", now, (entry) => insertAct(entry, input));

/** The same inside a transaction whose rights were checked. */
export async function insertAct(entry: Entry, input: RecordActInput) {
  const { slug, act, reason = null } = input;
  const agreement = await findAgreement(entry, slug);
  await expectUntouched(entry, agreement.id, input, "acts");
  if (input.sourced) demandSource(act.citations);
  checkAct(act, agreement.profile, entry.recordedAt);
  const logged = await putAct(entry, agreement.id, act, reason);
  await deriveAgreement(entry, agreement.id);
  const revision = await appendChange(entry, {
    agreementId: agreement.id,
    verb: "act-recorded",
    reason,
    before: null,
    after: { act: logged },
  });
  return { id: logged.id, agreementId: agreement.id, revision };
}

/** Writes the act and its citations, and nothing that follows from them. Answers with what the log keeps. */
export async function putAct(
  entry: Entry,
  agreementId: number,
  act: ActInput,
  reason: string | null,
): Promise<LoggedAct> {
  const id = `a-${randomUUID()}`;
  await entry.tx
    .insert(entry.tables.acts)
    .values({ id, agreementId, ...actColumns(act), reason, ...stamp(entry) });
  const citations = await cite(entry, `act:${id}`, agreementId, act.citations);
  return loggedAct({ ...act, id }, citations);
}

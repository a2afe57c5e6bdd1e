/** An editor looked and found nothing new: the day of the last check, which is no change of the agreement itself. */
import type { Instant } from "#domain/clocks.ts";
import { dayOfInstant } from "#domain/day.ts";
import { boundsOf } from "#domain/edtf.ts";
import type { Actor } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import { broken } from "./demand.ts";
import { deriveAgreement } from "./derive-agreement.ts";
import { findAgreement } from "./find-record.ts";
import { appendChange, type Entry, stamp, write } from "./ledger.ts";

export interface CheckInput {
  slug: string;
  /** EDTF; today when null. */
  on: string | null;
  note: string | null;
}

/** Answers with the check and the agreement's new revision. */
export const checkAgreement = (db: Database, actor: Actor, input: CheckInput, now: Instant) =>
  write(db, actor, "check", now, (entry) => insertCheck(entry, input));

/** The same inside a transaction whose rights were checked. */
export async function insertCheck(entry: Entry, { slug, on, note }: CheckInput) {
  const { id: agreementId } = await findAgreement(entry, slug);
  const today = dayOfInstant(entry.recordedAt);
  const check = { on: on ?? today, note };
  const { earliest, latest } = boundsOf(check.on);
  if (earliest > today) throw broken("not-in-the-future", "on", "A check cannot lie in the future.");
  const { checks } = entry.tables;
  const values = {
    agreementId,
    ...check,
    // A month or a year that is not over yet was looked at today.
    latest: latest > today ? today : latest,
    ...stamp(entry),
  };
  const [made] = await entry.tx.insert(checks).values(values).returning({ id: checks.id });
  if (!made) throw new Error("The check was not stored.");
  await deriveAgreement(entry, agreementId);
  const revision = await appendChange(entry, {
    agreementId,
    verb: "check-added",
    before: null,
    after: { check: { id: made.id, ...check } },
  });
  return { agreementId, revision, check: { ...check, ...stamp(entry) } };
}

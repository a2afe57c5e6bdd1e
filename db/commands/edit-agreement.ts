/** Changes fields of an agreement. What others changed meanwhile in other fields stays. */
import { canonicalJson } from "#domain/canonical-json.ts";
import { fieldNames, type LoggedFields } from "#domain/change-content.ts";
import type { AgreementField } from "#domain/change-parts.ts";
import type { Instant } from "#domain/clocks.ts";
import type { Actor } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import { fieldsAt, instantOf } from "../queries/recorded-state.ts";
import { deriveAgreement } from "./derive-agreement.ts";
import { conflictOf, type Looked } from "./expect-untouched.ts";
import { findAgreement } from "./find-record.ts";
import { appendChange, type Entry, revisionOf, write } from "./ledger.ts";
import { checkFields, putFields } from "./put-fields.ts";

export interface EditAgreementInput extends Looked {
  slug: string;
  fields: { [Field in AgreementField]?: LoggedFields[Field] | undefined };
  reason?: string | null | undefined;
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);
const pick = (fields: LoggedFields, names: readonly AgreementField[]) =>
  Object.fromEntries(names.map((name) => [name, fields[name]]));

/** Answers with the agreement and its revision, which is the present one when nothing is different. */
export const editAgreement = (db: Database, actor: Actor, input: EditAgreementInput, now: Instant) =>
  write(db, actor, "correct", now, (entry) => changeFields(entry, input));

/** The same inside a transaction whose rights were checked. */
export async function changeFields(entry: Entry, input: EditAgreementInput) {
  const { slug, fields: yours, reason = null } = input;
  const { id: agreementId } = await findAgreement(entry, slug);
  const revision = await revisionOf(entry, agreementId);
  const theirs = await fieldsAt(entry.reading, agreementId, entry.recordedAt);
  const then = await instantOf(entry.reading, agreementId, input.revision);
  const base = then === null ? null : await fieldsAt(entry.reading, agreementId, then);
  if (!theirs) throw new Error(`Agreement ${agreementId} has no fields.`);
  const given = fieldNames.filter((name) => yours[name] !== undefined);
  // Only what differs from what the writer saw is a change of theirs to make.
  const mine = base === null ? given : given.filter((name) => !same(yours[name], base[name]));
  const conflicts = base === null ? given : mine.filter((name) => !same(theirs[name], base[name]));
  if (conflicts.length > 0)
    throw await conflictOf(entry, { agreementId, looked: input, conflicts, parts: [] });
  const changed = mine.filter((name) => !same(yours[name], theirs[name]));
  if (changed.length === 0) return { agreementId, revision };
  const after = { ...theirs, ...Object.fromEntries(changed.map((name) => [name, yours[name]])) };
  await checkFields(entry, after);
  await putFields(entry, agreementId, after);
  await deriveAgreement(entry, agreementId);
  return {
    agreementId,
    revision: await appendChange(entry, {
      agreementId,
      verb: "fields-edited",
      reason,
      before: { fields: pick(theirs, changed) },
      after: { fields: pick(after, changed) },
    }),
  };
}

/** Does to an agreement what an imported row says beyond the record: fields, new acts, corrected ones. */
import { eq } from "drizzle-orm";
import type { ExistingAgreement, Update } from "#domain/import/compare-row.ts";
import type { RowAct } from "#domain/import/row.ts";
import { rowActColumns } from "./create-agreements.ts";
import { changeFields } from "./edit-agreement.ts";
import type { Entry } from "./ledger.ts";
import { insertAct } from "./record-act.ts";
import { supersedeAct } from "./supersede-act.ts";

const cited = (sources: readonly string[]) => sources.map((url) => ({ url }));

/** What the row does not say of the act stays as it was. */
async function corrected({ tx, tables: { acts } }: Entry, id: string, act: RowAct) {
  const [old] = await tx.select().from(acts).where(eq(acts.id, id));
  if (!old) throw new Error(`There is no act ${id}.`);
  const { date, certainty } = act;
  return {
    ...old,
    date,
    certainty,
    how: act.how ?? old.how,
    place: act.place ?? old.place,
    note: act.note ?? old.note,
  };
}

/** The row must have been compared with the agreement in this transaction. */
export async function updateFromRow(
  entry: Entry,
  there: ExistingAgreement,
  { fields, add, correct }: Update,
  sources: readonly string[],
  reason: string,
): Promise<void> {
  const { slug } = there;
  let { revision } = there;
  if (Object.keys(fields).length > 0)
    revision = (await changeFields(entry, { slug, revision, fields, reason })).revision ?? revision;
  for (const act of add) {
    const input = { ...rowActColumns(act), citations: cited(sources) };
    revision = (await insertAct(entry, { slug, revision, act: input, reason })).revision ?? revision;
  }
  for (const { id, act } of correct) {
    const input = { ...(await corrected(entry, id, act)), citations: cited(sources) };
    revision = (await supersedeAct(entry, { id, revision, reason }, input)).revision ?? revision;
  }
}

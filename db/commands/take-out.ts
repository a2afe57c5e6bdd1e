/** Takes an agreement out of the record: it is no longer held to be true, and stays readable as it was known. */
import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { type LoggedContent, pickFields } from "#domain/change-content.ts";
import { endOfKnowledge } from "#domain/clocks.ts";
import { loggedAct } from "./act-input.ts";
import { endCitations } from "./cite.ts";
import { appendChange, type Entry, stamp } from "./ledger.ts";

const derivedTables = [
  "stagePeriods",
  "flagPeriods",
  "expectations",
  "contradictions",
  "searchDocuments",
] as const;

async function withdrawActs(entry: Entry, agreementId: number, reason: string) {
  const { tx, tables, recordedAt } = entry;
  const open = await tx
    .select()
    .from(tables.acts)
    .where(
      and(
        eq(tables.acts.agreementId, agreementId),
        eq(tables.acts.supersededAt, endOfKnowledge),
        eq(tables.acts.withdrawal, false),
      ),
    );
  const logged = [];
  for (const act of open) {
    const { id, recordedAt: _at, recordedBy: _by, supersededAt: _until, ...columns } = act;
    logged.push(loggedAct(act, await endCitations(entry, `act:${id}`)));
    await tx.update(tables.acts).set({ supersededAt: recordedAt }).where(eq(tables.acts.id, id));
    await tx.insert(tables.acts).values({
      ...columns,
      id: `a-${randomUUID()}`,
      supersedes: id,
      reason,
      withdrawal: true,
      ...stamp(entry),
    });
  }
  return logged;
}

/** Closes all that is known of the agreement. It must have neither commitments, conflicts nor checks. */
export async function takeOut(
  entry: Entry,
  agreementId: number,
  slug: string,
  reason: string,
): Promise<void> {
  const { tx, tables, recordedAt } = entry;
  const { versions } = tables;
  const [version] = await tx
    .update(versions)
    .set({ knownTo: recordedAt })
    .where(and(eq(versions.agreementId, agreementId), eq(versions.knownTo, endOfKnowledge)))
    .returning();
  if (!version) throw new Error(`Agreement ${agreementId} has no fields.`);
  const acts = await withdrawActs(entry, agreementId, reason);
  const subject = `agreement:${slug}`;
  const citations = (await endCitations(entry, subject)).map((citation) => ({ ...citation, subject }));
  for (const name of derivedTables) {
    // The five tables share these columns.
    const table = tables[name] as Entry["tables"]["searchDocuments"];
    const open = await tx
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.agreementId, agreementId), eq(table.knownTo, endOfKnowledge)));
    if (open.length === 0) continue;
    await tx
      .update(table)
      .set({ knownTo: recordedAt })
      .where(
        inArray(
          table.id,
          open.map(({ id }) => id),
        ),
      );
  }
  await appendChange(entry, {
    agreementId,
    verb: "agreement-withdrawn",
    reason,
    before: { fields: pickFields(version), acts, citations } satisfies LoggedContent,
    after: null,
  });
}

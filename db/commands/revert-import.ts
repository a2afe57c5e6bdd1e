/**
 * Reverts an import as one: what it brought into the record is taken out, what it changed is changed back. An
 * agreement that somebody has worked on since is named and left, unless the others may go alone.
 */
import { setImmediate } from "node:timers/promises";
import { and, desc, eq, inArray, max } from "drizzle-orm";
import { contentOf, type LoggedAct } from "#domain/change-content.ts";
import { DomainError } from "#domain/errors.ts";
import type { RevertReport } from "#domain/import/report.ts";
import { demandReason } from "./demand.ts";
import { changeFields } from "./edit-agreement.ts";
import { appendChange, type Entry } from "./ledger.ts";
import { supersedeAct } from "./supersede-act.ts";
import { takeOut } from "./take-out.ts";

export interface RevertImportInput {
  id: string;
  reason?: string | null | undefined;
  /** Leaves what was worked on since, and reverts the rest. */
  partial: boolean;
}

/** Agreements that are read, and reverted, between two turns of the event loop. */
const chunkSize = 50;

const asInput = ({ id: _id, citations, ...act }: LoggedAct) => ({
  ...act,
  citations: citations.map(({ sourceId, stance, quote, field }) => ({ sourceId, stance, quote, field })),
});

async function demandStanding({ tx, tables: { imports } }: Entry, id: string) {
  const [found] = await tx.select().from(imports).where(eq(imports.id, id));
  if (!found) throw new DomainError("not-found", "There is no such import.");
  if (found.revertedAt === null) return found;
  throw new DomainError("conflict", `This import was reverted on ${found.revertedAt}.`, {
    guard: "already-reverted",
  });
}

/** The agreements of the batch: what it did to each, and whether its change is still the last. */
async function touched({ tx, tables }: Entry, id: string) {
  const { changes, agreements, importRows } = tables;
  const rows = await tx
    .select({ agreementId: importRows.agreementId, result: importRows.result, slug: agreements.slug })
    .from(importRows)
    .innerJoin(agreements, eq(agreements.id, importRows.agreementId))
    .where(eq(importRows.importId, id));
  const left = new Set<number>();
  for (let at = 0; at < rows.length; at += 500) {
    const ids = rows.slice(at, at + 500).map(({ agreementId }) => agreementId);
    const latest = await tx
      .select({ agreementId: changes.agreementId, revision: max(changes.revision) })
      .from(changes)
      .where(inArray(changes.agreementId, ids))
      .groupBy(changes.agreementId);
    const ours = await tx
      .select({ agreementId: changes.agreementId, revision: max(changes.revision) })
      .from(changes)
      .where(and(inArray(changes.agreementId, ids), eq(changes.batch, id)))
      .groupBy(changes.agreementId);
    const oursById = new Map(ours.map(({ agreementId, revision }) => [agreementId, revision]));
    for (const { agreementId, revision } of latest)
      if (agreementId !== null && oursById.get(agreementId) !== revision) left.add(agreementId);
  }
  return { rows, left };
}

/** Undoes the batch's changes of an agreement that was there before, the last first. */
async function changeBack(entry: Entry, agreementId: number, slug: string, id: string, reason: string) {
  const { changes } = entry.tables;
  const ours = await entry.tx
    .select()
    .from(changes)
    .where(and(eq(changes.agreementId, agreementId), eq(changes.batch, id)))
    .orderBy(desc(changes.revision));
  let revision = ours[0]?.revision ?? 0;
  for (const change of ours) {
    const [before, after] = [contentOf(change.before), contentOf(change.after)];
    if (before.fields)
      // What the log keeps is what was stored.
      revision =
        (await changeFields(entry, { slug, revision, fields: before.fields, reason })).revision ?? revision;
    if (!after.act) continue;
    const replacement = before.act ? asInput(before.act) : null;
    revision =
      (await supersedeAct(entry, { id: after.act.id, revision, reason }, replacement)).revision ?? revision;
  }
}

/** The same inside a transaction whose rights were checked. */
export async function revertImport(entry: Entry, input: RevertImportInput): Promise<RevertReport> {
  const { tx, tables, recordedAt, actor } = entry;
  const reason = demandReason(input.reason);
  const found = await demandStanding(entry, input.id);
  const { rows, left } = await touched(entry, input.id);
  const kept = rows.filter(({ agreementId }) => left.has(agreementId)).map(({ slug }) => slug);
  if (kept.length > 0 && !input.partial) {
    const [first] = kept;
    throw new DomainError(
      "conflict",
      `${kept.length} of ${rows.length} agreements were worked on since, ${first} among them. Nothing was reverted.`,
      { guard: "edited-since", extra: { slugs: kept.slice(0, 1000) } },
    );
  }
  const ours: Entry = { ...entry, batch: `revert ${input.id}` };
  let takenOut = 0;
  let changedBack = 0;
  for (const [index, { agreementId, result, slug }] of rows.entries()) {
    if (index % chunkSize === 0) await setImmediate();
    if (left.has(agreementId)) continue;
    if (result === "create") {
      await takeOut(ours, agreementId, slug, reason);
      takenOut += 1;
    } else {
      await changeBack(ours, agreementId, slug, input.id, reason);
      changedBack += 1;
    }
  }
  await tx
    .update(tables.imports)
    .set({ revertedAt: recordedAt, revertedBy: actor.id })
    .where(eq(tables.imports.id, input.id));
  await appendChange(ours, {
    agreementId: null,
    verb: "import-reverted",
    reason,
    before: null,
    after: { import: input.id, name: found.name, takenOut, changedBack, left: kept.length },
  });
  return { id: input.id, takenOut, changedBack, left: kept };
}

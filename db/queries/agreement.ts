/** One agreement, whole, as of both clocks. */
import { and, desc, eq, lte } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import { explain } from "#domain/explanation.ts";
import type { Agreement } from "#domain/wire.ts";
import type { Database, Reading } from "../database.ts";
import { actsOf, contradictionsOf, periodsOf } from "./acts.ts";
import { citationsOf } from "./citations.ts";
import { commitmentsOf, conflictsOf } from "./facts.ts";
import { shownNames } from "./names.ts";
import { relatedTo } from "./related.ts";
import { rowsOf } from "./rows.ts";
import { knownAt, recordedBy } from "./standing.ts";

async function checksOf(db: Reading, agreementId: number, clocks: Clocks): Promise<Agreement["checks"]> {
  const { checks: table } = db.tables;
  const found = await db.read
    .select({ on: table.on, note: table.note, recordedAt: table.recordedAt, recordedBy: table.recordedBy })
    .from(table)
    .where(and(eq(table.agreementId, agreementId), lte(table.latest, clocks.on), recordedBy(table, clocks)))
    .orderBy(desc(table.latest), desc(table.id));
  const nameOf = await shownNames(
    db,
    found.map((row) => row.recordedBy),
  );
  return found.map((row) => ({ ...row, recordedBy: nameOf(row.recordedBy) }));
}

/** The agreement at this address, or null when there is none, or none was known then. */
export async function agreementAt(db: Database, slug: string, clocks: Clocks): Promise<Agreement | null> {
  const { agreements, versions } = db.tables;
  const [found] = await db.read
    .select({ id: agreements.id, fields: versions })
    .from(agreements)
    .innerJoin(versions, and(eq(versions.agreementId, agreements.id), knownAt(versions, clocks)))
    .where(eq(agreements.slug, slug));
  if (!found) return null;
  const { id, fields } = found;
  const [[row], stagePeriods, related] = await Promise.all([
    rowsOf(db, [id], clocks),
    periodsOf(db, id, clocks),
    relatedTo(db, id, clocks),
  ]);
  if (!row) return null;
  const [acts, commitments, conflicts, contradictions, cited, checks] = await Promise.all([
    actsOf(db, id, stagePeriods, clocks),
    commitmentsOf(db, { agreementId: id }, clocks),
    conflictsOf(db, { agreementId: id }, clocks),
    contradictionsOf(db, id, clocks),
    citationsOf(db, [`agreement:${slug}`], clocks),
    checksOf(db, id, clocks),
  ]);
  return {
    ...row,
    titleNote: fields.titleNote,
    summary: fields.summary,
    legalNote: fields.legalNote,
    statusNote: fields.statusNote,
    durationYears: fields.durationYears,
    durationNote: fields.durationNote,
    listNumbers: fields.listNumbers,
    acts,
    stagePeriods,
    explanation: explain(
      stagePeriods.at(-1) ?? null,
      acts,
      row.profile,
      row.sides.map((side) => side.map(({ name }) => name).join(", ")),
    ),
    commitments,
    conflicts,
    contradictions,
    citations: cited(`agreement:${slug}`),
    checks,
    related,
  };
}

/** One agreement, whole, as of both clocks. */
import { and, asc, desc, eq, lte, ne, or, sql } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import { daysBetween } from "#domain/day.ts";
import { explain } from "#domain/explanation.ts";
import type { Agreement } from "#domain/wire.ts";
import type { Reading } from "../database.ts";
import { actsOf, contradictionsOf, periodsOf } from "./acts.ts";
import { citationsOf } from "./citations.ts";
import { commitmentsOf, conflictsOf } from "./facts.ts";
import { shownNames } from "./names.ts";
import { rowsOf } from "./rows.ts";
import { knownAt, recordedBy } from "./standing.ts";

async function checksOf(db: Reading, agreementId: number, clocks: Clocks): Promise<Agreement["checks"]> {
  const { checks: table } = db.tables;
  const found = await db.read
    .select({ on: table.on, note: table.note, recordedAt: table.recordedAt, recordedBy: table.recordedBy })
    .from(table)
    .where(and(eq(table.agreementId, agreementId), lte(table.latest, clocks.on), recordedBy(table, clocks)))
    .orderBy(desc(table.latest));
  const nameOf = await shownNames(
    db,
    found.map((row) => row.recordedBy),
  );
  return found.map((row) => ({ ...row, recordedBy: nameOf(row.recordedBy) }));
}

/** Other agreements between the same two sides, then the nearest of the same framework by the day of signature. */
async function relatedTo(
  db: Reading,
  agreementId: number,
  fields: { sides: string[][]; framework: string | null },
  clocks: Clocks,
) {
  const { versions } = db.tables;
  const others = await db.read
    .select({ id: versions.agreementId, sides: versions.sides })
    .from(versions)
    .where(
      and(
        ne(versions.agreementId, agreementId),
        knownAt(versions, clocks),
        fields.framework === null
          ? undefined
          : or(
              eq(versions.framework, fields.framework),
              // PostgreSQL compares no values of the type json, and both engines keep its text.
              eq(sql`cast(${versions.sides} as text)`, JSON.stringify(fields.sides)),
            ),
      ),
    )
    .orderBy(asc(versions.id))
    .limit(500);
  const codes = fields.sides.flat();
  const samePair = others.filter(({ sides }) => sides.flat().every((code) => codes.includes(code)));
  return {
    samePair: samePair.map(({ id }) => id),
    others: others.filter((row) => !samePair.includes(row)).map(({ id }) => id),
  };
}

/** The agreement at this address, or null when there is none, or none was known then. */
export async function agreementAt(db: Reading, slug: string, clocks: Clocks): Promise<Agreement | null> {
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
    relatedTo(db, id, fields, clocks),
  ]);
  if (!row) return null;
  const [acts, commitments, conflicts, contradictions, cited, checks, samePair, nearby] = await Promise.all([
    actsOf(db, id, stagePeriods, clocks),
    commitmentsOf(db, { agreementId: id }, clocks),
    conflictsOf(db, { agreementId: id }, clocks),
    contradictionsOf(db, id, clocks),
    citationsOf(db, [`agreement:${slug}`], clocks),
    checksOf(db, id, clocks),
    rowsOf(db, related.samePair, clocks),
    rowsOf(db, related.others, clocks),
  ]);
  const pivot = row.signedOn ?? row.stage.since ?? clocks.on;
  const distance = (other: (typeof nearby)[number]) =>
    Math.abs(daysBetween(pivot, other.signedOn ?? other.stage.since ?? clocks.on));
  nearby.sort((a, b) => distance(a) - distance(b) || (a.slug < b.slug ? -1 : 1));
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
    related: [...samePair, ...nearby.slice(0, Math.max(0, 4 - samePair.length))],
  };
}

/** One agreement, whole, as of both clocks. */
import { and, asc, desc, eq, lte, ne, or } from "drizzle-orm";
import { actKinds, happened } from "#domain/act.ts";
import type { Clocks } from "#domain/clocks.ts";
import { daysBetween, endOfTime } from "#domain/day.ts";
import { compareDated, contradictionRules, datedAct } from "#domain/derivation.ts";
import { explain } from "#domain/explanation.ts";
import { stages } from "#domain/stage.ts";
import type { Act, Agreement, WirePeriod } from "#domain/wire.ts";
import type { Database } from "../database.ts";
import { citationsOf } from "./citations.ts";
import { commitmentsOf, conflictsOf } from "./facts.ts";
import { shownNames } from "./names.ts";
import { rowsOf } from "./rows.ts";
import { knownAt, recordedBy } from "./standing.ts";

async function periodsOf(db: Database, agreementId: number, clocks: Clocks): Promise<WirePeriod[]> {
  const { stagePeriods: table } = db.tables;
  const found = await db.read
    .select()
    .from(table)
    .where(and(eq(table.agreementId, agreementId), lte(table.validFrom, clocks.on), knownAt(table, clocks)))
    .orderBy(asc(table.step));
  return found.map(({ stage, validFrom, validFromLatest, validTo, transition, acts }) => ({
    stage,
    label: stages[stage].label,
    from: validFrom,
    fromLatest: validFromLatest,
    // What comes after the day is not known on it.
    to: validTo === endOfTime || validTo > clocks.on ? null : validTo,
    transition,
    acts,
  }));
}

async function expectationsOf(db: Database, agreementId: number, clocks: Clocks) {
  const { expectations: table } = db.tables;
  const found = await db.read
    .select()
    .from(table)
    .where(and(eq(table.agreementId, agreementId), knownAt(table, clocks)));
  return new Map(found.map((row) => [row.actId, row]));
}

/** Acts of the ledger as known then: those that lie at or before the day, and expectations stated by it. */
async function actsOf(
  db: Database,
  agreementId: number,
  periods: readonly WirePeriod[],
  clocks: Clocks,
): Promise<Act[]> {
  const { acts: table } = db.tables;
  const [found, expected] = await Promise.all([
    db.read
      .select()
      .from(table)
      .where(and(eq(table.agreementId, agreementId), eq(table.withdrawal, false), recordedBy(table, clocks))),
    expectationsOf(db, agreementId, clocks),
  ]);
  const cited = await citationsOf(
    db,
    found.map(({ id }) => `act:${id}`),
    clocks,
  );
  const dated = found
    .map((row) => ({ row, when: datedAct({ ...row, statedOn: row.recordedAt }) }))
    .filter(({ row, when }) =>
      happened(row)
        ? when.earliest <= clocks.on
        : (expected.get(row.id)?.validFrom ?? endOfTime) <= clocks.on,
    )
    .sort((a, b) => compareDated(a.when, b.when));
  const nameOf = await shownNames(
    db,
    dated.map(({ row }) => row.recordedBy),
  );
  return dated.map(({ row }) => {
    const expectation = expected.get(row.id);
    const met = expectation && expectation.validTo <= clocks.on ? expectation : undefined;
    return {
      id: row.id,
      kind: row.kind,
      label: actKinds[row.kind].label,
      actor: row.actor,
      date: row.date,
      effectiveOn: row.effectiveOn,
      certainty: row.certainty,
      how: row.how,
      round: row.round,
      place: row.place,
      title: row.title,
      note: row.note,
      participants: row.participants,
      citations: cited(`act:${row.id}`),
      stage: periods.find(({ acts }) => acts.at(-1) === row.id)?.stage ?? null,
      metBy: met?.metBy ?? null,
      slipDays: met?.slipDays ?? null,
      recordedAt: row.recordedAt,
      recordedBy: nameOf(row.recordedBy),
    };
  });
}

async function contradictionsOf(
  db: Database,
  agreementId: number,
  clocks: Clocks,
): Promise<Agreement["contradictions"]> {
  const { contradictions: table } = db.tables;
  const found = await db.read
    .select()
    .from(table)
    .where(and(eq(table.agreementId, agreementId), lte(table.validFrom, clocks.on), knownAt(table, clocks)));
  return found.map(({ code, acts, validFrom }) => ({
    code,
    sentence: contradictionRules[code],
    acts,
    from: validFrom,
  }));
}

async function checksOf(db: Database, agreementId: number, clocks: Clocks): Promise<Agreement["checks"]> {
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
  db: Database,
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
          : or(eq(versions.framework, fields.framework), eq(versions.sides, fields.sides)),
      ),
    )
    .limit(500);
  const codes = fields.sides.flat();
  const samePair = others.filter(({ sides }) => sides.flat().every((code) => codes.includes(code)));
  return {
    samePair: samePair.map(({ id }) => id),
    others: others.filter((row) => !samePair.includes(row)).map(({ id }) => id),
  };
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

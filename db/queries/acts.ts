/** Acts of an agreement and the stages that follow from them, as of both clocks. */
import { and, asc, eq, lte } from "drizzle-orm";
import { actKinds, happened } from "#domain/act.ts";
import type { Clocks } from "#domain/clocks.ts";
import { endOfTime } from "#domain/day.ts";
import { compareDated, contradictionRules, datedAct } from "#domain/derivation.ts";
import { stages } from "#domain/stage.ts";
import type { Act, Agreement, WirePeriod } from "#domain/wire.ts";
import type { Reading } from "../database.ts";
import { citationsOf } from "./citations.ts";
import { shownNames } from "./names.ts";
import { knownAt, recordedBy } from "./standing.ts";

export async function periodsOf(db: Reading, agreementId: number, clocks: Clocks): Promise<WirePeriod[]> {
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

async function expectationsOf(db: Reading, agreementId: number, clocks: Clocks) {
  const { expectations: table } = db.tables;
  const found = await db.read
    .select()
    .from(table)
    .where(and(eq(table.agreementId, agreementId), knownAt(table, clocks)));
  return new Map(found.map((row) => [row.actId, row]));
}

type StoredAct = Reading["tables"]["acts"]["$inferSelect"];
type Expectations = Awaited<ReturnType<typeof expectationsOf>>;

async function inWords(
  db: Reading,
  rows: readonly StoredAct[],
  expected: Expectations,
  periods: readonly WirePeriod[],
  clocks: Clocks,
): Promise<Act[]> {
  const cited = await citationsOf(
    db,
    rows.map(({ id }) => `act:${id}`),
    clocks,
  );
  const nameOf = await shownNames(
    db,
    rows.map(({ recordedBy: by }) => by),
  );
  return rows.map((row) => {
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
      reason: row.reason,
      recordedAt: row.recordedAt,
      recordedBy: nameOf(row.recordedBy),
    };
  });
}

/** Acts of the ledger as known then: those that lie at or before the day, and expectations stated by it. */
export async function actsOf(
  db: Reading,
  agreementId: number,
  periods: readonly WirePeriod[],
  clocks: Clocks,
): Promise<Act[]> {
  const [found, expected] = await Promise.all([
    actsKnown(db, agreementId, clocks),
    expectationsOf(db, agreementId, clocks),
  ]);
  const dated = found
    .map((row) => ({ row, when: datedAct({ ...row, statedOn: row.recordedAt }) }))
    .filter(({ row, when }) =>
      happened(row)
        ? when.earliest <= clocks.on
        : (expected.get(row.id)?.validFrom ?? endOfTime) <= clocks.on,
    )
    .sort((a, b) => compareDated(a.when, b.when));
  return inWords(
    db,
    dated.map(({ row }) => row),
    expected,
    periods,
    clocks,
  );
}

/** One act that stands, whether or not it lies at or before the day. */
export async function actById(db: Reading, id: string, clocks: Clocks): Promise<Act | null> {
  const { acts: table } = db.tables;
  const [row] = await db.read.select().from(table).where(eq(table.id, id));
  if (!row) return null;
  const [periods, expected] = await Promise.all([
    periodsOf(db, row.agreementId, clocks),
    expectationsOf(db, row.agreementId, clocks),
  ]);
  return (await inWords(db, [row], expected, periods, clocks))[0] ?? null;
}

/** Every act that stands, in no order of note: what is compared with a new one. */
export function actsKnown(db: Reading, agreementId: number, clocks: Clocks) {
  const { acts: table } = db.tables;
  return db.read
    .select()
    .from(table)
    .where(and(eq(table.agreementId, agreementId), eq(table.withdrawal, false), recordedBy(table, clocks)));
}

export async function contradictionsOf(
  db: Reading,
  agreementId: number,
  clocks: Clocks,
): Promise<Agreement["contradictions"]> {
  const { contradictions: table } = db.tables;
  const found = await db.read
    .select()
    .from(table)
    .where(and(eq(table.agreementId, agreementId), lte(table.validFrom, clocks.on), knownAt(table, clocks)));
  return found
    .sort((a, b) => (dayFirst(a) < dayFirst(b) ? -1 : 1))
    .map(({ code, acts, validFrom }) => ({
      code,
      sentence: contradictionRules[code],
      acts,
      from: validFrom,
    }));
}

type StoredContradiction = Reading["tables"]["contradictions"]["$inferSelect"];

/** What they are put in order by: the same whichever engine answers, and however they came to be. */
const dayFirst = ({ validFrom, code, acts }: StoredContradiction): string =>
  [validFrom, code, ...acts].join();

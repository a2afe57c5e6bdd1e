/** What columns are made of, read from the database for some agreements at once. */
import { and, asc, between, type Column, eq, inArray } from "drizzle-orm";
import type { Reading } from "../database.ts";

/** The rows of these agreements. Keys without a gap are asked for by two numbers, which is quicker than by hundreds. */
function ofAgreements(column: Column, ids: readonly number[]) {
  const [first = 0, last = 0] = [ids[0], ids.at(-1)];
  const hasNoGap = ids.length > 0 && ids.every((id, index) => id === first + index);
  return hasNoGap ? between(column, first, last) : inArray(column, [...ids]);
}

/** Rows by the agreement that they belong to. */
function grouped<T extends { agreementId: number | null }>(rows: readonly T[]): ReadonlyMap<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.agreementId ?? -1);
    if (group) group.push(row);
    else groups.set(row.agreementId ?? -1, [row]);
  }
  return groups;
}

function fieldsOf({ read, tables: { versions } }: Reading, ids: number[]) {
  return read
    .select({
      agreementId: versions.agreementId,
      title: versions.title,
      party: versions.partyKey,
      type: versions.type,
      framework: versions.framework,
      profile: versions.profile,
      sides: versions.sides,
      tags: versions.tags,
      listNumbers: versions.listNumbers,
      knownFrom: versions.knownFrom,
      knownTo: versions.knownTo,
    })
    .from(versions)
    .where(ofAgreements(versions.agreementId, ids))
    .orderBy(asc(versions.id));
}

function periodsOf({ read, tables: { stagePeriods } }: Reading, ids: number[]) {
  return read
    .select({
      agreementId: stagePeriods.agreementId,
      stage: stagePeriods.stage,
      from: stagePeriods.validFrom,
      fromLatest: stagePeriods.validFromLatest,
      to: stagePeriods.validTo,
      step: stagePeriods.step,
      transition: stagePeriods.transition,
      acts: stagePeriods.acts,
      talksDays: stagePeriods.daysSinceTalks,
      knownFrom: stagePeriods.knownFrom,
      knownTo: stagePeriods.knownTo,
    })
    .from(stagePeriods)
    .where(ofAgreements(stagePeriods.agreementId, ids))
    .orderBy(asc(stagePeriods.id));
}

function expectationsOf({ read, tables: { expectations } }: Reading, ids: number[]) {
  return (
    read
      .select({
        agreementId: expectations.agreementId,
        from: expectations.validFrom,
        to: expectations.validTo,
        kind: expectations.kind,
        date: expectations.date,
        certainty: expectations.certainty,
        knownFrom: expectations.knownFrom,
        knownTo: expectations.knownTo,
      })
      .from(expectations)
      .where(ofAgreements(expectations.agreementId, ids))
      // The one that is due first is the next.
      .orderBy(asc(expectations.earliest), asc(expectations.actId))
  );
}

/** Signatures and where they were given. */
function signaturesOf({ read, tables: { acts } }: Reading, ids: number[]) {
  return read
    .select({ id: acts.id, place: acts.place })
    .from(acts)
    .where(and(ofAgreements(acts.agreementId, ids), eq(acts.kind, "signed")));
}

/** Everything of these agreements. */
export async function readAgreements(db: Reading, agreements: readonly number[]) {
  const { read, tables } = db;
  const { flagPeriods, checks, citations, changes, searchDocuments } = tables;
  const ids = [...agreements];
  const [fields, periods, expectations, signatures, flags, looked, cited, changed, documents] =
    await Promise.all([
      fieldsOf(db, ids),
      periodsOf(db, ids),
      expectationsOf(db, ids),
      signaturesOf(db, ids),
      read
        .select()
        .from(flagPeriods)
        .where(ofAgreements(flagPeriods.agreementId, ids))
        .orderBy(asc(flagPeriods.id)),
      read
        .select({
          agreementId: checks.agreementId,
          on: checks.on,
          latest: checks.latest,
          knownFrom: checks.recordedAt,
          knownTo: checks.supersededAt,
        })
        .from(checks)
        .where(ofAgreements(checks.agreementId, ids))
        .orderBy(asc(checks.id)),
      read
        .select({
          agreementId: citations.agreementId,
          source: citations.sourceId,
          knownFrom: citations.recordedAt,
          knownTo: citations.supersededAt,
        })
        .from(citations)
        .where(ofAgreements(citations.agreementId, ids))
        .orderBy(asc(citations.id)),
      read
        .select({ agreementId: changes.agreementId, at: changes.recordedAt })
        .from(changes)
        .where(ofAgreements(changes.agreementId, ids))
        .orderBy(asc(changes.sequence)),
      read
        .select({
          id: searchDocuments.id,
          agreementId: searchDocuments.agreementId,
          knownFrom: searchDocuments.knownFrom,
          knownTo: searchDocuments.knownTo,
        })
        .from(searchDocuments)
        .where(ofAgreements(searchDocuments.agreementId, ids))
        .orderBy(asc(searchDocuments.id)),
    ]);
  return {
    fields: grouped(fields),
    periods: grouped(periods),
    expectations: grouped(expectations),
    placeOf: new Map(signatures.map(({ id, place }) => [id, place])),
    flags: grouped(flags),
    checks: grouped(looked),
    citations: grouped(cited),
    changes: grouped(changed),
    documents: grouped(documents),
  };
}
export type ReadAgreements = Awaited<ReturnType<typeof readAgreements>>;

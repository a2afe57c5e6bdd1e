/**
 * Derives everything that follows from one agreement's ledger and writes what has changed, in the transaction of
 * the write that caused it. A derived row that no longer follows is closed at `recordedAt`, a new one opened; rows
 * that still follow are left as they are, so that every earlier `known` reads as before.
 */
import { and, eq, inArray } from "drizzle-orm";
import { happened, type LedgerAct } from "#domain/act.ts";
import { endOfKnowledge } from "#domain/clocks.ts";
import { type Day, dayOfInstant, daysBetween, endOfTime } from "#domain/day.ts";
import { datedAct, derivePath } from "#domain/derivation.ts";
import { boundsOf, tryBounds } from "#domain/edtf.ts";
import { deriveExpectations, deriveFlags } from "#domain/standing.ts";
import type { Entry } from "./ledger.ts";
import { searchBody } from "./search-body.ts";

interface CitedSource {
  subject: string;
  stance: "supports" | "contradicts";
  publishedOn: string | null;
}

/** The day by which a source was out: the last day that its date of publication may mean. */
const publishedBy = (publishedOn: string | null): Day | null => {
  const latest = publishedOn === null ? undefined : tryBounds(publishedOn)?.latest;
  return latest === undefined || latest === endOfTime ? null : latest;
};

const earliestOf = (days: readonly (Day | null)[]): Day | null =>
  days.reduce<Day | null>(
    (least, day) => (day !== null && (least === null || day < least) ? day : least),
    null,
  );

async function currentFacts({ tx, tables }: Entry, agreementId: number) {
  const { acts, citations, sources, commitments, conflicts, checks, versions } = tables;
  const [version] = await tx
    .select()
    .from(versions)
    .where(and(eq(versions.agreementId, agreementId), eq(versions.knownTo, endOfKnowledge)));
  if (!version) throw new Error(`Agreement ${agreementId} has no fields.`);
  return {
    version,
    acts: await tx
      .select()
      .from(acts)
      .where(
        and(
          eq(acts.agreementId, agreementId),
          eq(acts.supersededAt, endOfKnowledge),
          eq(acts.withdrawal, false),
        ),
      ),
    cited: await tx
      .select({ subject: citations.subject, stance: citations.stance, publishedOn: sources.publishedOn })
      .from(citations)
      .innerJoin(sources, eq(sources.id, citations.sourceId))
      .where(and(eq(citations.agreementId, agreementId), eq(citations.supersededAt, endOfKnowledge))),
    commitments: await tx
      .select()
      .from(commitments)
      .where(and(eq(commitments.agreementId, agreementId), eq(commitments.supersededAt, endOfKnowledge))),
    conflicts: await tx
      .select()
      .from(conflicts)
      .where(and(eq(conflicts.agreementId, agreementId), eq(conflicts.supersededAt, endOfKnowledge))),
    checks: await tx
      .select()
      .from(checks)
      .where(and(eq(checks.agreementId, agreementId), eq(checks.supersededAt, endOfKnowledge))),
  };
}

/** The ledger of one agreement as it stands. */
export type Facts = Awaited<ReturnType<typeof currentFacts>>;

function ledgerActs({ acts, cited }: Facts): LedgerAct[] {
  return acts.map(({ id, kind, actor, date, effectiveOn, certainty, recordedAt }) => {
    const published = cited
      .filter(({ subject }) => subject === `act:${id}`)
      .map((source) => publishedBy(source.publishedOn));
    return {
      id,
      kind,
      actor,
      date,
      effectiveOn,
      certainty,
      statedOn: earliestOf(published) ?? dayOfInstant(recordedAt),
    };
  });
}

/** A conflict is public from the day on which a second of its values was. */
function disputedSince({ conflicts, cited, acts }: Facts): Day[] {
  const bySubject = (subject: string) =>
    earliestOf(
      cited
        .filter((source: CitedSource) => source.subject === subject)
        .map((source) => publishedBy(source.publishedOn)),
    );
  const between = conflicts.map(({ id, values, recordedAt }) => {
    const days = values
      .map((_, index) => bySubject(`conflict:${id}#${index}`) ?? dayOfInstant(recordedAt))
      .sort();
    return days[1] ?? days[0] ?? dayOfInstant(recordedAt);
  });
  const contradicted = cited
    .filter(
      ({ subject, stance }) => stance === "contradicts" && acts.some(({ id }) => subject === `act:${id}`),
    )
    .flatMap(({ publishedOn }) => publishedBy(publishedOn) ?? []);
  return [...between, ...contradicted];
}

function unsourcedSince({ acts, commitments, cited }: Facts, dated: readonly LedgerAct[]): Day[] {
  const sourced = new Set(cited.map(({ subject }) => subject));
  const bareActs = dated.filter(({ id }) => !sourced.has(`act:${id}`) && acts.some((act) => act.id === id));
  const bareCommitments = commitments.filter(({ id }) => !sourced.has(`commitment:${id}`));
  return [
    ...bareActs.map((act) => (happened(act) ? datedAct(act).earliest : act.statedOn)),
    ...bareCommitments.map(({ period, recordedAt }) =>
      period === null ? dayOfInstant(recordedAt) : boundsOf(period).earliest,
    ),
  ];
}

const validity = ({ from, to }: { from: Day; to: Day | null }) => ({
  validFrom: from,
  validTo: to ?? endOfTime,
});

/** Everything that follows from the facts, as rows without keys and without knowledge times. */
export function derive(facts: Facts) {
  const acts = ledgerActs(facts);
  const path = derivePath(acts, facts.version.profile);
  const expectations = deriveExpectations(acts, path);
  const flags = deriveFlags({
    acts,
    path,
    expectations,
    unsourcedSince: unsourcedSince(facts, acts),
    disputedSince: disputedSince(facts),
    seenOn: [
      ...facts.checks.map(({ latest }) => latest),
      ...facts.cited.flatMap(({ publishedOn }) => publishedBy(publishedOn) ?? []),
    ],
  });
  const talks = path.periods.find(({ stage }) => stage === "negotiating")?.from;
  return {
    stagePeriods: path.periods.map((period, step) => ({
      stage: period.stage,
      ...validity(period),
      validFromLatest: period.fromLatest,
      step,
      transition: period.because.transition,
      acts: [...period.because.acts],
      daysSinceTalks: talks === undefined || talks > period.from ? null : daysBetween(talks, period.from),
    })),
    flagPeriods: flags.map((period) => ({ flag: period.flag, ...validity(period) })),
    expectations: expectations.map(({ act, kind, date, certainty, metBy, slipDays, ...days }) => ({
      actId: act,
      kind,
      date,
      certainty,
      earliest: boundsOf(date).earliest,
      ...validity(days),
      metBy,
      slipDays,
    })),
    contradictions: path.contradictions.map(({ code, acts: ids, from }) => ({
      code,
      acts: [...ids],
      validFrom: from,
    })),
  };
}

/** A row by its content, whatever the order of its columns. */
const contentOf = (row: object): string =>
  JSON.stringify(
    Object.entries(row)
      .filter(([column]) => !["id", "agreementId", "knownFrom", "knownTo"].includes(column))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** What to close and what to open so that the open rows are the wanted ones. */
function difference<Open extends { id: number }, Wanted extends object>(
  open: readonly Open[],
  wanted: readonly Wanted[],
) {
  const wantedKeys = new Set(wanted.map((row) => contentOf(row)));
  const openKeys = new Set(open.map((row) => contentOf(row)));
  return {
    close: open.filter((row) => !wantedKeys.has(contentOf(row))).map(({ id }) => id),
    insert: wanted.filter((row) => !openKeys.has(contentOf(row))),
  };
}

type DerivedTable = "stagePeriods" | "flagPeriods" | "expectations" | "contradictions" | "searchDocuments";

async function replace(
  entry: Entry,
  name: DerivedTable,
  agreementId: number,
  wanted: readonly object[],
): Promise<void> {
  const { tx, recordedAt } = entry;
  // The five tables share these columns; the cast spares five copies of one function.
  const table = entry.tables[name] as Entry["tables"]["searchDocuments"];
  const open = await tx
    .select()
    .from(table)
    .where(and(eq(table.agreementId, agreementId), eq(table.knownTo, endOfKnowledge)));
  const { close, insert } = difference(open, wanted);
  if (close.length > 0) await tx.update(table).set({ knownTo: recordedAt }).where(inArray(table.id, close));
  if (insert.length > 0) {
    await tx
      .insert(table)
      .values(insert.map((row) => ({ ...(row as { body: string }), agreementId, knownFrom: recordedAt })));
  }
}

/** Derives one agreement anew. Call it after the facts are written and before the change is appended. */
export async function deriveAgreement(entry: Entry, agreementId: number): Promise<void> {
  const facts = await currentFacts(entry, agreementId);
  const { stagePeriods, flagPeriods, expectations, contradictions } = derive(facts);
  await replace(entry, "stagePeriods", agreementId, stagePeriods);
  await replace(entry, "flagPeriods", agreementId, flagPeriods);
  await replace(entry, "expectations", agreementId, expectations);
  await replace(entry, "contradictions", agreementId, contradictions);
  await replace(entry, "searchDocuments", agreementId, [
    { body: await searchBody(entry, facts.version, facts.acts) },
  ]);
}

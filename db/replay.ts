/** Whether the stored stage periods are what the ledger alone says: the property of domain.md, section 4, on a whole database. */
import { asc } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import { endOfTime } from "#domain/day.ts";
import { derivePath } from "#domain/derivation.ts";
import type { Database } from "./database.ts";

type Facts = Awaited<ReturnType<typeof everything>>;

async function everything({ read, tables }: Database) {
  return {
    acts: await read.select().from(tables.acts),
    periods: await read.select().from(tables.stagePeriods),
    versions: await read.select().from(tables.versions),
    agreements: await read.select().from(tables.agreements),
    changes: await read.select().from(tables.changes).orderBy(asc(tables.changes.sequence)),
  };
}

function replayed({ acts, versions }: Facts, agreementId: number, known: Instant) {
  const standing = acts.filter(
    (row) =>
      row.agreementId === agreementId &&
      row.recordedAt <= known &&
      row.supersededAt > known &&
      !row.withdrawal,
  );
  const version = versions.find(
    (row) => row.agreementId === agreementId && row.knownFrom <= known && row.knownTo > known,
  );
  // When it was stated matters to expectations alone, and they move no stage.
  const path = derivePath(
    standing.map((row) => ({ ...row, statedOn: "2000-01-01" })),
    version?.profile ?? null,
  );
  return path.periods.map(({ stage, from, fromLatest, to, because }, step) => ({
    stage,
    from,
    fromLatest,
    to: to ?? endOfTime,
    acts: [...because.acts],
    step,
  }));
}

const stored = ({ periods }: Facts, agreementId: number, known: Instant) =>
  periods
    .filter((row) => row.agreementId === agreementId && row.knownFrom <= known && row.knownTo > known)
    .sort((a, b) => a.step - b.step)
    .map(({ stage, validFrom, validFromLatest, validTo, acts, step }) => ({
      stage,
      from: validFrom,
      fromLatest: validFromLatest,
      to: validTo,
      acts,
      step,
    }));

/** `SLUG at INSTANT` wherever the stored periods differ from a replay, at the instant of every change. */
export async function replayDifferences(db: Database): Promise<string[]> {
  const facts = await everything(db);
  const slugs = new Map(facts.agreements.map(({ id, slug }) => [id, slug]));
  return facts.changes.flatMap(({ agreementId, recordedAt }) => {
    if (agreementId === null) return [];
    const same =
      JSON.stringify(stored(facts, agreementId, recordedAt)) ===
      JSON.stringify(replayed(facts, agreementId, recordedAt));
    return same ? [] : [`${slugs.get(agreementId)} at ${recordedAt}`];
  });
}

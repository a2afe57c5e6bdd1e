/** Whether the stored stage periods are what the ledger alone says: the property of domain.md, section 4, on a whole database. */
import { and, asc, gt, lte } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import { endOfTime } from "#domain/day.ts";
import { derivePath } from "#domain/derivation.ts";
import type { Database } from "./database.ts";

type Reading = Pick<Database, "read" | "tables">;
type Facts = Awaited<ReturnType<typeof factsBetween>>;

const agreementsAtOnce = 200;

/** All about the agreements whose ids lie after the first number, up to the second, each under its agreement. */
async function factsBetween({ read, tables }: Reading, after: number, to: number) {
  const within = (table: "acts" | "stagePeriods" | "versions" | "changes") => {
    const { agreementId } = tables[table];
    return and(gt(agreementId, after), lte(agreementId, to));
  };
  const [acts, periods, versions, changes] = await Promise.all([
    read.select().from(tables.acts).where(within("acts")),
    read.select().from(tables.stagePeriods).where(within("stagePeriods")),
    read.select().from(tables.versions).where(within("versions")),
    read
      .select({ agreementId: tables.changes.agreementId, recordedAt: tables.changes.recordedAt })
      .from(tables.changes)
      .where(within("changes"))
      .orderBy(asc(tables.changes.sequence)),
  ]);
  return {
    acts: Map.groupBy(acts, ({ agreementId }) => agreementId),
    periods: Map.groupBy(periods, ({ agreementId }) => agreementId),
    versions: Map.groupBy(versions, ({ agreementId }) => agreementId),
    changes: Map.groupBy(changes, ({ agreementId }) => agreementId),
  };
}

function replayed({ acts, versions }: Facts, agreementId: number, known: Instant) {
  const standing = (acts.get(agreementId) ?? []).filter(
    (row) => row.recordedAt <= known && row.supersededAt > known && !row.withdrawal,
  );
  const version = versions
    .get(agreementId)
    ?.find(({ knownFrom, knownTo }) => knownFrom <= known && knownTo > known);
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
  (periods.get(agreementId) ?? [])
    .filter(({ knownFrom, knownTo }) => knownFrom <= known && knownTo > known)
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
export async function replayDifferences({ read, tables }: Reading): Promise<string[]> {
  const { agreements } = tables;
  const differences: string[] = [];
  for (let after = 0; ; ) {
    const part = await read
      .select({ id: agreements.id, slug: agreements.slug })
      .from(agreements)
      .where(gt(agreements.id, after))
      .orderBy(asc(agreements.id))
      .limit(agreementsAtOnce);
    const last = part.at(-1);
    if (!last) return differences;
    const facts = await factsBetween({ read, tables }, after, last.id);
    for (const { id, slug } of part)
      for (const { recordedAt } of facts.changes.get(id) ?? []) {
        const is = JSON.stringify(stored(facts, id, recordedAt));
        const should = JSON.stringify(replayed(facts, id, recordedAt));
        if (is !== should) differences.push(`${slug} at ${recordedAt}`);
      }
    after = last.id;
  }
}

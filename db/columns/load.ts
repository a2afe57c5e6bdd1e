/** Reads agreements from the database into columns: all of them, or those that have changed. */
import { and, asc, gt, inArray, type SQL } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import { pairKey } from "#domain/pair.ts";
import { stageCodes } from "#domain/stage.ts";
import { flagCodes } from "#domain/standing.ts";
import type { Reading } from "../database.ts";
import { type Columns, dayKey, type Extents, none } from "./columns.ts";
import { positionOf } from "./words.ts";

/** Agreements that are read at once; other requests are answered between. */
const chunk = 1000;

const millisOf = (instant: Instant): number => Date.parse(instant);

/** Rows by the agreement that they belong to. */
function grouped<T extends { agreementId: number | null }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.agreementId ?? none);
    if (group) group.push(row);
    else groups.set(row.agreementId ?? none, [row]);
  }
  return groups;
}

async function rowsOf({ read, tables }: Reading, ids: readonly number[]) {
  const { versions, stagePeriods, flagPeriods, checks, changes } = tables;
  const these = (column: Parameters<typeof inArray>[0]): SQL => inArray(column, [...ids]);
  const [fields, periods, flags, looked, changed] = await Promise.all([
    read
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
      .where(these(versions.agreementId))
      .orderBy(asc(versions.id)),
    read
      .select({
        agreementId: stagePeriods.agreementId,
        stage: stagePeriods.stage,
        from: stagePeriods.validFrom,
        fromLatest: stagePeriods.validFromLatest,
        to: stagePeriods.validTo,
        step: stagePeriods.step,
        transition: stagePeriods.transition,
        talksDays: stagePeriods.daysSinceTalks,
        knownFrom: stagePeriods.knownFrom,
        knownTo: stagePeriods.knownTo,
      })
      .from(stagePeriods)
      .where(these(stagePeriods.agreementId))
      .orderBy(asc(stagePeriods.id)),
    read.select().from(flagPeriods).where(these(flagPeriods.agreementId)).orderBy(asc(flagPeriods.id)),
    read
      .select({
        agreementId: checks.agreementId,
        latest: checks.latest,
        recordedAt: checks.recordedAt,
        supersededAt: checks.supersededAt,
      })
      .from(checks)
      .where(these(checks.agreementId))
      .orderBy(asc(checks.id)),
    read
      .select({ agreementId: changes.agreementId, at: changes.recordedAt })
      .from(changes)
      .where(these(changes.agreementId))
      .orderBy(asc(changes.sequence)),
  ]);
  return {
    fields: grouped(fields),
    periods: grouped(periods),
    flags: grouped(flags),
    checks: grouped(looked),
    changes: grouped(changed),
  };
}
type Read = Awaited<ReturnType<typeof rowsOf>>;

/** Writes the rows of one agreement behind all others and points at them. */
function put<T>(
  columns: Columns,
  table: Extents & { [K in "knownFrom" | "at"]?: number[] },
  place: number,
  rows: readonly T[] | undefined,
  push: (row: T) => void,
): void {
  columns.waste += (table.end[place] ?? 0) - (table.first[place] ?? 0);
  table.first[place] = (table.knownFrom ?? table.at ?? []).length;
  for (const row of rows ?? []) push(row);
  table.end[place] = (table.knownFrom ?? table.at ?? []).length;
}

interface Spanned {
  knownFrom: Instant;
  knownTo: Instant;
}
function pushKnown(table: { knownFrom: number[]; knownTo: number[] }, row: Spanned): void {
  table.knownFrom.push(millisOf(row.knownFrom));
  table.knownTo.push(millisOf(row.knownTo));
}

function putFields(columns: Columns, place: number, rows: Read["fields"], id: number): void {
  const { versions, countries } = columns;
  put(columns, versions, place, rows.get(id), (row) => {
    pushKnown(versions, row);
    versions.title.push(positionOf(columns.texts.title, row.title.toLowerCase()));
    versions.party.push(positionOf(columns.texts.party, row.party));
    versions.pair.push(positionOf(columns.pairs, pairKey(row.sides)));
    versions.type.push(positionOf(columns.types, row.type));
    versions.framework.push(row.framework === null ? none : positionOf(columns.frameworks, row.framework));
    versions.profile.push(row.profile === null ? none : positionOf(columns.profiles, row.profile));
    versions.sides.push(row.sides.map((side) => side.map((code) => positionOf(countries, code))));
    versions.tags.push(row.tags.map((tag) => positionOf(columns.tags, tag)));
    versions.listNumbers.push(row.listNumbers);
  });
}

function putStanding(columns: Columns, place: number, read: Read, id: number): void {
  const { periods, flags, checks, changes } = columns;
  put(columns, periods, place, read.periods.get(id), (row) => {
    pushKnown(periods, row);
    periods.stage.push(stageCodes.indexOf(row.stage));
    periods.from.push(dayKey(row.from));
    periods.fromLatest.push(dayKey(row.fromLatest));
    periods.to.push(dayKey(row.to));
    periods.step.push(row.step);
    periods.transition.push(positionOf(columns.transitions, row.transition));
    periods.talksDays.push(row.talksDays ?? none);
  });
  put(columns, flags, place, read.flags.get(id), (row) => {
    pushKnown(flags, row);
    flags.flag.push(flagCodes.indexOf(row.flag));
    flags.from.push(dayKey(row.validFrom));
    flags.to.push(dayKey(row.validTo));
  });
  put(columns, checks, place, read.checks.get(id), (row) => {
    pushKnown(checks, { knownFrom: row.recordedAt, knownTo: row.supersededAt });
    checks.latest.push(dayKey(row.latest));
  });
  put(columns, changes, place, read.changes.get(id), ({ at }) => {
    changes.at.push(millisOf(at));
  });
}

interface Named {
  id: number;
  slug: string;
}

async function loadChunk(columns: Columns, db: Reading, named: readonly Named[]): Promise<void> {
  const read = await rowsOf(
    db,
    named.map(({ id }) => id),
  );
  for (const { id, slug } of named) {
    let place = columns.placeOf.get(id);
    if (place === undefined) {
      place = columns.ids.push(id) - 1;
      columns.placeOf.set(id, place);
      // An address is given once and never again, so that its position is that of its agreement.
      positionOf(columns.slugs, slug);
    }
    putFields(columns, place, read.fields, id);
    putStanding(columns, place, read, id);
  }
}

/** Puts these agreements into the columns, in place of what stood there. */
export async function loadAgreements(columns: Columns, db: Reading, ids: readonly number[]): Promise<void> {
  const { agreements } = db.tables;
  for (let start = 0; start < ids.length; start += chunk) {
    const named = await db.read
      .select({ id: agreements.id, slug: agreements.slug })
      .from(agreements)
      .where(inArray(agreements.id, ids.slice(start, start + chunk)))
      .orderBy(asc(agreements.id));
    await loadChunk(columns, db, named);
  }
}

/** Puts every agreement into the columns; `pause` lets others go on between two chunks. */
export async function loadAll(columns: Columns, db: Reading, pause: () => Promise<void>): Promise<void> {
  const { agreements } = db.tables;
  for (let after = -1; ; ) {
    const named = await db.read
      .select({ id: agreements.id, slug: agreements.slug })
      .from(agreements)
      .where(and(gt(agreements.id, after)))
      .orderBy(asc(agreements.id))
      .limit(chunk);
    const last = named.at(-1);
    if (!last) return;
    await loadChunk(columns, db, named);
    after = last.id;
    await pause();
  }
}

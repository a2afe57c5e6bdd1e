/** The rows of the wire for chosen agreements, as of both clocks: a few range lookups for the whole page. */
import { and, count, countDistinct, inArray, lte, max, min } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import { type Day, endOfTime } from "#domain/day.ts";
import { type StageCode, stages } from "#domain/stage.ts";
import { type Flag, flagCodes } from "#domain/standing.ts";
import type { Row } from "#domain/wire.ts";
import type { Reading } from "../database.ts";
import { heldOn, knownAt, recordedBy, standingJoins, standingTables } from "./standing.ts";

/** The first of each key. */
const firstBy = <T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T> => {
  const found = new Map<K, T>();
  for (const row of rows) if (!found.has(key(row))) found.set(key(row), row);
  return found;
};

async function standings(db: Reading, ids: readonly number[], clocks: Clocks) {
  const tables = standingTables(db);
  const { agreements, versions, current, signing } = tables;
  const joins = standingJoins(tables, clocks);
  return db.read
    .select({ id: agreements.id, slug: agreements.slug, fields: versions, current, signing })
    .from(agreements)
    .innerJoin(versions, joins.versions)
    .leftJoin(current, joins.current)
    .leftJoin(signing, joins.signing)
    .where(inArray(agreements.id, [...ids]));
}
type Standing = Awaited<ReturnType<typeof standings>>[number];

async function countryNames(db: Reading, codes: readonly string[]): Promise<Map<string, string>> {
  const { countries } = db.tables;
  const found = await db.read
    .select({ code: countries.code, name: countries.name })
    .from(countries)
    .where(inArray(countries.code, [...codes]));
  return new Map(found.map(({ code, name }) => [code, name]));
}

async function flagsOf(db: Reading, ids: readonly number[], clocks: Clocks): Promise<Map<number, Flag[]>> {
  const { flagPeriods: table } = db.tables;
  const held = await db.read
    .select({ id: table.agreementId, flag: table.flag })
    .from(table)
    .where(and(inArray(table.agreementId, [...ids]), heldOn(table, clocks)));
  const byId = new Map<number, Flag[]>();
  for (const flag of flagCodes) {
    for (const row of held) if (row.flag === flag) byId.set(row.id, [...(byId.get(row.id) ?? []), flag]);
  }
  return byId;
}

async function expectationsOf(db: Reading, ids: readonly number[], clocks: Clocks) {
  const { expectations: table } = db.tables;
  const open = await db.read
    .select({ id: table.agreementId, kind: table.kind, date: table.date, certainty: table.certainty })
    .from(table)
    .where(and(inArray(table.agreementId, [...ids]), heldOn(table, clocks)))
    .orderBy(table.earliest, table.actId);
  return firstBy(open, ({ id }) => id);
}

/** First days of force or effect, and of talks, at or before the day. */
async function firstDays(db: Reading, ids: readonly number[], clocks: Clocks, codes: StageCode[]) {
  const { stagePeriods: table } = db.tables;
  const first = await db.read
    .select({ id: table.agreementId, day: min(table.validFrom) })
    .from(table)
    .where(
      and(
        inArray(table.agreementId, [...ids]),
        inArray(table.stage, codes),
        lte(table.validFrom, clocks.on),
        knownAt(table, clocks),
      ),
    )
    .groupBy(table.agreementId);
  return new Map(first.map(({ id, day }) => [id, day]));
}

async function sourceCounts(db: Reading, ids: readonly number[], clocks: Clocks) {
  const { citations: table } = db.tables;
  const counted = await db.read
    .select({ id: table.agreementId, sources: countDistinct(table.sourceId) })
    .from(table)
    .where(and(inArray(table.agreementId, [...ids]), recordedBy(table, clocks)))
    .groupBy(table.agreementId);
  return new Map(counted.map(({ id, sources }) => [id, sources]));
}

async function lastChanges(db: Reading, ids: readonly number[], { known }: Clocks) {
  const { changes: table } = db.tables;
  const last = await db.read
    .select({ id: table.agreementId, changedAt: max(table.recordedAt), revision: count() })
    .from(table)
    .where(and(inArray(table.agreementId, [...ids]), lte(table.recordedAt, known)))
    .groupBy(table.agreementId);
  return new Map(last.map(({ id, ...rest }) => [id, rest]));
}

async function lastChecks(db: Reading, ids: readonly number[], clocks: Clocks) {
  const { checks: table } = db.tables;
  const checks = await db.read
    .select({ id: table.agreementId, on: table.on, latest: table.latest })
    .from(table)
    .where(
      and(inArray(table.agreementId, [...ids]), lte(table.latest, clocks.on), recordedBy(table, clocks)),
    );
  checks.sort((a, b) => (a.latest < b.latest ? 1 : -1));
  return firstBy(checks, ({ id }) => id);
}

async function placesOf(db: Reading, ids: readonly string[]) {
  const { acts: table } = db.tables;
  const found = await db.read
    .select({ id: table.id, place: table.place })
    .from(table)
    .where(inArray(table.id, [...ids]));
  return new Map(found.map(({ id, place }) => [id, place]));
}

const stageOfRow = (current: Standing["current"], on: Day): Row["stage"] =>
  current === null
    ? { code: "unknown", label: stages.unknown.label, since: null, sinceLatest: null, certainty: "surely" }
    : {
        code: current.stage,
        label: stages[current.stage].label,
        since: current.validFrom,
        sinceLatest: current.validFromLatest === endOfTime ? null : current.validFromLatest,
        certainty: on >= current.validFromLatest ? "surely" : "possibly",
      };

/** The rows of these agreements, in the order of `ids`; an agreement not known at the instant has none. */
export async function rowsOf(db: Reading, ids: readonly number[], clocks: Clocks): Promise<Row[]> {
  if (ids.length === 0) return [];
  const found = await standings(db, ids, clocks);
  const [flags, next, force, talks, sources, changed, checked, places, names] = await Promise.all([
    flagsOf(db, ids, clocks),
    expectationsOf(db, ids, clocks),
    firstDays(db, ids, clocks, ["in-force", "in-effect"]),
    firstDays(db, ids, clocks, ["negotiating"]),
    sourceCounts(db, ids, clocks),
    lastChanges(db, ids, clocks),
    lastChecks(db, ids, clocks),
    placesOf(
      db,
      found.flatMap(({ signing }) => signing?.acts ?? []),
    ),
    countryNames(
      db,
      found.flatMap(({ fields }) => fields.sides.flat()),
    ),
  ]);
  const rows = new Map<number, Row>();
  for (const { id, slug, fields, current, signing } of found) {
    const expected = next.get(id);
    rows.set(id, {
      slug,
      title: fields.title,
      sides: fields.sides.map((side) => side.map((code) => ({ code, name: names.get(code) ?? code }))),
      type: fields.type,
      profile: fields.profile,
      framework: fields.framework,
      tags: fields.tags,
      stage: stageOfRow(current, clocks.on),
      signedOn: signing?.validFrom ?? null,
      inForceOn: force.get(id) ?? null,
      talksSince: talks.get(id) ?? null,
      talksDays: signing?.daysSinceTalks ?? null,
      place: signing?.acts.map((act) => places.get(act) ?? null).findLast((place) => place !== null) ?? null,
      next: expected ? { kind: expected.kind, date: expected.date, certainty: expected.certainty } : null,
      flags: flags.get(id) ?? [],
      sources: sources.get(id) ?? 0,
      revision: changed.get(id)?.revision ?? 0,
      changedAt: changed.get(id)?.changedAt ?? fields.knownFrom,
      checkedOn: checked.get(id)?.on ?? null,
    });
  }
  return ids.flatMap((id) => rows.get(id) ?? []);
}

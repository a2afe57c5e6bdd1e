/** The lanes of a timeline: whole paths as known, so that the slider can move without asking again. */
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import { type Day, endOfTime } from "#domain/day.ts";
import type { StagePeriod } from "#domain/derivation.ts";
import { stageCodes } from "#domain/stage.ts";
import type { Expectation } from "#domain/standing.ts";
import { type Columns, dayKey, dayOfKey, knownRow, none } from "../columns/columns.ts";
import { standingAt } from "../columns/held.ts";
import type { Database, Reading } from "../database.ts";
import { knownAt } from "./standing.ts";

/** The path and the expectations of one agreement, to the end of what is known. */
export interface LanePath {
  periods: StagePeriod[];
  expectations: Expectation[];
}

/** Addresses that one query names. */
const chunk = 500;

const openEnd = (day: Day): Day | null => (day === endOfTime ? null : day);

/** Paths by slug, as known at the instant, whatever the day. */
export async function lanePaths(
  db: Reading,
  slugs: readonly string[],
  clocks: Clocks,
): Promise<Map<string, LanePath>> {
  const paths = new Map<string, LanePath>(slugs.map((slug) => [slug, { periods: [], expectations: [] }]));
  for (let start = 0; start < slugs.length; start += chunk)
    await readPaths(db, slugs.slice(start, start + chunk), clocks, paths);
  return paths;
}

async function readPaths(
  db: Reading,
  slugs: readonly string[],
  clocks: Clocks,
  paths: Map<string, LanePath>,
): Promise<void> {
  const { agreements, stagePeriods, expectations } = db.tables;
  const [periods, expected] = await Promise.all([
    db.read
      .select({ slug: agreements.slug, period: stagePeriods })
      .from(stagePeriods)
      .innerJoin(agreements, eq(agreements.id, stagePeriods.agreementId))
      .where(and(inArray(agreements.slug, [...slugs]), knownAt(stagePeriods, clocks)))
      .orderBy(asc(stagePeriods.agreementId), asc(stagePeriods.step)),
    db.read
      .select({ slug: agreements.slug, expectation: expectations })
      .from(expectations)
      .innerJoin(agreements, eq(agreements.id, expectations.agreementId))
      .where(and(inArray(agreements.slug, [...slugs]), knownAt(expectations, clocks)))
      .orderBy(asc(expectations.earliest), asc(expectations.actId)),
  ]);
  for (const { slug, period } of periods) {
    paths.get(slug)?.periods.push({
      stage: period.stage,
      from: period.validFrom,
      fromLatest: period.validFromLatest,
      to: openEnd(period.validTo),
      because: { transition: period.transition, acts: period.acts },
    });
  }
  for (const { slug, expectation } of expected) {
    paths.get(slug)?.expectations.push({
      act: expectation.actId,
      kind: expectation.kind,
      date: expectation.date,
      certainty: expectation.certainty,
      from: expectation.validFrom,
      to: openEnd(expectation.validTo),
      metBy: expectation.metBy,
      slipDays: expectation.slipDays,
    });
  }
}

/** The steps of a path, and no more: what counting needs of a lane that is not drawn. */
export type LaneSteps = readonly Pick<StagePeriod, "stage" | "from" | "fromLatest">[];

/** The steps of the paths of these agreements, in their order, as known at the instant, whatever the day. */
export async function laneSteps(
  db: Database,
  slugs: readonly string[],
  clocks: Clocks,
): Promise<LaneSteps[]> {
  const { columns, slice } = await standingAt(db, clocks);
  const { periods } = columns;
  return slugs.map((slug) => {
    const place = columns.slugs.positionOf.get(slug) ?? none;
    const [first, end] = [periods.first.values[place] ?? 0, periods.end.values[place] ?? 0];
    const rows = Array.from({ length: end - first }, (_, index) => first + index);
    return rows
      .filter((row) => knownRow(periods, row, slice.known))
      .sort((a, b) => (periods.step.values[a] ?? 0) - (periods.step.values[b] ?? 0))
      .map((row) => ({
        stage: stageCodes[periods.stage.values[row] ?? none] ?? "unknown",
        from: dayOfKey(periods.from.values[row] ?? 0),
        fromLatest: dayOfKey(periods.fromLatest.values[row] ?? 0),
      }));
  });
}

/** The first and the last day on which a stage began, as known; null when nothing is recorded. */
export async function recordSpan(db: Database, clocks: Clocks): Promise<{ first: Day; last: Day } | null> {
  const { columns, slice } = await standingAt(db, clocks);
  slice.knowledge.span ??= spanOf(columns, slice.known);
  const [first, last] = slice.knowledge.span;
  return last === none ? null : { first: dayOfKey(first), last: dayOfKey(last) };
}

function spanOf({ periods }: Columns, known: number): readonly [number, number] {
  const end = dayKey(endOfTime);
  let first = end;
  let last = none;
  for (let row = 0; row < periods.from.length; row++) {
    const day = periods.from.values[row] ?? end;
    if (day === end || !knownRow(periods, row, known)) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return [first, last];
}

/**
 * What stands beside the stage: expectations and flags, each with the days on which it holds.
 * They are derived by the same write as the stage periods and read by range, never recomputed for a view.
 */
import { type ActKind, actKinds, happened, type LedgerAct } from "./act.ts";
import { addDays, addMonths, type Day, daysBetween, endOfTime, later } from "./day.ts";
import { compareDated, type DatedAct, datedAct, type Path } from "./derivation.ts";
import { boundsOf, type Edtf } from "./edtf.ts";
import { beforeSignature, stages, transitions } from "./stage.ts";

/** Months without an act that can move the stage, before signature, after which an agreement counts as stalled. */
export const stalledAfterMonths = 9;
/** Days without a check or a new source after which a record counts as stale. */
export const staleAfterDays = 365;

export const flagRules = {
  disputed: {
    label: "Disputed",
    definition: "Sources, or recorded acts, contradict one another; all are kept and shown.",
  },
  overdue: {
    label: "Overdue",
    definition: "An announced or expected act lies in the past, and the act itself is not recorded.",
  },
  stalled: {
    label: "Stalled",
    definition: `No act that can move the stage for ${stalledAfterMonths} months, before signature and not on hold.`,
  },
  unsourced: { label: "Unsourced", definition: "An act or a commitment has no source." },
  stale: {
    label: "Stale",
    definition: `Nobody checked it and no new source was published for ${staleAfterDays} days.`,
  },
} as const;
export type Flag = keyof typeof flagRules;
export const flagCodes = Object.keys(flagRules) as [Flag, ...Flag[]];

/** A flag on the days `from` (inclusive) to `to` (exclusive; null: to this day). */
export interface FlagPeriod {
  flag: Flag;
  from: Day;
  to: Day | null;
}

/** An announced or expected act, from the day it was stated until it happened, was replaced or became moot. */
export interface Expectation {
  act: string;
  kind: ActKind;
  date: Edtf;
  certainty: "announced" | "expected";
  from: Day;
  to: Day | null;
  metBy: string | null;
  /** Days by which the act came after the last expected day; negative when before the first; null when not met. */
  slipDays: number | null;
}

/** Kinds by which each side consents or approves for itself. */
const perSide: readonly ActKind[] = ["approved", "ratified", "accepted", "acceded", "notified"];

/** The rank from which an expectation of this kind is moot; null: only at an end. */
function mootRank(kind: ActKind): number | null {
  const ranks = transitions.filter(({ act }) => act === kind).map(({ to }) => stages[to].rank);
  if (ranks.length === 0) return null;
  // One side's consent leaves the other's to be expected, until force.
  if (perSide.includes(kind)) return stages["in-force"].rank;
  return Math.max(stages.signed.rank, ...ranks);
}

/** The first day on which the path stands where nobody expects the kind any more, or at an end. */
function reachedOn(path: Path, kind: ActKind, since: Day): Day | null {
  const rank = mootRank(kind);
  const period = path.periods.find(
    ({ stage, from, to }) =>
      (to === null || to > since || from >= since) &&
      (stages[stage].final || (rank !== null && stages[stage].rank >= rank)),
  );
  return period ? later(period.from, since) : null;
}

/** True when both acts are of one kind and, where each side acts for itself, of one side. */
const alike = (a: LedgerAct, b: LedgerAct): boolean =>
  a.kind === b.kind &&
  (!perSide.includes(a.kind) || a.actor === b.actor || a.actor === "both" || b.actor === "both");

function slip(expected: Edtf, happenedOn: Day): number {
  const { earliest, latest } = boundsOf(expected);
  if (happenedOn > latest) return daysBetween(latest, happenedOn);
  return happenedOn < earliest ? daysBetween(earliest, happenedOn) : 0;
}

/** True for a day after the statement; on its very day only when that day was among the expected ones. */
const fulfils = ({ statedOn, date }: LedgerAct, on: Day): boolean =>
  on > statedOn || (on === statedOn && boundsOf(date).earliest <= on);

/** The act that an expectation came true by: for a signature the last one, else the first of its kind since it was stated. */
function metBy(expected: LedgerAct, done: readonly DatedAct[], path: Path): { act: string; on: Day } | null {
  if (expected.kind === "signed") {
    const period = path.periods.find(
      ({ stage, fromLatest }) => stage === "signed" && fulfils(expected, fromLatest),
    );
    const act = period?.because.acts.at(-1);
    return period && act ? { act, on: period.from } : null;
  }
  const met = done.find(({ act, latest }) => alike(act, expected) && fulfils(expected, latest));
  return met ? { act: met.act.id, on: met.earliest } : null;
}

/** Matches every announced or expected act with what happened. */
export function deriveExpectations(acts: readonly LedgerAct[], path: Path): Expectation[] {
  const done = acts.filter(happened).map(datedAct).sort(compareDated);
  const open = acts.filter((act) => !happened(act));
  return open.map((act) => {
    const met = metBy(act, done, path);
    const replaced = open
      .filter((other) => alike(other, act) && other.statedOn > act.statedOn)
      .map((other) => other.statedOn);
    const ends = [met?.on, reachedOn(path, act.kind, act.statedOn), ...replaced].filter((day) => day != null);
    const to = ends.length > 0 ? ends.reduce((a, b) => (a < b ? a : b)) : null;
    return {
      act: act.id,
      kind: act.kind,
      date: act.date,
      certainty: act.certainty === "announced" ? "announced" : "expected",
      from: act.statedOn,
      to: to === null ? null : later(to, act.statedOn),
      metBy: met?.act ?? null,
      slipDays: met ? slip(act.date, met.on) : null,
    };
  });
}

/** Everything that flags are made from; days are those on which a fact came to be known in the world. */
export interface Evidence {
  acts: readonly LedgerAct[];
  path: Path;
  expectations: readonly Expectation[];
  /** The day each act or commitment without a source is about. */
  unsourcedSince: readonly Day[];
  /** The day from which each conflict between sources was public. */
  disputedSince: readonly Day[];
  /** Days of checks and of the publication of sources. */
  seenOn: readonly Day[];
}

const span = (flag: Flag, from: Day, to: Day | null): FlagPeriod[] =>
  from !== endOfTime && (to === null || from < to) ? [{ flag, from, to }] : [];

const firstOf = (days: readonly Day[]): Day | undefined => [...days].sort()[0];

/** First days, in order, each with the next one: the gaps between them. */
const gaps = (days: readonly Day[]): [Day, Day | null][] => {
  const sorted = [...new Set(days)].sort();
  return sorted.map((day, index) => [day, sorted[index + 1] ?? null]);
};

function stalledPeriods({ acts, path }: Evidence): FlagPeriod[] {
  const moving = acts.filter((act) => happened(act) && actKinds[act.kind].moves).map(datedAct);
  const starts = moving.map(({ latest }) => latest).filter((day) => day < endOfTime);
  const waiting = path.periods.filter(({ stage }) => stage !== "paused" && beforeSignature.includes(stage));
  return gaps(starts).flatMap(([from, next]) =>
    waiting.flatMap((period) => {
      const start = later(addMonths(from, stalledAfterMonths), period.from);
      const ends = [next, period.to].filter((day) => day !== null).sort();
      return span("stalled", start, ends[0] ?? null);
    }),
  );
}

function stalePeriods({ path, seenOn }: Evidence): FlagPeriod[] {
  const end = path.periods.find(({ stage }) => stages[stage].final)?.from ?? null;
  return gaps(seenOn).flatMap(([seen, next]) => {
    const ends = [next, end].filter((day) => day !== null).sort();
    return span("stale", addDays(seen, staleAfterDays), ends[0] ?? null);
  });
}

/** Joins periods of one flag that touch or overlap, so that each flag holds once on a day. */
function merge(periods: readonly FlagPeriod[]): FlagPeriod[] {
  const merged: FlagPeriod[] = [];
  for (const next of [...periods].sort((a, b) => (a.flag + a.from < b.flag + b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last?.flag === next.flag && (last.to === null || next.from <= last.to)) {
      if (last.to !== null && (next.to === null || next.to > last.to)) last.to = next.to;
    } else merged.push({ ...next });
  }
  return merged;
}

/** The days on which each flag holds. */
export function deriveFlags(evidence: Evidence): FlagPeriod[] {
  const disputed = firstOf([
    ...evidence.disputedSince,
    ...evidence.path.contradictions.map(({ from }) => from),
  ]);
  const unsourced = firstOf(evidence.unsourcedSince);
  return merge([
    ...(disputed ? span("disputed", disputed, null) : []),
    ...(unsourced ? span("unsourced", unsourced, null) : []),
    ...evidence.expectations.flatMap(({ date, from, to }) =>
      boundsOf(date).latest === endOfTime
        ? []
        : span("overdue", later(addDays(boundsOf(date).latest, 1), from), to),
    ),
    ...stalledPeriods(evidence),
    ...stalePeriods(evidence),
  ]);
}

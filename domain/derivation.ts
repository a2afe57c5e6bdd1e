/**
 * From acts to stages: a fold over the acts in the order of their dates, by the transition table.
 * Pure and total: any set of acts gives a path, and what does not fit is named beside it, never dropped.
 */
import { type ActKind, actKinds, happened, type LedgerAct, type Profile } from "./act.ts";
import { type Day, later } from "./day.ts";
import { boundsOf } from "./edtf.ts";
import {
  beforeSignature,
  type Guard,
  type StageCode,
  stages,
  type Transition,
  transitions,
} from "./stage.ts";

/** Why a stage is what it is: the rule that was applied and the acts that met it. */
export interface Because {
  transition: string;
  acts: readonly string[];
}

/** One stage of one agreement: from its earliest possible day up to, not including, `to` (null: to this day). */
export interface StagePeriod {
  stage: StageCode;
  from: Day;
  /** The latest day on which it may have begun; from then on the answer is sure. */
  fromLatest: Day;
  to: Day | null;
  because: Because;
}

export const contradictionRules = {
  "force-before-signature":
    "The agreement was in force before it was signed, and no retroactive effect is recorded.",
  "consent-before-signature": "A side consented to be bound before all sides had signed.",
  "act-after-end": "An act that moves the stage is dated after the end.",
  "end-does-not-fit": "An end is recorded that the agreement could not have come to from where it stood.",
  "force-of-political-text": "Force is recorded for a political text, which can only take effect.",
  "effect-of-binding-text": "“In effect” is recorded for an agreement that binds in law.",
} as const;
export type ContradictionCode = keyof typeof contradictionRules;

/** Two recorded facts that cannot both hold; flagged beside the agreement, never repaired. */
export interface Contradiction {
  code: ContradictionCode;
  acts: readonly string[];
  /** The day from which both facts lie in the past. */
  from: Day;
}

export interface Path {
  periods: readonly StagePeriod[];
  contradictions: readonly Contradiction[];
}

/** An act with the earliest and latest day that it counts from. */
export interface DatedAct {
  act: LedgerAct;
  earliest: Day;
  latest: Day;
}

/**
 * When an act counts from: its date, or the later day on which it takes effect. An earlier `effectiveOn` states
 * retroactivity (VCLT 28) and moves nothing back.
 */
export function datedAct(act: LedgerAct): DatedAct {
  const done = boundsOf(act.date);
  if (act.effectiveOn === null) return { act, ...done };
  const effect = boundsOf(act.effectiveOn);
  return { act, earliest: later(done.earliest, effect.earliest), latest: later(done.latest, effect.latest) };
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The order in which acts are applied: earliest day, then the order of the path, then latest day, then id. */
export function compareDated(a: DatedAct, b: DatedAct): number {
  return (
    compareText(a.earliest, b.earliest) ||
    actKinds[a.act.kind].order - actKinds[b.act.kind].order ||
    compareText(a.latest, b.latest) ||
    compareText(a.act.id, b.act.id)
  );
}

interface State {
  stage: StageCode;
  pausedIn: StageCode | null;
  /** Acts of each kind that every side must make, by the side that made them. */
  sides: Record<"signed" | "notified", { side1: DatedAct | null; side2: DatedAct | null }>;
}

/** The acts by which both sides did it, the last one last. */
const bothSides = (state: State, kind: "signed" | "notified") => {
  const { side1, side2 } = state.sides[kind];
  return side1 && side2 ? [...new Set([side1, side2])].sort(compareDated) : null;
};

/** Each guard answers with the acts that meet it, or null when it is not met. */
const guardChecks: Record<Guard, (state: State, act: DatedAct) => DatedAct[] | null> = {
  "all-sides-signed": (state) => bothSides(state, "signed"),
  "all-sides-notified": (state) => bothSides(state, "notified"),
  "paused-in-negotiating": (state, act) => (state.pausedIn === "negotiating" ? [act] : null),
  "paused-in-text-agreed": (state, act) => (state.pausedIn === "text-agreed" ? [act] : null),
  "paused-in-initialled": (state, act) => (state.pausedIn === "initialled" ? [act] : null),
};

function noteSides(state: State, dated: DatedAct): void {
  const { kind, actor } = dated.act;
  // A text that is opened again has to be signed again; what is signed by all stays signed.
  if (kind === "reopened" && beforeSignature.includes(state.stage)) state.sides = freshSides();
  if ((kind !== "signed" && kind !== "notified") || actor === "third") return;
  const made = state.sides[kind];
  if (actor !== "side2") made.side1 ??= dated;
  if (actor !== "side1") made.side2 ??= dated;
}

const freshSides = (): State["sides"] => ({
  signed: { side1: null, side2: null },
  notified: { side1: null, side2: null },
});

/** Whether a row of the table holds for an agreement of this profile; null is a profile not known. */
export const holdsFor = (transition: Transition, profile: Profile | null): boolean =>
  profile === null || transition.profiles.includes(profile);

function applicable(state: State, dated: DatedAct, profile: Profile | null) {
  for (const transition of transitions) {
    if (transition.act !== dated.act.kind || !transition.from.includes(state.stage)) continue;
    if (!holdsFor(transition, profile)) continue;
    const met = transition.guard ? guardChecks[transition.guard](state, dated) : [dated];
    if (met) return { transition, met };
  }
  return null;
}

const closing: readonly ActKind[] = ["ended", "discontinued", "not-pursued"];
const consents: readonly ActKind[] = ["ratified", "accepted", "acceded", "notified"];

/** A third party cannot do for a side what only a side can do; such an act counts for nothing. */
const moves = ({ kind, actor, certainty }: LedgerAct): boolean =>
  happened({ certainty }) &&
  actKinds[kind].moves &&
  (actor !== "third" || (kind !== "signed" && !consents.includes(kind)));

/** An act that does not fit, with what it does not fit to: the acts that began the stage of the day. */
const contradiction = (code: ContradictionCode, { act, latest }: DatedAct, against?: StagePeriod) => ({
  code,
  acts: [...(against?.because.acts ?? []), act.id],
  from: against ? later(latest, against.fromLatest) : latest,
});

function contradictionOf(
  state: State,
  dated: DatedAct,
  profile: Profile | null,
  standing: StagePeriod | undefined,
): Contradiction | null {
  const { kind } = dated.act;
  const found = (code: ContradictionCode, against?: StagePeriod) => contradiction(code, dated, against);
  if (stages[state.stage].final) return found("act-after-end", standing);
  if (kind === "signed" && (state.stage === "in-force" || state.stage === "in-effect")) {
    return state.sides.signed.side1 && state.sides.signed.side2
      ? null
      : found("force-before-signature", standing);
  }
  if (kind === "in-force" && profile === "political") return found("force-of-political-text");
  if (kind === "in-effect" && profile !== null && profile !== "political")
    return found("effect-of-binding-text");
  if (consents.includes(kind) && profile === "treaty" && stages[state.stage].rank < stages.signed.rank) {
    return found("consent-before-signature");
  }
  return null;
}

/** True when force was recorded with an earlier effect, so that a later signature is no contradiction. */
const retroactive = (acts: readonly DatedAct[], ids: readonly string[]) =>
  acts.some(
    ({ act: { id, date, effectiveOn } }) =>
      ids.includes(id) && effectiveOn !== null && boundsOf(effectiveOn).earliest < boundsOf(date).earliest,
  );

/** The stage path of one agreement from all its acts (of any kind and certainty) and its profile. */
export function derivePath(acts: readonly LedgerAct[], profile: Profile | null): Path {
  const dated = acts.filter(moves).map(datedAct).sort(compareDated);
  const state: State = { stage: "unknown", pausedIn: null, sides: freshSides() };
  const periods: StagePeriod[] = [];
  const contradictions: Contradiction[] = [];
  for (const step of dated) {
    const previous = periods.at(-1);
    const found = contradictionOf(state, step, profile, previous);
    const reachesBack = found?.code === "force-before-signature" && retroactive(dated, found.acts);
    if (found && !reachesBack) contradictions.push(found);
    noteSides(state, step);
    const move = applicable(state, step, profile);
    if (!move) {
      if (closing.includes(step.act.kind) && !stages[state.stage].final) {
        contradictions.push(contradiction("end-does-not-fit", step, previous));
      }
      continue;
    }
    // Acts are taken by their earliest day; another one that the rule needs may have come later than this one.
    const latest = move.met.map((met) => met.latest).reduce(later);
    if (previous) previous.to = step.earliest;
    state.pausedIn = move.transition.to === "paused" ? state.stage : null;
    state.stage = move.transition.to;
    periods.push({
      stage: state.stage,
      from: step.earliest,
      fromLatest: previous ? later(latest, previous.fromLatest) : latest,
      to: null,
      because: { transition: move.transition.id, acts: move.met.map(({ act }) => act.id) },
    });
  }
  return { periods, contradictions };
}

/** The stage on a day, and whether it is sure; null before the first period. */
export function stageOn(
  periods: readonly StagePeriod[],
  on: Day,
): { period: StagePeriod; surely: boolean } | null {
  const period = periods.findLast(({ from, to }) => from <= on && (to === null || on < to));
  return period ? { period, surely: on >= period.fromLatest } : null;
}

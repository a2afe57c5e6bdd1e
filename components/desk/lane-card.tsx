"use client";

import { type Day, dayInWords } from "#domain/day.ts";
import { derivePath, type Path } from "#domain/derivation.ts";
import { expectedOf } from "#domain/lane-steps.ts";
import { effectOf } from "#domain/next-acts.ts";
import { stages } from "#domain/stage.ts";
import { deriveExpectations } from "#domain/standing.ts";
import type { Agreement } from "#domain/wire.ts";
import { StageLabel } from "../stage-label.tsx";
import { pendingId } from "./act-draft.ts";
import { type ActValues, dateOf, ledgerOf, trialOf } from "./act-values.ts";
import { LiveLane } from "./live-lane.tsx";

/** The path of the agreement with the typed act ghosted in, and where it stands. */
export function LaneCard({
  agreement,
  values,
  today,
}: {
  agreement: Agreement;
  values: ActValues;
  today: Day;
}) {
  const acts = ledgerOf(agreement.acts.filter(({ id }) => id !== pendingId));
  const recorded = derivePath(acts, agreement.profile);
  const trial = trialOf(values, today);
  const typed: Path | null = trial ? effectOf(trial, { acts, profile: agreement.profile }).path : null;
  const date = dateOf(values.date, today);
  const ahead =
    trial && trial.certainty !== "done" && trial.certainty !== "reported" ? [...acts, trial] : acts;
  const expected = expectedOf(deriveExpectations(ahead, recorded));
  return (
    <section className="card padded path-card lane-card" aria-labelledby="lane-title">
      <div className="card-head">
        <h2 id="lane-title">Path</h2>
        <span className="note">As of {dayInWords(today)}</span>
      </div>
      <LiveLane recorded={recorded} typed={typed} expected={expected} date={date} today={today} />
      <p className="lane-now">
        <StageLabel stage={agreement.stage.code} as="pill" />
        {agreement.stage.since ? (
          <span className="note">since {dayInWords(agreement.stage.since)}</span>
        ) : null}
        {trial && typed ? (
          <span className="note">With what is typed: {typedWords(typed, recorded)}</span>
        ) : null}
      </p>
    </section>
  );
}

function typedWords(typed: Path, recorded: Path): string {
  const [now, before] = [typed.periods.at(-1), recorded.periods.at(-1)];
  if (!now) return "no stage yet.";
  if (now.stage === before?.stage && now.from === before.from) return "the present stage stays.";
  return `${stages[now.stage].label} since ${dayInWords(now.from)}.`;
}

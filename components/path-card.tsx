import type { ReactNode } from "react";
import { windowInWords } from "#domain/date-words.ts";
import { type Day, dayInWords, dayNumber, daysBetween } from "#domain/day.ts";
import type { StagePeriod } from "#domain/derivation.ts";
import { layoutLane, stepOn } from "#domain/lane.ts";
import { expectedOf, stepsOf } from "#domain/lane-steps.ts";
import { grouped } from "#domain/numbers.ts";
import { windowOf } from "#domain/scale.ts";
import type { Expectation } from "#domain/standing.ts";
import { Lane } from "./lane.tsx";
import { PathAxis } from "./path-axis.tsx";
import { StageLabel } from "./stage-label.tsx";

type Period = Pick<StagePeriod, "stage" | "from" | "fromLatest">;

interface PathCardProps {
  periods: readonly Period[];
  expectations: readonly Pick<Expectation, "kind" | "date" | "from" | "to">[];
  on: Day;
  /** The last day of the record; what lies between `on` and it is drawn as a ghost. */
  until: Day;
  ghosts?: boolean;
  /** What stands at the head of the card, such as the control of the day; the day in words when not given. */
  control?: ReactNode;
}

function lengthInWords(days: number, about: boolean): string {
  const months = Math.round(days / 30.44);
  if (about) return months > 1 ? `about ${months} months` : `about ${days} days`;
  return days === 1 ? "1 day" : `${grouped(days)} days`;
}

function Phase({ period, next, on }: { period: Period; next: Period | undefined; on: Day }) {
  const exact = period.from === period.fromLatest && (!next || next.from === next.fromLatest);
  const start = windowInWords(period.from, period.fromLatest);
  const days = daysBetween(period.from, next?.from ?? on);
  const oneDay = next !== undefined && days === 0;
  return (
    <li>
      <StageLabel stage={period.stage} />
      <span className="when">
        {oneDay
          ? start
          : next
            ? `${start} to ${windowInWords(next.from, next.fromLatest)}`
            : `since ${start}`}
      </span>
      {days === 0 ? null : (
        <span className="length">{`${lengthInWords(days, !exact)}${next ? "" : " so far"}`}</span>
      )}
    </li>
  );
}

/** One agreement's path on a true scale; its phases stand beneath, so no label can collide with another. */
export function PathCard({ periods, expectations, on, until, ghosts = true, control }: PathCardProps) {
  const steps = stepsOf(periods);
  const expected = expectedOf(expectations);
  const window = windowOf(periods[0]?.from ?? on, until);
  const layout = layoutLane({ steps, expected, window, on: dayNumber(on), until: dayNumber(until), ghosts });
  const reached = periods.slice(0, stepOn(steps, dayNumber(on)) + 1);
  return (
    <section className="card padded path-card" aria-labelledby="path-title">
      <div className="card-head">
        <h2 id="path-title">{reached.length > 0 ? "Path to date" : "Path"}</h2>
        {control ?? <span className="note">As of {dayInWords(on)}</span>}
      </div>
      <svg className="path-plot" height="64" aria-hidden="true">
        <PathAxis window={window} />
        <svg y="8" height="32" width="100%" overflow="visible" aria-hidden="true">
          <Lane layout={layout} size="path" />
        </svg>
      </svg>
      {reached.length > 0 ? (
        <ol className="phases">
          {reached.map((period, index) => (
            <Phase key={`${period.stage}${period.from}`} period={period} next={reached[index + 1]} on={on} />
          ))}
        </ol>
      ) : (
        <p className="note nothing">
          {periods[0]
            ? `Nothing recorded by ${dayInWords(on)}. The first event is ${windowInWords(periods[0].from, periods[0].fromLatest)}.`
            : "No act that moves the stage is recorded."}
        </p>
      )}
    </section>
  );
}

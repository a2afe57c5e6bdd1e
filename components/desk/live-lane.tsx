"use client";

import { type Day, dayNumber, earlier, endOfTime, later } from "#domain/day.ts";
import type { Path } from "#domain/derivation.ts";
import { boundsOf } from "#domain/edtf.ts";
import { type LaneExpectation, type LaneLayout, layoutLane } from "#domain/lane.ts";
import { stepsOf } from "#domain/lane-steps.ts";
import { positionIn, windowOf } from "#domain/scale.ts";
import { Lane } from "../lane.tsx";
import { PathAxis } from "../path-axis.tsx";

const roundedX = (x: number) => Math.round(x * 100);

/** Splits a drawing into what is recorded already and what the typed act adds. */
function splitLayout(recorded: LaneLayout, typed: LaneLayout): { solid: LaneLayout; pending: LaneLayout } {
  const segments = new Set(recorded.segments.map(({ drawing, start }) => `${drawing}${roundedX(start)}`));
  const marks = new Set(recorded.marks.map(({ drawing, x }) => `${drawing}${roundedX(x)}`));
  const isKnown = {
    segment: ({ drawing, start }: LaneLayout["segments"][number]) =>
      segments.has(`${drawing}${roundedX(start)}`),
    mark: ({ drawing, x }: LaneLayout["marks"][number]) => marks.has(`${drawing}${roundedX(x)}`),
  };
  return {
    solid: { segments: typed.segments.filter(isKnown.segment), marks: typed.marks.filter(isKnown.mark) },
    pending: {
      segments: typed.segments.filter((one) => !isKnown.segment(one)),
      marks: typed.marks.filter((one) => !isKnown.mark(one)),
    },
  };
}

/** The path on a true scale, drawn anew while one types: what the typed act adds is faint until it is recorded. */
export function LiveLane({
  recorded,
  typed,
  expected,
  date,
  today,
}: {
  recorded: Path;
  /** The path with the typed act; null while there is none. */
  typed: Path | null;
  expected: readonly LaneExpectation[];
  /** The EDTF date that was typed. */
  date: string | null;
  today: Day;
}) {
  const bounds = date === null ? null : boundsOf(date);
  const typedEnd = bounds && bounds.latest !== endOfTime ? bounds.latest : today;
  const first = [...recorded.periods, ...(typed?.periods ?? [])]
    .map(({ from }) => from)
    .reduce(earlier, today);
  const window = windowOf(bounds ? earlier(first, bounds.earliest) : first, later(today, typedEnd));
  const on = dayNumber(today);
  const draw = (path: Path) =>
    layoutLane({ steps: stepsOf(path.periods), expected, window, on, until: on, ghosts: true });
  const { solid, pending } = splitLayout(draw(recorded), draw(typed ?? recorded));
  const at = bounds
    ? positionIn(
        window,
        Math.round((dayNumber(bounds.earliest) + dayNumber(later(typedEnd, bounds.earliest))) / 2),
      )
    : null;
  return (
    <svg className="path-plot" height="64" aria-hidden="true">
      <PathAxis window={window} />
      {at === null ? null : <line className="typed-day" x1={`${at}%`} x2={`${at}%`} y1="2" y2="46" />}
      <svg y="8" height="32" width="100%" overflow="visible" aria-hidden="true">
        <Lane layout={solid} size="path" />
      </svg>
      <svg className="pending" y="8" height="32" width="100%" overflow="visible" aria-hidden="true">
        <Lane layout={pending} size="path" />
      </svg>
    </svg>
  );
}

/** What a lane is drawn from: stage periods and expectations as day numbers. */
import { actKinds } from "./act.ts";
import { type Day, dayNumber, endOfTime } from "./day.ts";
import { boundsOf } from "./edtf.ts";
import type { LaneExpectation, LaneStep } from "./lane.ts";
import { type StageCode, stages, transitions } from "./stage.ts";
import type { Expectation } from "./standing.ts";

/** The steps of a path, in its order. A period of the domain or of the wire will do. */
export const stepsOf = (periods: readonly { stage: StageCode; from: Day; fromLatest: Day }[]): LaneStep[] =>
  periods.map(({ stage, from, fromLatest }) => ({
    drawing: stages[stage].drawing,
    from: dayNumber(from),
    latest: dayNumber(fromLatest),
  }));

/** Expected acts that would move the stage, at the middle of their dates; without an end to the date there is no place. */
export function expectedOf(
  expectations: readonly Pick<Expectation, "kind" | "date" | "from" | "to">[],
): LaneExpectation[] {
  return expectations.flatMap(({ kind, date, from, to }) => {
    const { earliest, latest } = boundsOf(date);
    const target = transitions.find(({ act }) => act === kind)?.to;
    if (!target || !actKinds[kind].moves || latest === endOfTime) return [];
    return {
      drawing: stages[target].drawing,
      day: Math.round((dayNumber(earliest) + dayNumber(latest)) / 2),
      from: dayNumber(from),
      to: dayNumber(to ?? endOfTime),
    };
  });
}

/** The lanes of the model as the drawing wants them, and what can be asked of them on a day. */
import { type LaneExpectation, type LaneStep, stepOn } from "#domain/lane.ts";
import type { Drawing } from "#domain/stage.ts";
import { drawingCodes } from "../stage-drawing.ts";
import type { TimelineModel } from "./timeline-model.ts";

type ModelLane = TimelineModel["lanes"][number];

/** What one row shows, whether it moves or stands still. */
export interface RowLane
  extends Pick<ModelLane, "slug" | "name" | "flagCode" | "flag" | "href" | "sentence"> {
  path: (LaneStep & { label: string })[];
  expectations: LaneExpectation[];
}

export interface LiveLane extends ModelLane {
  path: (LaneStep & { stage: number; label: string })[];
  expectations: LaneExpectation[];
}

/** Short rows back into objects. */
function rowsOf<T>(numbers: readonly number[], width: number, read: (row: readonly number[]) => T): T[] {
  return Array.from({ length: numbers.length / width }, (_, row) =>
    read(numbers.slice(row * width, (row + 1) * width)),
  );
}

type LivePath = Pick<LiveLane, "path">;

const pathOf = ({ stages }: Pick<TimelineModel, "stages">, steps: readonly number[]): LiveLane["path"] =>
  rowsOf(steps, 3, ([from = 0, latest = 0, stage = 0]) => ({
    from,
    latest,
    stage,
    drawing: stages[stage]?.drawing ?? "announced",
    label: stages[stage]?.label ?? "",
  }));

/** The paths of lanes that are on another page. */
export const otherPaths = (model: Pick<TimelineModel, "others" | "stages">): LivePath[] =>
  model.others.map((steps) => ({ path: pathOf(model, steps) }));

export const liveLanes = (model: Pick<TimelineModel, "lanes" | "stages">): LiveLane[] =>
  model.lanes.map((lane) => ({
    ...lane,
    path: pathOf(model, lane.steps),
    expectations: rowsOf(lane.expected, 4, ([day = 0, from = 0, to = 0, drawing = 0]) => ({
      day,
      from,
      to,
      drawing: drawingCodes[drawing] ?? "announced",
    })),
  }));

/** Where a lane stands on a day; undefined before its first event. */
export const standsAt = <Lane extends Pick<RowLane, "path">>(
  { path }: Lane,
  on: number,
): Lane["path"][number] | undefined => path[stepOn(path, on)];

/** How many lanes stand at each kind of stage; `none` has not begun. */
export function countLanes(
  lanes: readonly LivePath[],
  on: number,
): Partial<Record<Drawing | "none", number>> {
  const counts: Partial<Record<Drawing | "none", number>> = {};
  for (const lane of lanes) {
    const drawing = standsAt(lane, on)?.drawing ?? "none";
    counts[drawing] = (counts[drawing] ?? 0) + 1;
  }
  return counts;
}

/** Days on which something begins, in order and each once. */
export const eventDays = (lanes: readonly LivePath[], max: number): number[] =>
  [...new Set(lanes.flatMap(({ path }) => path.map(({ from }) => from)))]
    .filter((day) => day <= max)
    .sort((a, b) => a - b);

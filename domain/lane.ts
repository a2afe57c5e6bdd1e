/**
 * The lane: one agreement as one line that thickens as the commitment hardens. Day numbers in, percentages out.
 * Pure and small, for it runs on the server, in the browser while the date is dragged, and for images alike.
 */
import { positionIn, type TimeWindow } from "./scale.ts";
import type { Drawing } from "./stage.ts";

/** One stage: how it is drawn, and the earliest and latest day on which it may have begun. */
export interface LaneStep {
  drawing: Drawing;
  from: number;
  latest: number;
}

/** An announced or expected act: where it is expected, and the days on which that was so (`to` exclusive). */
export interface LaneExpectation {
  drawing: Drawing;
  day: number;
  from: number;
  to: number;
}

export interface LaneInput {
  steps: readonly LaneStep[];
  expected: readonly LaneExpectation[];
  window: TimeWindow;
  /** The as-of day: what came later is drawn as a ghost, or not at all. */
  on: number;
  /** The last day the record speaks of; ghosts end there. */
  until: number;
  ghosts: boolean;
}

export interface LaneSegment {
  drawing: Drawing;
  start: number;
  end: number;
  /** Where a segment whose first day is not known has faded in fully; null when the day is known. */
  soft: number | null;
  /** On hold: drawn dashed in what it was before. */
  held: boolean;
  ghost: boolean;
}

export interface LaneMark {
  drawing: Drawing;
  x: number;
  ghost: boolean;
  expected: boolean;
}

export interface LaneLayout {
  segments: LaneSegment[];
  marks: LaneMark[];
}

/** The index of the step that holds on a day; -1 before the first. */
export const stepOn = (steps: readonly LaneStep[], on: number): number =>
  steps.findLastIndex(({ from }) => from <= on);

/** A hold says nothing of its own: it is drawn in the last stage before it. */
function underlying(steps: readonly LaneStep[], index: number): Drawing {
  return steps.slice(0, index + 1).findLast(({ drawing }) => drawing !== "hold")?.drawing ?? "talks";
}

interface Placed extends LaneStep {
  known: boolean;
  /** The middle of the days on which it may have begun. */
  at: number;
}

/** A later stage that surely stands, and the as-of day itself, both bound the day on which a stage began. */
function place({ steps, on, until }: LaneInput): Placed[] {
  return steps.map((step, index) => {
    const known = step.from <= on;
    const bound = Math.min(step.latest, steps[index + 1]?.latest ?? step.latest, known ? on : until);
    const latest = Math.max(bound, step.from);
    return { ...step, latest, known, at: Math.round((step.from + latest) / 2) };
  });
}

/** Marks of one day are one mark, that of the earlier stage; later marks lie on top. */
function marksOf(placed: readonly Placed[], { window, ghosts }: LaneInput): LaneMark[] {
  return placed
    .filter(({ known, at }, index) => (known || ghosts) && placed[index - 1]?.at !== at)
    .map(({ drawing, known, at }) => ({
      drawing,
      x: positionIn(window, at),
      ghost: !known,
      expected: false,
    }));
}

function expectedMarks({ expected, window, on, ghosts }: LaneInput): LaneMark[] {
  return expected
    .filter(({ from, to, day }) => ghosts && from <= on && on < to && day >= window.from && day < window.to)
    .map(({ drawing, day }) => ({ drawing, x: positionIn(window, day), ghost: true, expected: true }));
}

/** Where the coloured segments and the marks of a lane stand on a day. */
export function layoutLane(input: LaneInput): LaneLayout {
  const { window, on, until, ghosts } = input;
  const placed = place(input);
  const segments: LaneSegment[] = [];
  const ghostSegments: LaneSegment[] = [];
  placed.forEach((step, index) => {
    if (step.drawing === "ended") return;
    const drawing = underlying(input.steps, index);
    const held = step.drawing === "hold";
    const next = placed[index + 1];
    const add = (to: LaneSegment[], start: number, end: number, soft: number | null) => {
      if (end <= start) return;
      const x = (day: number) => positionIn(window, day);
      to.push({
        drawing,
        held,
        start: x(start),
        end: x(end),
        soft: soft === null ? null : x(soft),
        ghost: to === ghostSegments,
      });
    };
    if (step.known) {
      const end = next?.known ? next.at : on;
      const fades = step.latest > step.from && !held && drawing !== "announced";
      const start = fades ? Math.max(step.from, placed[index - 1]?.at ?? step.from) : step.at;
      add(segments, start, end, fades ? Math.min(step.latest, end) : null);
    }
    if (ghosts && !next?.known) add(ghostSegments, Math.max(step.at, on), next?.at ?? until, null);
  });
  const marks = marksOf(placed, input);
  return {
    segments: [...ghostSegments, ...segments],
    marks: [
      ...marks.filter(({ ghost }) => ghost),
      ...expectedMarks(input),
      ...marks.filter(({ ghost }) => !ghost),
    ],
  };
}

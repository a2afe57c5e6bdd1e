/** The picture that a shared link shows: 1200 x 630, a title and two lines of status beside unlabelled lanes. */

import type { LaneExpectation, LaneStep } from "#domain/lane.ts";
import { layoutLane } from "#domain/lane.ts";
import { type TimeWindow, ticksOf } from "#domain/scale.ts";
import type { Drawing } from "#domain/stage.ts";
import { drawingStyles } from "../stage-drawing.ts";
import { fixedPlace, laneDefs, lanePicture, stageMark } from "./lane-picture.ts";
import { palette, serif, stageColours } from "./palette.ts";
import { element } from "./svg.ts";
import { textLine, wrapped } from "./text.ts";

export interface PictureLane {
  /** What the lane is called, where it has a label. */
  name: string;
  steps: readonly LaneStep[];
  expected: readonly LaneExpectation[];
}

export interface ShareCard {
  title: string;
  /** What holds on the day, in at most three short lines. */
  lines: readonly string[];
  lanes: readonly PictureLane[];
  window: TimeWindow;
  /** The as-of day; nothing later is drawn. */
  on: number;
}

export const shareCardSize = { width: 1200, height: 630 } as const;
const left = 61;
const column = 372;
const plot = { x: 488, width: 655, top: 60, bottom: 588 } as const;
const legend: readonly Drawing[] = ["announced", "talks", "agreed", "signed", "ratifying", "force"];
/** More lanes than these are told as a histogram. */
export const mostLanes = 40;

function titleLines(title: string) {
  const large = wrapped(title, column / 54, 4);
  return large.length <= 3
    ? { size: 54, leading: 57, lines: large }
    : { size: 44, leading: 48, lines: wrapped(title, column / 44, 4) };
}

function textColumn({ title, lines }: ShareCard): string {
  const { size, leading, lines: titled } = titleLines(title);
  const status = lines.flatMap((line) => wrapped(line, column / 25, 2)).slice(0, 3);
  const below = 100 + (titled.length - 1) * leading + 65;
  const legendTop = Math.max(below + (status.length - 1) * 36 + 42, 340);
  const pitch = Math.min(34, (530 - legendTop) / (legend.length - 1));
  return [
    ...titled.map((line, index) =>
      textLine(line, left, 100 + index * leading, {
        size,
        fill: palette.ink,
        weight: 600,
        family: serif,
        spacing: "-0.6",
      }),
    ),
    ...status.map((line, index) => textLine(line, left, below + index * 36, { size: 27 })),
    ...legend.flatMap((drawing, index) => {
      const y = legendTop + index * pitch;
      return [
        stageMark(drawing, left + 7, y, 1.25, palette.bg),
        textLine(drawingStyles[drawing].label, left + 25, y + 6.5, { size: 19 }),
      ];
    }),
  ].join("");
}

/** The name of the product with its three marks: talking, paper, law. */
const brand = (): string =>
  [
    element("circle", { cx: 69, cy: 566, r: 7, fill: "none", stroke: stageColours.talks, strokeWidth: 4 }),
    element("path", { d: "M90 556 100 566 90 576 80 566Z", fill: stageColours.signed }),
    element("rect", { x: 103, y: 558, width: 16, height: 16, rx: 3, fill: stageColours.force }),
    textLine("Accords", 134, 574, { size: 25, fill: palette.ink, weight: 600, family: serif }),
  ].join("");

const yearLines = (window: TimeWindow): string =>
  ticksOf(window, plot.width, plot.width)
    .filter(({ year }) => year)
    .map(({ x, label }) => {
      const at = plot.x + (x / 100) * plot.width;
      return [
        element("line", { x1: at, x2: at, y1: 38, y2: plot.bottom, stroke: palette.line }),
        at < plot.x + plot.width - 60 ? textLine(label, at + 9, 53, { size: 19 }) : "",
      ].join("");
    })
    .join("");

function laneColumn({ lanes, window, on }: ShareCard): string {
  const pitch = Math.min(
    lanes.length === 1 ? 0 : 60,
    (plot.bottom - 72 - 18) / Math.max(lanes.length - 1, 1),
  );
  const few = pitch > 24 || lanes.length === 1;
  const top = lanes.length === 1 ? 330 : lanes.length < 10 ? 330 - ((lanes.length - 1) * pitch) / 2 : 72;
  return lanes
    .map(({ steps, expected }, index) =>
      lanePicture(
        layoutLane({ steps, expected, window, on, until: on, ghosts: false }),
        fixedPlace(plot.x, plot.width, {
          y: Math.round((top + index * pitch) * 100) / 100,
          thickness: lanes.length === 1 ? 2.6 : few ? 1.4 : 0.9,
          mark: lanes.length === 1 ? 2 : few ? 1.1 : 0.62,
          ground: palette.bg,
        }),
      ),
    )
    .join("");
}

/** Months of signatures as columns, for more lanes than can be told apart. */
function histogram({ lanes, window, on }: ShareCard): string {
  const columns = Math.round(plot.width / 22);
  const share = (window.to - window.from) / columns;
  const starts = lanes.flatMap(({ steps }) =>
    steps.flatMap(({ drawing, from }) => (drawing === "signed" && from <= on ? [from] : [])),
  );
  const counts = Array.from(
    { length: columns },
    (_, index) =>
      starts.filter((day) => day >= window.from + index * share && day < window.from + (index + 1) * share)
        .length,
  );
  const most = Math.max(1, ...counts);
  return counts
    .map((count, index) => {
      const height = (count / most) * (plot.bottom - 90);
      return count === 0
        ? ""
        : element("rect", {
            x: plot.x + (index * plot.width) / columns + 1,
            width: plot.width / columns - 2,
            y: plot.bottom - height,
            height,
            fill: stageColours.signed,
          });
    })
    .join("");
}

/** The whole picture, as SVG. */
export function shareCard(card: ShareCard): string {
  const { width, height } = shareCardSize;
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` },
    laneDefs(),
    element("rect", { width, height, fill: palette.bg }),
    yearLines(card.window),
    card.lanes.length > mostLanes ? histogram(card) : laneColumn(card),
    textColumn(card),
    brand(),
  );
}

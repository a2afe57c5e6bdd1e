/** The timeline at print quality: the page's own lanes with their names, stages and dates, on one scale. */
import { layoutLane } from "#domain/lane.ts";
import { type TimeWindow, ticksOf } from "#domain/scale.ts";
import type { Drawing } from "#domain/stage.ts";
import { fixedPlace, laneDefs, lanePicture, stageMark } from "./lane-picture.ts";
import { palette } from "./palette.ts";
import type { PictureLane } from "./share-card.ts";
import { gutter, type Sheet, sheet, sheetHead, sheetWidth } from "./sheet.ts";
import { element } from "./svg.ts";
import { fitted, textLine } from "./text.ts";

export interface TimelineLanePicture extends PictureLane {
  /** Where it stands on the day; null before it began. */
  standing: { drawing: Drawing; label: string; date: string } | null;
}

export interface TimelinePicture extends Sheet {
  lanes: readonly TimelineLanePicture[];
  window: TimeWindow;
  on: number;
  until: number;
  ghosts: boolean;
}

const pitch = 28;
const names = 196;
const standings = 236;
const plot = { x: gutter + names, width: sheetWidth - 2 * gutter - names - standings } as const;

function axis(window: TimeWindow, top: number, bottom: number): string {
  return ticksOf(window, plot.width, plot.width)
    .map(({ x, label, suffix, year }) => {
      const at = plot.x + (x / 100) * plot.width;
      return [
        element("line", { x1: at, x2: at, y1: top, y2: bottom, stroke: year ? palette.line2 : palette.line }),
        textLine(suffix ? `${label} ${suffix}` : label, at, top - 8, {
          size: 12,
          fill: year ? palette.ink2 : palette.ink3,
          weight: year ? 600 : 400,
          anchor: "middle",
        }),
      ].join("");
    })
    .join("");
}

function standingText({ standing }: TimelineLanePicture, y: number): string {
  const x = sheetWidth - gutter - standings + 28;
  if (!standing) return textLine("Not yet begun", x, y + 4.5, { size: 13, fill: palette.ink3 });
  return [
    stageMark(standing.drawing, x + 8, y, 0.9, palette.bg),
    textLine(standing.label, x + 24, y + 4.5, { size: 13, fill: palette.ink, weight: 500 }),
    textLine(standing.date, sheetWidth - gutter, y + 4.5, { size: 13, anchor: "end" }),
  ].join("");
}

/** The whole picture, as SVG; as tall as it has lanes. */
export function timelinePicture(picture: TimelinePicture): string {
  const { lanes, window, on, until, ghosts } = picture;
  const head = sheetHead(picture);
  const top = head.height + 28;
  const bottom = top + lanes.length * pitch + 8;
  const asOf = plot.x + ((on - window.from) / (window.to - window.from)) * plot.width;
  const rows = lanes.map((lane, index) => {
    const y = top + 18 + index * pitch;
    const layout = layoutLane({ steps: lane.steps, expected: lane.expected, window, on, until, ghosts });
    return [
      textLine(fitted(lane.name, (names - 12) / 13), gutter, y + 4.5, {
        size: 13,
        fill: palette.ink,
        weight: 500,
      }),
      lanePicture(
        layout,
        fixedPlace(plot.x, plot.width, { y, thickness: 1, mark: 0.84, ground: palette.bg }),
      ),
      standingText(lane, y),
    ].join("");
  });
  const body = [
    laneDefs(),
    axis(window, top, bottom),
    element("line", { x1: asOf, x2: asOf, y1: top, y2: bottom, stroke: palette.ink }),
    ...rows,
  ].join("");
  return sheet(picture, head.svg, body, bottom);
}

/** One agreement at print quality: its path on a true scale, and its phases in words beneath. */
import { layoutLane } from "#domain/lane.ts";
import { ticksOf } from "#domain/scale.ts";
import type { Drawing } from "#domain/stage.ts";
import { fixedPlace, laneDefs, lanePicture, stageMark } from "./lane-picture.ts";
import { palette } from "./palette.ts";
import { gutter, sheet, sheetHead, sheetWidth } from "./sheet.ts";
import { element } from "./svg.ts";
import { fitted, textLine } from "./text.ts";
import type { TimelinePicture } from "./timeline-picture.ts";

export interface AgreementPicture extends Omit<TimelinePicture, "lanes"> {
  lane: TimelinePicture["lanes"][number];
  phases: readonly { drawing: Drawing; label: string; when: string }[];
}

const width = sheetWidth - 2 * gutter;
const perRow = 5;

/** The whole picture, as SVG. */
export function agreementPicture(picture: AgreementPicture): string {
  const { lane, phases, window, on, until, ghosts } = picture;
  const head = sheetHead(picture);
  const y = head.height + 40;
  const layout = layoutLane({ steps: lane.steps, expected: lane.expected, window, on, until, ghosts });
  const ticks = ticksOf(window, width, width).map(({ x, label, suffix, year }) => {
    const at = gutter + (x / 100) * width;
    return [
      element("line", { x1: at, x2: at, y1: y - 30, y2: y + 30, stroke: palette.line }),
      textLine(suffix ? `${label} ${suffix}` : label, at, y + 48, {
        size: 13,
        fill: year ? palette.ink2 : palette.ink3,
        weight: year ? 600 : 400,
        anchor: x < 3 ? "start" : x > 97 ? "end" : "middle",
      }),
    ].join("");
  });
  const cell = width / Math.min(perRow, Math.max(phases.length, 1));
  const told = phases.map(({ drawing, label, when }, index) => {
    const x = gutter + (index % perRow) * cell;
    const top = y + 92 + Math.floor(index / perRow) * 60;
    return [
      stageMark(drawing, x + 8, top, 1, palette.bg),
      textLine(label, x + 24, top + 5, { size: 15, fill: palette.ink, weight: 600 }),
      textLine(fitted(when, (cell - 34) / 13.5), x + 24, top + 26, { size: 13.5 }),
    ].join("");
  });
  const body = [
    laneDefs(),
    ...ticks,
    lanePicture(layout, fixedPlace(gutter, width, { y, thickness: 1.9, mark: 1.4, ground: palette.bg })),
    ...told,
  ].join("");
  return sheet(picture, head.svg, body, y + 92 + Math.ceil(phases.length / perRow) * 60);
}

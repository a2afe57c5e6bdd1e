/** A lane for pictures that leave the page: the layout of the page's own lanes, in pixels and fixed colours. */
import type { LaneLayout, LaneMark, LaneSegment } from "#domain/lane.ts";
import { type Drawing, drawings } from "#domain/stage.ts";
import { drawingStyles } from "../stage-drawing.ts";
import { type Outline, stageHalos, stageOutlines } from "../stage-outline.ts";
import { palette, stageColours } from "./palette.ts";
import { element } from "./svg.ts";

/** Where a lane stands and how large its marks and lines are. */
export interface LanePlace {
  x: number;
  y: number;
  width: number;
  thickness: number;
  mark: number;
  ground?: string;
}

const ghostOpacity = 0.26;

/** What lanes refer to: the hatch of consent and the fades of dates that are not exact. */
export const laneDefs = (): string =>
  element(
    "defs",
    {},
    element(
      "pattern",
      { id: "hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      element("rect", { width: 5, height: 5, fill: "#cfe8e7" }),
      element("rect", { width: 2.4, height: 5, fill: stageColours.ratifying }),
    ),
    ...drawings.map((drawing) =>
      element(
        "linearGradient",
        { id: `fade-${drawing}` },
        element("stop", { offset: 0, stopColor: stageColours[drawing], stopOpacity: 0 }),
        element("stop", { offset: 1, stopColor: stageColours[drawing] }),
      ),
    ),
  );

function outlined({ tag, attributes }: Outline, ink: string, ground: string): string {
  const colours: Record<string, string> = { ink, ground };
  const filled = Object.entries(attributes).map(([name, value]) => [name, colours[String(value)] ?? value]);
  return element(tag, Object.fromEntries(filled));
}

/** The mark of a stage with its halo, around a point. */
export function stageMark(drawing: Drawing, x: number, y: number, scale: number, ground: string): string {
  const ink = stageColours[drawing];
  return element(
    "g",
    { transform: `translate(${Math.round(x * 100) / 100} ${y}) scale(${scale})` },
    outlined(stageHalos[drawing], ink, ground),
    ...stageOutlines[drawing].map((outline) => outlined(outline, ink, ground)),
  );
}

function segmentOf(segment: LaneSegment, { x, y, width, thickness }: LanePlace): string {
  const { drawing, start, end, soft, held, ghost } = segment;
  const at = (percent: number) => x + (percent / 100) * width;
  const ink = stageColours[drawing];
  const line = { x1: at(start), x2: at(end), y1: y, y2: y, stroke: ink };
  if (ghost) return element("line", { ...line, strokeWidth: 2, opacity: ghostOpacity });
  if (drawing === "announced")
    return element("line", { ...line, strokeWidth: 2, strokeDasharray: "0.1 5", strokeLinecap: "round" });
  const height = drawingStyles[drawing].thickness * thickness;
  if (held) return element("line", { ...line, strokeWidth: height, strokeDasharray: "7 5" });
  const bar = { y: y - height / 2, height };
  const solid = soft ?? start;
  const fill = drawing === "ratifying" ? "url(#hatch)" : ink;
  return [
    soft === null
      ? ""
      : element("rect", { ...bar, x: at(start), width: at(soft) - at(start), fill: `url(#fade-${drawing})` }),
    end > solid ? element("rect", { ...bar, x: at(solid), width: at(end) - at(solid), fill }) : "",
  ].join("");
}

function markOf(mark: LaneMark, { x, y, width, mark: scale, ground = palette.surface }: LanePlace): string {
  const { drawing, ghost, expected } = mark;
  const at = x + (mark.x / 100) * width;
  if (!expected && !ghost) return stageMark(drawing, at, y, scale, ground);
  const shape = expected ? drawingStyles[drawing].hollow : drawing;
  const opacity = expected ? 0.62 : ghostOpacity;
  return element("g", { opacity }, stageMark(shape, at, y, scale * 0.75, ground));
}

/** Segments, then marks. It needs {@link laneDefs} once in the picture. */
export const lanePicture = ({ segments, marks }: LaneLayout, place: LanePlace): string =>
  [...segments.map((segment) => segmentOf(segment, place)), ...marks.map((mark) => markOf(mark, place))].join(
    "",
  );

/** A lane for pictures that leave the page: the layout of the page's own lanes, in pixels and fixed colours. */
import type { LaneLayout, LaneMark, LaneSegment } from "#domain/lane.ts";
import { type Drawing, drawings } from "#domain/stage.ts";
import { drawingStyles } from "../stage-drawing.ts";
import { type Outline, stageHalos, stageOutlines } from "../stage-outline.ts";
import { stageColours } from "./palette.ts";
import { element } from "./svg.ts";

/** Where a lane stands, how large its marks and lines are, and what it is coloured with. */
export interface LanePlace {
  /** Where a percentage of the window lies, and how wide one is: pixels, or percent of what the lane stands in. */
  at: (percent: number) => number | string;
  span: (percent: number) => number | string;
  y: number;
  thickness: number;
  mark: number;
  ground: string;
  ink: (drawing: Drawing) => string;
}

/** A lane of fixed width in the colours of print. */
export const fixedPlace = (
  x: number,
  width: number,
  look: Pick<LanePlace, "y" | "thickness" | "mark" | "ground">,
): LanePlace => ({
  ...look,
  at: (percent) => x + (percent / 100) * width,
  span: (percent) => (percent / 100) * width,
  ink: (drawing) => stageColours[drawing],
});

const ofWidth = (percent: number): string => `${Math.round(percent * 100) / 100}%`;

/** A lane as wide as what it stands in, in the colours of the page around it. */
export const fluidPlace = (look: Pick<LanePlace, "y" | "thickness" | "mark">): LanePlace => ({
  ...look,
  at: ofWidth,
  span: ofWidth,
  ground: "var(--bg)",
  ink: (drawing) => `var(--st-${drawing})`,
});

const ghostOpacity = 0.26;

/** What lanes refer to: the hatch of consent and the fades of dates that are not exact. */
export const laneDefs = (ink: LanePlace["ink"] = (drawing) => stageColours[drawing]): string =>
  element(
    "defs",
    {},
    element(
      "pattern",
      { id: "hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      element("rect", { width: 5, height: 5, fill: ink("ratifying"), fillOpacity: 0.24 }),
      element("rect", { width: 2.4, height: 5, fill: ink("ratifying") }),
    ),
    ...drawings.map((drawing) =>
      element(
        "linearGradient",
        { id: `fade-${drawing}` },
        element("stop", { offset: 0, stopColor: ink(drawing), stopOpacity: 0 }),
        element("stop", { offset: 1, stopColor: ink(drawing) }),
      ),
    ),
  );

function outlined({ tag, attributes }: Outline, ink: string, ground: string): string {
  const colours: Record<string, string> = { ink, ground };
  const filled = Object.entries(attributes).map(([name, value]) => [name, colours[String(value)] ?? value]);
  return element(tag, Object.fromEntries(filled));
}

const silhouette = (drawing: Drawing, ink: string, ground: string): string =>
  [stageHalos[drawing], ...stageOutlines[drawing]].map((outline) => outlined(outline, ink, ground)).join("");

/** The mark of a stage with its halo, around a point, in the colours of print. */
export const stageMark = (drawing: Drawing, x: number, y: number, scale: number, ground: string): string =>
  element(
    "g",
    { transform: `translate(${Math.round(x * 100) / 100} ${y}) scale(${scale})` },
    silhouette(drawing, stageColours[drawing], ground),
  );

function segmentOf(segment: LaneSegment, { at, span, y, thickness, ink }: LanePlace): string {
  const { drawing, start, end, soft, held, ghost } = segment;
  const line = { x1: at(start), x2: at(end), y1: y, y2: y, stroke: ink(drawing) };
  if (ghost) return element("line", { ...line, strokeWidth: 2, opacity: ghostOpacity });
  if (drawing === "announced")
    return element("line", { ...line, strokeWidth: 2, strokeDasharray: "0.1 5", strokeLinecap: "round" });
  const height = drawingStyles[drawing].thickness * thickness;
  if (held) return element("line", { ...line, strokeWidth: height, strokeDasharray: "7 5" });
  const bar = { y: y - height / 2, height };
  const solid = soft ?? start;
  const fill = drawing === "ratifying" ? "url(#hatch)" : ink(drawing);
  return [
    soft === null
      ? ""
      : element("rect", { ...bar, x: at(start), width: span(soft - start), fill: `url(#fade-${drawing})` }),
    end > solid ? element("rect", { ...bar, x: at(solid), width: span(end - solid), fill }) : "",
  ].join("");
}

function markOf({ drawing, ghost, expected, x }: LaneMark, place: LanePlace): string {
  const { at, y, mark, ground, ink } = place;
  const faint = expected || ghost;
  const shape = expected ? drawingStyles[drawing].hollow : drawing;
  return element(
    // A transform knows no percent; a nested SVG stands at one.
    "svg",
    { x: at(x), y, overflow: "visible", opacity: expected ? 0.62 : ghost ? ghostOpacity : undefined },
    element(
      "g",
      { transform: `scale(${Math.round((faint ? mark * 0.75 : mark) * 1000) / 1000})` },
      silhouette(shape, ink(drawing), ground),
    ),
  );
}

/** Segments, then marks. It needs {@link laneDefs} once in the picture. */
export const lanePicture = ({ segments, marks }: LaneLayout, place: LanePlace): string =>
  [...segments.map((segment) => segmentOf(segment, place)), ...marks.map((mark) => markOf(mark, place))].join(
    "",
  );

/**
 * The silhouettes of stages as plain data, for the page and for pictures alike: around 0,0 in a box of 16 px.
 * Circle: talking; diamond: paper; square: law. `ink` is the stage's colour, `ground` that of the surface beneath.
 */
import type { Drawing } from "#domain/stage.ts";

export interface Outline {
  tag: "circle" | "path" | "rect";
  attributes: Readonly<Record<string, string | number>>;
}

const outline = (tag: Outline["tag"], attributes: Outline["attributes"]): Outline => ({ tag, attributes });
const hollow = { fill: "ground", stroke: "ink", strokeWidth: 2 } as const;
const stroke = { fill: "none", stroke: "ink", strokeLinecap: "round" } as const;

export const stageOutlines: Record<Drawing, readonly Outline[]> = {
  announced: [outline("circle", { r: 4, ...hollow })],
  talks: [outline("circle", { r: 5, fill: "ink" })],
  hold: [outline("path", { d: "M-2.6-4.6v9.2M2.6-4.6v9.2", ...stroke, strokeWidth: 2.6 })],
  agreed: [outline("path", { d: "M0-5.6 5.6 0 0 5.6-5.6 0Z", ...hollow, strokeLinejoin: "round" })],
  signed: [
    outline("path", {
      d: "M0-6.6 6.6 0 0 6.6-6.6 0Z",
      fill: "ink",
      stroke: "ink",
      strokeWidth: 0.8,
      strokeLinejoin: "round",
    }),
  ],
  ratifying: [outline("rect", { x: -4.6, y: -4.6, width: 9.2, height: 9.2, rx: 1.6, ...hollow })],
  force: [
    outline("rect", { x: -5.6, y: -5.6, width: 11.2, height: 11.2, rx: 2.2, fill: "ink" }),
    outline("path", {
      d: "M-2.7.2-.7 2.2 2.9-2",
      fill: "none",
      stroke: "ground",
      strokeWidth: 1.7,
      strokeLinecap: "round",
      strokeLinejoin: "round",
    }),
  ],
  ended: [outline("path", { d: "M-4-4 4 4M4-4-4 4", ...stroke, strokeWidth: 2.4 })],
};

/** The same silhouettes, 2 px larger in the colour of the ground: they keep a mark apart from its line. */
export const stageHalos: Record<Drawing, Outline> = {
  announced: outline("circle", { r: 6.6, fill: "ground" }),
  talks: outline("circle", { r: 6.8, fill: "ground" }),
  hold: outline("rect", { x: -6, y: -7, width: 12, height: 14, rx: 3, fill: "ground" }),
  agreed: outline("path", { d: "M0-8.6 8.6 0 0 8.6-8.6 0Z", fill: "ground" }),
  signed: outline("path", { d: "M0-9.2 9.2 0 0 9.2-9.2 0Z", fill: "ground" }),
  ratifying: outline("rect", { x: -7.2, y: -7.2, width: 14.4, height: 14.4, rx: 3, fill: "ground" }),
  force: outline("rect", { x: -7.4, y: -7.4, width: 14.8, height: 14.8, rx: 3.4, fill: "ground" }),
  ended: outline("circle", { r: 6.6, fill: "ground" }),
};

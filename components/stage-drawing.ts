/** How each kind of stage looks: its name, how thick its line is, and the hollow silhouette of its expectation. */
import type { Drawing } from "#domain/stage.ts";

interface DrawingStyle {
  /** The name of the group of stages that are drawn so. */
  label: string;
  /** Pixels on a timeline's lane. */
  thickness: number;
  /** Circle for talking, diamond for paper, square for law: the hollow form of the same shape. */
  hollow: Drawing;
}

export const drawingStyles: Record<Drawing, DrawingStyle> = {
  announced: { label: "Proposed", thickness: 2, hollow: "announced" },
  talks: { label: "Negotiating", thickness: 4, hollow: "announced" },
  hold: { label: "Paused", thickness: 4, hollow: "announced" },
  agreed: { label: "Text agreed", thickness: 6, hollow: "agreed" },
  signed: { label: "Signed", thickness: 8, hollow: "agreed" },
  ratifying: { label: "Consenting", thickness: 8, hollow: "ratifying" },
  force: { label: "In force or effect", thickness: 10, hollow: "ratifying" },
  ended: { label: "Ended", thickness: 2, hollow: "ended" },
};

/** The same names in the order of the path, for code that also runs in the browser: the rules of stages stay behind. */
export const drawingCodes = Object.keys(drawingStyles) as Drawing[];

/** The look in print: the light colours of `app/styles/tokens.css`, which a test compares, and the typefaces. */
import type { Drawing } from "#domain/stage.ts";

export const palette = {
  bg: "#fbfaf7",
  surface: "#ffffff",
  ink: "#17202b",
  ink2: "#48515c",
  ink3: "#636b74",
  line: "#e2dfda",
  line2: "#868c93",
} as const;

export const stageColours: Record<Drawing, string> = {
  announced: "#686c73",
  talks: "#be7917",
  hold: "#48515c",
  agreed: "#b84921",
  signed: "#2c55c3",
  ratifying: "#279895",
  force: "#0b513c",
  ended: "#48515c",
};

/** Family names; a program that has neither falls back. */
export const sans = "IBM Plex Sans, Helvetica, Arial, sans-serif";
export const serif = "Source Serif 4, Georgia, serif";

const cuts: Record<number, string> = { 500: "Medium", 600: "SemiBold" };

/** The families for a weight: font files of one weight go by a name of their own, such as `IBM Plex Sans SemiBold`. */
export function familyOf(families: string, weight: number): string {
  const cut = cuts[weight];
  return cut === undefined ? families : `${families.split(",")[0]} ${cut}, ${families}`;
}

/** What pictures at print quality share: a title, the day, the rule, and a foot with sources, address and licence. */

import { xmlText } from "#domain/xml.ts";
import { palette, serif } from "./palette.ts";
import { element } from "./svg.ts";
import { textLine, wrapped } from "./text.ts";

export interface Sheet {
  title: string;
  /** What it is as of, and by which rule it is counted. */
  subtitle: string;
  /** Where the picture comes from: sources, address, licence. */
  foot: readonly string[];
}

export const sheetWidth = 1376;
export const gutter = 32;

/** The head of a sheet and the height that it takes. */
export function sheetHead({ title, subtitle }: Sheet): { svg: string; height: number } {
  const lines = wrapped(title, (sheetWidth - 2 * gutter) / 34, 3);
  const last = 56 + (lines.length - 1) * 40;
  return {
    svg: [
      ...lines.map((line, index) =>
        textLine(line, gutter, 56 + index * 40, { size: 34, fill: palette.ink, weight: 600, family: serif }),
      ),
      textLine(subtitle, gutter, last + 32, { size: 16 }),
    ].join(""),
    height: last + 56,
  };
}

/** A whole sheet around its body; `height` is that of head and body. */
export function sheet({ title, foot }: Sheet, head: string, body: string, height: number): string {
  const whole = height + 40 + foot.length * 20;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: sheetWidth,
      height: whole,
      viewBox: `0 0 ${sheetWidth} ${whole}`,
      role: "img",
    },
    element("title", {}, xmlText(title)),
    element("rect", { width: sheetWidth, height: whole, fill: palette.bg }),
    head,
    body,
    ...foot.map((line, index) =>
      textLine(line, gutter, height + 32 + index * 20, { size: 13, fill: palette.ink3 }),
    ),
  );
}

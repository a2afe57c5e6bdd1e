/** Lines of text of about the right width: pictures are made without a browser, so widths are estimated, on the safe side. */

import { xmlText } from "#domain/xml.ts";
import { familyOf, palette, sans } from "./palette.ts";
import { type Attributes, element } from "./svg.ts";

const narrow = /[\sijlI.,;:'’|!()[\]/-]/;
const wide = /[mwMW—@%]/;
const capital = /[\p{Lu}\d–&]/u;

/** The width of a text in ems. */
export const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, sign) =>
      sum + (narrow.test(sign) ? 0.3 : wide.test(sign) ? 0.86 : capital.test(sign) ? 0.65 : 0.54),
    0,
  );

/** A text that fits a width in ems, cut at its end with an ellipsis where it must be. */
export function fitted(text: string, ems: number): string {
  if (widthOf(text) <= ems) return text;
  const signs = [...text];
  while (signs.length > 0 && widthOf(signs.join("")) > ems - 0.9) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}

/** A text broken into lines of at most `ems` each; what is beyond `most` lines is cut with an ellipsis. */
export function wrapped(text: string, ems: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || widthOf(longer) <= ems) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return lines.map((full) => fitted(full, ems));
  return [...lines.slice(0, most - 1), fitted(lines.slice(most - 1).join(" "), ems)];
}

interface TextStyle {
  size: number;
  fill?: string;
  weight?: number;
  family?: string;
  anchor?: "start" | "middle" | "end";
  spacing?: string;
}

/** One line of text with its baseline at `y`. */
export function textLine(
  content: string,
  x: number,
  y: number,
  { size, fill = palette.ink2, weight = 400, family = sans, anchor = "start", spacing }: TextStyle,
): string {
  const attributes: Attributes = {
    x,
    y,
    fontFamily: familyOf(family, weight),
    fontSize: size,
    fontWeight: weight,
    fill,
    textAnchor: anchor === "start" ? undefined : anchor,
    letterSpacing: spacing,
  };
  return element("text", attributes, xmlText(content));
}

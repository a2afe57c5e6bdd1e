/** A small SVG writer for pictures that leave the page: every text escaped, every number short. */

import { xmlElement } from "#domain/xml.ts";

export type Attributes = Readonly<Record<string, string | number | undefined>>;

const kebab = (name: string) =>
  name === "viewBox" || name.startsWith("pattern") || name.startsWith("gradient")
    ? name
    : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const short = (value: string | number) =>
  typeof value === "number" ? String(Math.round(value * 100) / 100) : value;

/** One element; children are elements already written, or text by `xmlText`. */
export function element(tag: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).map(([name, value]) => [
    kebab(name),
    value === undefined ? undefined : short(value),
  ]);
  return xmlElement(tag, Object.fromEntries(written), ...children);
}

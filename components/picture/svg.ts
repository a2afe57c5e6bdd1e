/** A small SVG writer for pictures that leave the page: every text escaped, every number short. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Characters that XML 1.0 has no place for, half surrogates among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as XML may hold it, in an element and in an attribute. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(illegal, "")
    .replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const kebab = (name: string) =>
  name === "viewBox" || name.startsWith("pattern") || name.startsWith("gradient")
    ? name
    : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const short = (value: string | number) =>
  typeof value === "number" ? String(Math.round(value * 100) / 100) : xmlText(value);

/** One element; children are elements already written, or text by {@link xmlText}. */
export function element(tag: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : ` ${kebab(name)}="${short(value)}"`))
    .join("");
  return children.length === 0 ? `<${tag}${written}/>` : `<${tag}${written}>${children.join("")}</${tag}>`;
}

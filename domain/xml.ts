/** XML text: escaped, and without the characters that XML 1.0 has no place for. */
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

export type Attributes = Readonly<Record<string, string | undefined>>;

/** One element; children are elements already written, or text by {@link xmlText}. */
export function xmlElement(tag: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : ` ${name}="${xmlText(value)}"`))
    .join("");
  return children.length === 0 ? `<${tag}${written}/>` : `<${tag}${written}>${children.join("")}</${tag}>`;
}

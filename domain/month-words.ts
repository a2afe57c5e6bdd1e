/** Names of months as people type them, in English, Ukrainian and French. */

const names: readonly (readonly string[])[] = [
  ["january", "січень", "січня", "janvier"],
  ["february", "лютий", "лютого", "février"],
  ["march", "березень", "березня", "mars"],
  ["april", "квітень", "квітня", "avril"],
  ["may", "травень", "травня", "mai"],
  ["june", "червень", "червня", "juin"],
  ["july", "липень", "липня", "juillet"],
  ["august", "серпень", "серпня", "août"],
  ["september", "вересень", "вересня", "septembre"],
  ["october", "жовтень", "жовтня", "octobre"],
  ["november", "листопад", "листопада", "novembre"],
  ["december", "грудень", "грудня", "décembre"],
];

/** Small letters without marks: `Août` and `aout` are one word. */
const plain = (text: string): string => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

const table = names.map((forms) => forms.map(plain));

/** The month, 1 to 12, that a word names, by three letters or more of its beginning; null when none or several do. */
export function monthOf(word: string): number | null {
  const start = plain(word).replace(/\.$/, "");
  if ([...start].length < 3) return null;
  const found = table.flatMap((forms, index) =>
    forms.some((form) => form.startsWith(start)) ? [index + 1] : [],
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

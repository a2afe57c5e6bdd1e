/** What somebody may have meant by a country that does not exist. */
import type { Vocabulary } from "./view.ts";

/** A name without marks, case and punctuation. */
export const plainName = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Insertions, deletions and replacements between two short texts (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, replaced));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** At most three codes: exact names first, then names that are near, then codes one letter away. */
export function suggestCountry(
  text: string,
  { countries, aliases }: Pick<Vocabulary, "countries" | "aliases">,
): string[] {
  const wanted = plainName(text.slice(0, 60));
  if (wanted === "") return [];
  const names = [
    ...[...countries].map(([code, name]) => ({ code, name })),
    ...[...aliases].map(([name, code]) => ({ code, name })),
  ];
  const scored = [
    ...names.map(({ code, name }) => ({
      code,
      score: editDistance(wanted, plainName(name)) / Math.max(3, wanted.length),
    })),
    ...[...countries.keys()].map((code) => ({
      code,
      score: 0.3 + editDistance(wanted, code.toLowerCase()) / 10,
    })),
  ].filter(({ score }) => score <= 0.4);
  scored.sort((a, b) => a.score - b.score || (a.code < b.code ? -1 : 1));
  return [...new Set(scored.map(({ code }) => code))].slice(0, 3);
}

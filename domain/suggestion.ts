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

/** Only near spellings count, and this far apart they are near no more. */
const farthest = 0.4;
/** A name that begins with what was typed lies between a slip of the pen and a likeness. */
const beginning = 0.2;

function nearness(wanted: string, name: string): number {
  if (wanted.length >= 2 && name.length > wanted.length && name.startsWith(wanted)) return beginning;
  const length = Math.max(3, wanted.length);
  // The difference in length bounds the distance from below and costs nothing.
  if (Math.abs(wanted.length - name.length) > farthest * length) return Number.POSITIVE_INFINITY;
  return editDistance(wanted, name) / length;
}

/**
 * At most three codes: exact names first, then names that are near or begin with the text, then codes one letter away.
 * After an exact name only the first name that begins with the text follows: UK is GB, or the start of “Ukraine”.
 */
export function suggestCountry(
  text: string,
  { countries, aliases }: Pick<Vocabulary, "countries" | "aliases">,
): string[] {
  const wanted = plainName(text.slice(0, 60));
  if (wanted === "") return [];
  const names = [...[...countries].map(([code, name]) => [name, code] as const), ...aliases];
  const scored = [
    ...names.map(([name, code]) => ({ code, score: nearness(wanted, plainName(name)) })),
    ...[...countries.keys()].map((code) => ({
      code,
      score: 0.3 + editDistance(wanted, code.toLowerCase()) / 10,
    })),
  ].filter(({ score }) => score <= farthest);
  scored.sort((a, b) => a.score - b.score || (a.code < b.code ? -1 : 1));
  if (scored[0]?.score !== 0) return [...new Set(scored.map(({ code }) => code))].slice(0, 3);
  const sure = scored.filter(({ score }) => score === 0 || score === beginning);
  return [...new Set(sure.map(({ code }) => code))].slice(0, 2);
}

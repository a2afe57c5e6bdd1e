/**
 * Text that somebody sends to be shown to every reader: in NFC, with no character that could make one text look like
 * another. Lengths are in characters (code points). Sources: Unicode TR 36 and 39, Trojan Source (CVE-2021-42574).
 */

/** A text that was read, or why it was not. */
export type ReadText = { text: string } | { problem: string };

/** Letters of scripts that write words with zero-width (non-)joiners inside. */
const joining =
  "\\p{Script=Arab}\\p{Script=Syrc}\\p{Script=Mong}\\p{Script=Nkoo}\\p{Script=Deva}\\p{Script=Beng}\\p{Script=Guru}\\p{Script=Gujr}\\p{Script=Orya}\\p{Script=Taml}\\p{Script=Telu}\\p{Script=Knda}\\p{Script=Mlym}\\p{Script=Sinh}\\p{Script=Khmr}\\p{Script=Mymr}\\p{M}";
const rightfulJoiner = new RegExp(`(?<=[${joining}])[\\u200C\\u200D](?=[${joining}])`, "gu");

/**
 * Control, format, private, unassigned and half characters, line and paragraph separators, and letters and marks
 * that show nothing: Hangul fillers, the Khmer inherent vowels, the Braille blank, the grapheme joiner, variation
 * selectors.
 */
const deceptive =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\u2800\u3164\uFFA0]|\u034F|\u115F|\u1160|\u17B4|\u17B5|[\u180B-\u180F]|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/u;
const heapOfMarks = /\p{M}{9,}/u;

const named = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

function check(text: string, inLines: boolean): string | null {
  const plain = text.replace(rightfulJoiner, "");
  const found = deceptive.exec(inLines ? plain.replace(/[\n\t]/g, "") : plain);
  if (found) return `the character ${named(found[0])} cannot be seen and is not taken`;
  return heapOfMarks.test(text) ? "no more than eight accents on one letter" : null;
}

function read(raw: string, most: number, tidy: (text: string) => string, inLines: boolean): ReadText {
  // Far longer than the limit in any form: not worth the work of normalising.
  if (raw.length > most * 4 + 100) return { problem: `${most} characters at most` };
  const text = tidy(raw.normalize("NFC"));
  const problem = check(text, inLines);
  if (problem !== null) return { problem };
  // Only now: a byte order mark counts as white space, and would vanish unseen.
  const trimmed = text.trim();
  const length = [...trimmed].length;
  if (length > most) return { problem: `${most} characters at most; there are ${length}` };
  return { text: trimmed };
}

const onOneLine = (text: string): string =>
  text.replace(/[\s\u0085]+/g, (run) => (/[\u2028\u2029\uFEFF]/.test(run) ? run : " "));
const withLineBreaks = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => (/\uFEFF|\u2028|\u2029/.test(line) ? line : line.trimEnd()))
    .join("\n");

/** One line, such as a name or a title: runs of white space become one space. May be empty. */
export const readLine = (raw: string, most: number): ReadText => read(raw, most, onOneLine, false);

/** Prose in lines and paragraphs. May be empty. */
export const readProse = (raw: string, most: number): ReadText => read(raw, most, withLineBreaks, true);

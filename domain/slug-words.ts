/** Names for addresses, made of words: small letters, digits and hyphens. */

const spelledOut: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** The words of a text joined by hyphens; accents are dropped, letters that have no Latin form too. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => spelledOut[letter] ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** What an agreement is called in its address: sides, type and year. */
export function agreementSlug(sides: readonly string[], type: string, year: string): string {
  const words = [...sides, type.replace(/-agreement$/, ""), year].map(slugOf).filter(Boolean).join("-");
  return words.slice(0, 90).replace(/-+$/, "");
}

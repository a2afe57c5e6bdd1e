/** Who the partner is: the side that is not the country which all rows share. */
import type { Row } from "./wire.ts";

type Sided = Pick<Row, "sides">;

/** The code of the country that is a side of every row, so that "partner" means the other side; null when there is none. */
export function focusOf(rows: readonly Sided[]): string | null {
  const [first, ...rest] = rows.map(({ sides }) => sides.flat().map(({ code }) => code));
  return first?.find((code) => rest.every((codes) => codes.includes(code))) ?? null;
}

/** The side across from the focus; without a focus, side 2. */
export function partnerOf({ sides }: Sided, focus: string | null): Row["sides"][number] {
  const focusFirst = focus === null || (sides[0]?.some(({ code }) => code === focus) ?? true);
  return (focusFirst ? sides[1] : sides[0]) ?? [];
}

const sideInWords = (side: Row["sides"][number]): string => side.map(({ name }) => name).join(", ");

/** Both sides in words: `Ukraine and Luxembourg`. */
export const pairInWords = ({ sides }: Sided): string => sides.map(sideInWords).join(" and ");

/** The partner in words where there is a focus, else both sides: what a row is called in a list. */
export const rowName = (row: Sided, focus: string | null): string =>
  focus === null ? row.sides.map(sideInWords).join(" – ") : sideInWords(partnerOf(row, focus));

/** Names for a list: where a partner has several agreements in it, each gets its year too, so that no two are called alike. */
export function rowNames(
  rows: readonly (Sided & Pick<Row, "slug" | "signedOn" | "stage">)[],
  focus: string | null,
): Map<string, string> {
  const plain = rows.map((row) => rowName(row, focus));
  return new Map(
    rows.map((row, index) => {
      const name = plain[index] ?? "";
      const twin = plain.filter((other) => other === name).length > 1;
      const year = (row.signedOn ?? row.stage.since)?.slice(0, 4);
      return [row.slug, twin && year !== undefined ? `${name} ${year}` : name];
    }),
  );
}

/** What the rows have in common, for the line above a title: `Ukraine, bilateral agreements`, or null. */
export function commonGround(rows: readonly Sided[]): string | null {
  const focus = focusOf(rows);
  if (focus === null || rows.length < 2) return null;
  const name = rows[0]?.sides.flat().find(({ code }) => code === focus)?.name;
  return name === undefined ? null : `${name}, bilateral agreements`;
}

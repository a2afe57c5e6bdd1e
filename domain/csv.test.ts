import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, protect, unprotect, writeCsv } from "./csv.ts";

/** A reader of RFC 4180, written apart from the writer. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let rest = text;
  let line: string[] = [];
  while (rest !== "") {
    const cell = /^"((?:[^"]|"")*)"(,|\r\n)/.exec(rest);
    if (!cell) throw new Error(`No cell at ${rest.slice(0, 20)}`);
    line.push((cell[1] ?? "").replaceAll('""', '"'));
    if (cell[2] === "\r\n") {
      lines.push(line);
      line = [];
    }
    rest = rest.slice(cell[0].length);
  }
  return lines;
}

const written = (cell: Cell) => readCsv(writeCsv({ value: (row: Cell) => row }, [cell]))[1]?.[0];

const dangerous = [
  "=1+1",
  "+49 30 1234",
  "-1",
  "−1",
  "@SUM(A1)",
  "\t=1",
  "\rx",
  "  =HYPERLINK(0)",
  "\u00a0=1",
  "\ufeff=1",
  "\u200b@x",
  "\n=1",
  "＝1",
  "＋1",
  "－1",
  "＠x",
];

describe("a CSV file", () => {
  it("has quotes around every cell, CRLF after every line and its header first", () => {
    const columns = { slug: (n: number) => `row ${n}`, sources: (n: number) => n, place: () => null };
    expect(writeCsv(columns, [1, 2])).toBe(
      '"slug","sources","place"\r\n"row 1","1",""\r\n"row 2","2",""\r\n',
    );
    expect(writeCsv(columns, [])).toBe('"slug","sources","place"\r\n');
  });

  it.each(dangerous)("does not let %j be taken for a formula", (text) => {
    expect(written(text)).toBe(`'${text}`);
    expect(unprotect(protect(text))).toBe(text);
  });

  it.each(["Kyiv", "a=b", "1-2", "'quoted'", "", " ", "Côte d’Ivoire", "say “no”, or\r\nnot"])(
    "leaves %j as it is",
    (text) => {
      expect(written(text)).toBe(text);
    },
  );

  it("leaves numbers as they are, also below zero", () => {
    expect(written(-12.5)).toBe("-12.5");
  });

  it("gives back any text", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom("'", " ", "\t", "\r", "=", "-", '"', ",", "\n", "＝", "a") }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (cells) => {
        const columns = Object.fromEntries(cells.map((cell, index) => [`c${index}`, () => cell]));
        const read = readCsv(writeCsv(columns, [null]))[1] ?? [];
        expect(read.map(unprotect)).toEqual(cells);
        for (const cell of read) expect(cell.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
      }),
      { numRuns: 500 },
    );
  });
});

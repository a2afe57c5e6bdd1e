import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { DomainError } from "#domain/errors.ts";
import { readColumns } from "#domain/import/columns.ts";
import { indexParties } from "#domain/import/party-names.ts";
import { readRow } from "#domain/import/read-row.ts";
import { type FileForm, type HeadedRow, importRows } from "./import-file.ts";

const folder = mkdtempSync(join(tmpdir(), "accords-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(content: string | Uint8Array, form: FileForm = "csv", charset: string | null = null) {
  const path = join(folder, "file");
  writeFileSync(path, content);
  const rows: HeadedRow[] = [];
  for await (const row of importRows({ path, form, charset })) rows.push(row);
  return rows;
}
const cells = (rows: readonly HeadedRow[]) => rows.map(({ row }) => ({ ...row.cells }));
const faults = (rows: readonly HeadedRow[]) =>
  rows.flatMap(({ row }) => row.faults.map(({ column, message }) => `${row.row} ${column}: ${message}`));

describe("a CSV", () => {
  test.each([
    ["commas", "title,a\r\nT,1\r\n"],
    ["semicolons", "title;a\nT;1\n"],
    ["tabs", "title\ta\nT\t1"],
    ["quotes", '"title","a"\n"T","1"\n'],
    ["a mark", "\uFEFFtitle,a\nT,1"],
    ["old line ends", "title,a\rT,1\r"],
    ["mixed line ends", "title,a\r\nT,1\n"],
  ])("with %s", async (_name, text) => {
    expect(cells(await read(text))).toEqual([{ title: "T", a: "1" }]);
  });

  test("lines in cells, quotes in cells, blank lines, rows counted as the file has them", async () => {
    const rows = await read('title,a\n"one\ntwo","say ""x"""\n\nlast,2\n,\n');
    expect(rows.map(({ row }) => row.row)).toEqual([2, 4, 5]);
    expect(cells(rows)[0]).toEqual({ title: "one\ntwo", a: 'say "x"' });
  });

  test("a ragged row, a huge cell, bad bytes and an open quote are faults of their rows", async () => {
    const bytes = Buffer.concat([
      Buffer.from("title,a\nok,1\nshort\nlong,1,2\n"),
      Buffer.from("Caf\xe9,1\n", "latin1"),
      Buffer.from(`${"x".repeat(1_100_000)},1\n`),
      Buffer.from('"never closed,1\nlost,2\n'),
    ]);
    expect(faults(await read(bytes))).toEqual([
      "3 row: The row has 1 cells and the header 2.",
      "4 row: The row has 3 cells and the header 2.",
      expect.stringMatching(/^5 title: The text is not UTF-8.*charset=windows-1252/),
      "6 title: The cell has 1100000 bytes; 100000 at most.",
      expect.stringMatching(/^7 row: .*never closed/),
    ]);
  });

  test("in another charset, where it is declared or marked", async () => {
    const latin = Buffer.from("title,a\nCaf\xe9,1\n", "latin1");
    expect(cells(await read(latin, "csv", "iso-8859-1"))).toEqual([{ title: "Café", a: "1" }]);
    const utf16 = Buffer.from("\uFEFFtitle,a\nCafé,1\n", "utf16le");
    expect(cells(await read(utf16))).toEqual([{ title: "Café", a: "1" }]);
    await expect(read(utf16.subarray(0, -1))).rejects.toThrow("middle of a character");
  });

  test("nothing, and a header that is no text, are refused", async () => {
    await expect(read("")).rejects.toThrow("empty");
    await expect(read("\n\n")).rejects.toThrow("empty");
    await expect(read(Buffer.from("Caf\xe9,a\n", "latin1"))).rejects.toThrow("header of column 1");
    expect(await read("title,a\n")).toEqual([]);
  });
});

describe("JSON", () => {
  test("a list, an answer of the API, lines: one row each", async () => {
    const row = {
      title: "T",
      sides: [[{ code: "UA", name: "Ukraine" }], [{ code: "LU", name: "Luxembourg" }]],
      tags: ["a", "b"],
      signedOn: null,
    };
    const wanted = [{ title: "T", side1: "UA", side2: "LU", tags: "a; b", signedOn: "" }];
    expect(cells(await read(JSON.stringify([row]), "json"))).toEqual(wanted);
    expect(cells(await read(JSON.stringify({ data: [row], page: { next: null } }), "json"))).toEqual(wanted);
    expect(cells(await read(`${JSON.stringify(row)}\n`, "lines"))).toEqual(wanted);
  });

  test("what is no record is a fault of its row", async () => {
    expect(faults(await read('[1, {"title":"T"}, "x", [2], {"a":]', "json"))).toEqual([
      "1 row: The record is no object with named values.",
      "3 row: The record is no object with named values.",
      "4 row: The record is no object with named values.",
      "5 row: The file ends in the middle of this record.",
    ]);
    expect(faults(await read('[{"title":"T"}] [{"title":"U"}]', "json"))).toEqual([
      "2 row: Something follows the end of the list.",
    ]);
  });
});

test("10,000 broken files: each row is read or has its reason, and nothing else is thrown than a refusal", async () => {
  const context = {
    index: indexParties([], {}),
    chosen: new Map<string, string[]>(),
    order: undefined,
    today: "2026-11-25",
    frameworks: new Set<string>(),
  };
  const good =
    'id,title,party1,party2,signed\n1,"A, treaty",France,Spain,1990-05-04\n2,B,Italy,"Peru;Chile",1991\n';
  const bytes = Buffer.from(good);
  const change = fc.record({
    at: fc.nat(bytes.length),
    cut: fc.nat(6),
    put: fc.uint8Array({ maxLength: 5 }),
  });
  const odd = fc.constantFrom(
    '"',
    ",",
    "\n",
    "\r\n",
    "\u0000",
    "\uFEFF",
    "\xff",
    '""',
    "=1+1",
    "\u202e",
    "__proto__",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 4 }),
      odd,
      fc.constantFrom<FileForm>("csv", "json", "lines"),
      async (changes, text, form) => {
        let file: Buffer = bytes;
        for (const { at, cut, put } of changes)
          file = Buffer.concat([
            file.subarray(0, at),
            put,
            Buffer.from(text, "latin1"),
            file.subarray(at + cut),
          ]);
        try {
          for (const { headers, row } of await read(file, form)) {
            const reading = readRow(row, readColumns(headers), context);
            if ("reasons" in reading) expect(reading.reasons.length).toBeGreaterThan(0);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      },
    ),
    { seed: 7, numRuns: 10_000 },
  );
}, 120_000);

import { describe, expect, it } from "vitest";
import type { Cell } from "./csv.ts";
import { type Sheet, workbookFiles } from "./workbook.ts";

const sheet = (cells: Cell[]): Sheet => ({
  name: "Rows & more",
  columns: [{ width: 12 }],
  frozen: 1,
  rows: (async function* () {
    yield [{ cells, bold: "none" }];
  })(),
});

async function textOf(sheets: Sheet[], path: string): Promise<string> {
  const file = workbookFiles(sheets).find((one) => one.path === path);
  if (!file) throw new Error(`There is no ${path}.`);
  let text = "";
  for await (const part of file.text) text += part;
  return text;
}

const cellsOf = async (cells: Cell[]) =>
  (/<row r="1">(.*)<\/row>/s.exec(await textOf([sheet(cells)], "xl/worksheets/sheet1.xml")) ?? [])[1];

describe("a workbook", () => {
  it("holds numbers as numbers, text as text, and nothing where nothing is known", async () => {
    expect(await cellsOf([12, null, "Kyiv"])).toBe(
      '<c r="A1"><v>12</v></c><c r="C1" t="inlineStr"><is><t xml:space="preserve">Kyiv</t></is></c>',
    );
  });

  it.each([
    ["=1+1", "=1+1"],
    ["a <b> & “c”", "a &lt;b&gt; &amp; “c”"],
    ["_x0041_", "_x005F_x0041_"],
    ["bell\u0007", "bell"],
    [" kept ", " kept "],
  ])("keeps %j as text", async (text, written) => {
    expect(await cellsOf([text])).toBe(
      `<c r="A1" t="inlineStr"><is><t xml:space="preserve">${written}</t></is></c>`,
    );
  });

  it("names the cells of wide rows as spreadsheets do", async () => {
    const cells = await cellsOf(Array.from({ length: 703 }, (_, index) => index));
    for (const [place, value] of [
      ["Z1", 25],
      ["AA1", 26],
      ["ZZ1", 701],
      ["AAA1", 702],
    ])
      expect(cells).toContain(`<c r="${place}"><v>${value}</v></c>`);
  });

  it("cuts what is longer than a cell may be, and shows that it did", async () => {
    const [, held = ""] = /<t [^>]*>([^<]*)</.exec((await cellsOf(["x".repeat(40_000)])) ?? "") ?? [];
    expect([held.length, held.at(-1)]).toEqual([32_767, "…"]);
  });

  it("names each sheet in the workbook, its relations and its types", async () => {
    const sheets = () => [sheet([1]), sheet([2])];
    expect(await textOf(sheets(), "xl/workbook.xml")).toContain(
      'name="Rows &amp; more" sheetId="2" r:id="rId2"',
    );
    expect(await textOf(sheets(), "xl/_rels/workbook.xml.rels")).toContain(
      'Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"',
    );
    expect(await textOf(sheets(), "[Content_Types].xml")).toContain('PartName="/xl/worksheets/sheet2.xml"');
    expect(await textOf(sheets(), "xl/worksheets/sheet1.xml")).toContain('<pane ySplit="1"');
  });
});

/**
 * A workbook as the files that it is packed of (Office Open XML, ECMA-376, part 1: SpreadsheetML), each as text in parts:
 * a sheet of any length is never held whole. Text stands in its cell, so it is never taken for a formula or a date.
 */
import type { Cell } from "./csv.ts";
import { xmlElement, xmlText } from "./xml.ts";

export interface SheetColumn {
  /** Width in characters. */
  width: number;
}

export interface Sheet {
  /** What its tab says: 31 characters at most. */
  name: string;
  columns: readonly SheetColumn[];
  rows: AsyncIterable<readonly SheetRow[]>;
  /** How many rows stay in sight. */
  frozen: number;
}

export interface SheetRow {
  cells: readonly Cell[];
  /** Which of its cells are bold. */
  bold: "all" | "first" | "none";
}

export interface PackedFile {
  path: string;
  text: AsyncIterable<string>;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A cell may hold 32,767 characters (ECMA-376, 18.3.1.4 and Excel's own limits); a longer text says that it is cut. */
const mostInCell = 32_767;
const fitting = (text: string): string =>
  text.length <= mostInCell ? text : `${text.slice(0, mostInCell - 1).toWellFormed()}…`;

/** Text as a spreadsheet reads it: what looks like one of its own escapes (`_x0041_`) is escaped (22.9.2.19). */
const cellText = (text: string): string => xmlText(fitting(text).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_"));

/** The name of a column, counted from 0: A to Z, then AA. */
const columnName = (index: number): string =>
  (index < 26 ? "" : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/** Places are written out: they may be left to be counted (18.3.1.4), but not every program does. */
function cellXml(cell: Cell, place: string, isBold: boolean): string {
  if (cell === null) return "";
  const start = `<c r="${place}"${isBold ? ' s="1"' : ""}`;
  return typeof cell === "number"
    ? `${start}><v>${cell}</v></c>`
    : `${start} t="inlineStr"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`;
}

function rowXml({ cells, bold }: SheetRow, row: number): string {
  const written = cells.map((cell, index) =>
    cellXml(cell, columnName(index) + row, bold === "all" || (bold === "first" && index === 0)),
  );
  return `<row r="${row}">${written.join("")}</row>`;
}

async function* sheetXml({ columns, rows, frozen }: Sheet): AsyncGenerator<string> {
  const pane =
    frozen === 0
      ? ""
      : `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const widths = columns
    .map(
      ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    )
    .join("");
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths}</cols><sheetData>`;
  let row = 0;
  for await (const part of rows) {
    const before = row;
    row += part.length;
    yield part.map((one, index) => rowXml(one, before + index + 1)).join("");
  }
  yield "</sheetData></worksheet>";
}

const styles =
  `<styleSheet xmlns="${main}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>' +
  "</styleSheet>";

const relation = (id: string, type: string, target: string) =>
  xmlElement("Relationship", { Id: id, Type: `${relations}/${type}`, Target: target });
const relationships = (...all: readonly string[]) =>
  xmlElement("Relationships", { xmlns: packageRelations }, ...all);

const contentTypes = (sheets: number) =>
  xmlElement(
    "Types",
    { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" },
    xmlElement("Default", {
      Extension: "rels",
      ContentType: "application/vnd.openxmlformats-package.relationships+xml",
    }),
    xmlElement("Override", { PartName: "/xl/workbook.xml", ContentType: `${types}.sheet.main+xml` }),
    xmlElement("Override", { PartName: "/xl/styles.xml", ContentType: `${types}.styles+xml` }),
    ...Array.from({ length: sheets }, (_, index) =>
      xmlElement("Override", {
        PartName: `/xl/worksheets/sheet${index + 1}.xml`,
        ContentType: `${types}.worksheet+xml`,
      }),
    ),
  );

async function* once(text: string): AsyncGenerator<string> {
  yield declaration + text;
}

/** The files of a workbook, in the order in which they are packed. */
export function workbookFiles(sheets: readonly Sheet[]): PackedFile[] {
  const workbook = xmlElement(
    "workbook",
    { xmlns: main, "xmlns:r": relations },
    xmlElement(
      "sheets",
      {},
      ...sheets.map(({ name }, index) =>
        xmlElement("sheet", { name, sheetId: String(index + 1), "r:id": `rId${index + 1}` }),
      ),
    ),
  );
  const parts = sheets.map((_, index) =>
    relation(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`),
  );
  return [
    { path: "[Content_Types].xml", text: once(contentTypes(sheets.length)) },
    { path: "_rels/.rels", text: once(relationships(relation("rId1", "officeDocument", "xl/workbook.xml"))) },
    { path: "xl/workbook.xml", text: once(workbook) },
    {
      path: "xl/_rels/workbook.xml.rels",
      text: once(relationships(...parts, relation(`rId${sheets.length + 1}`, "styles", "styles.xml"))),
    },
    { path: "xl/styles.xml", text: once(styles) },
    ...sheets.map((sheet, index) => ({
      path: `xl/worksheets/sheet${index + 1}.xml`,
      text: sheetXml(sheet),
    })),
  ];
}

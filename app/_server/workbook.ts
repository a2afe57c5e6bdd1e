/** The list as a workbook (Office Open XML): the rows, and a sheet that says what they are and what each column means. */
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { listCells, listHeader } from "#domain/agreement-csv.ts";
import { licence, listColumns } from "#domain/export-columns.ts";
import type { AgreementList } from "#domain/wire.ts";

const head = (value: string) => ({ value, fontWeight: "bold" as const });
/** Text stays text: a cell of type string is never taken for a formula or a date. */
const cell = (value: string | number | null) =>
  value === null ? null : typeof value === "number" ? { value, type: Number } : { value, type: String };

const rowsSheet = (list: AgreementList): SheetData => [
  listHeader.map(head),
  ...listCells(list).map((row) => row.map(cell)),
];

function aboutSheet({ clock, rule, data, page }: AgreementList, address: string): SheetData {
  const facts: [string, string][] = [
    ["Rows", `${data.length} of ${page.total}`],
    ["True on", clock.on],
    ["Known at", clock.known],
    ["Counting rule", `${rule.label}: ${rule.definition}`],
    ["Licence", `${licence.name}, ${licence.url}`],
    ["Address", address],
  ];
  return [
    ...facts.map(([name, value]) => [head(name), cell(value)]),
    [],
    ["Column", "Type", "Meaning"].map(head),
    ...listColumns.map(({ name, datatype, meaning }) => [cell(name), cell(datatype), cell(meaning)]),
  ];
}

/** The bytes of the file. `address` is that of the page with the same rows. */
export async function workbookOf(list: AgreementList, address: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = writeExcelFile([
    { data: rowsSheet(list), sheet: "Agreements", stickyRowsCount: 1 },
    {
      data: aboutSheet(list, address),
      sheet: "About",
      columns: [{ width: 18 }, { width: 14 }, { width: 90 }],
    },
  ]);
  return new Uint8Array(await file.toBuffer());
}

/** The list as a workbook (Office Open XML): the rows, and a sheet that says what they are and what each column means. */
import { Readable } from "node:stream";
import yazl from "yazl";
import type { ListHead, ListInParts } from "#db/queries/list-view.ts";
import { listCells, listHeader } from "#domain/agreement-csv.ts";
import type { Cell } from "#domain/csv.ts";
import { licence, listTable } from "#domain/export-columns.ts";
import { type Sheet, type SheetRow, workbookFiles } from "#domain/workbook.ts";

/** Older than what a zip can tell, which is 1980 in every time zone: the same rows are the same bytes. */
const packedAt = new Date(0);

const head = (...cells: Cell[]): SheetRow => ({ cells, bold: "all" });
const line = (...cells: Cell[]): SheetRow => ({ cells, bold: "none" });

/** How many rows were written so far. */
interface Tally {
  rows: number;
}

function rowsSheet({ head: { clock }, parts }: ListInParts, tally: Tally): Sheet {
  const rows = async function* () {
    yield [head(...listHeader)];
    for await (const part of parts) {
      tally.rows += part.length;
      yield listCells(part, clock).map((cells) => line(...cells));
    }
  };
  return {
    name: "Agreements",
    columns: listHeader.map((name) => ({ width: name === "title" || name === "slug" ? 44 : 16 })),
    rows: rows(),
    frozen: 1,
  };
}

/** Written behind the other sheet, so that it knows how many rows that one has. */
function aboutSheet({ clock, rule, page }: ListHead, address: string, tally: Tally): Sheet {
  const rows = async function* () {
    const facts: [string, string][] = [
      ["Rows", `${tally.rows} of ${page.total}`],
      ["True on", clock.on],
      ["Known at", clock.known],
      ["Counting rule", `${rule.label}: ${rule.definition}`],
      ["Licence", `${licence.name}, ${licence.url}`],
      ["Address", address],
    ];
    yield [
      ...facts.map((cells): SheetRow => ({ cells, bold: "first" })),
      line(),
      head("Column", "Type", "Meaning"),
      ...listTable.columns.map(({ name, datatype, meaning }) => line(name, datatype, meaning)),
    ];
  };
  return { name: "About", columns: [{ width: 18 }, { width: 14 }, { width: 90 }], rows: rows(), frozen: 0 };
}

/** The bytes of the file, in parts. `address` is that of the page with the same rows. */
export function workbookOf(list: ListInParts, address: string): AsyncIterable<Uint8Array> {
  const zip = new yazl.ZipFile();
  const file = zip.outputStream as Readable;
  // A file that cannot be finished is broken off, so that nobody takes it for a whole one.
  zip.on("error", (error: Error) => file.destroy(error));
  const tally = { rows: 0 };
  for (const { path, text } of workbookFiles([rowsSheet(list, tally), aboutSheet(list.head, address, tally)]))
    zip.addReadStreamLazy(path, { mtime: packedAt, forceDosTimestamp: true }, (give) =>
      give(null, Readable.from(text, { objectMode: false })),
    );
  zip.end();
  return file;
}

/**
 * Reads a file to be imported, row by row, in bounded memory. What cannot be read becomes a fault of its row or cell;
 * only a file that cannot be read at all is refused. CSV with comma, semicolon or tab; JSON as a list, as our API
 * answers it, or line by line. UTF-8, UTF-16 with a byte order mark, or the charset that the sender declares.
 */
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { DomainError } from "#domain/errors.ts";
import { cutElements } from "#domain/import/json-elements.ts";
import type { FileRow, Reason } from "#domain/import/row.ts";

export const fileForms = ["csv", "json", "lines"] as const;
export type FileForm = (typeof fileForms)[number];

/** Charsets that may be declared, with the name by which they are decoded. */
export const charsets: Readonly<Record<string, string>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "us-ascii": "utf-8",
  "utf-16": "utf-16le",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  "windows-1252": "windows-1252",
  "iso-8859-15": "iso-8859-15",
  "iso-8859-2": "iso-8859-2",
  "windows-1250": "windows-1250",
  "windows-1251": "windows-1251",
  "koi8-u": "koi8-u",
};

export interface ImportFile {
  /** Where the bytes lie. */
  path: string;
  form: FileForm;
  /** A key of {@link charsets}; null: none was declared. */
  charset: string | null;
}

/** A row with the headers that it stands under: the same list for all rows of a CSV. */
export interface HeadedRow {
  headers: readonly string[];
  row: FileRow;
}

/** Bytes of a cell and of a record; nobody writes a treaty's title of this length. */
const mostInCell = 100_000;
const mostInRecord = 1024 * 1024;
const mostColumns = 500;
const howToDeclare = "not UTF-8. Save the file as UTF-8, or declare what it is, such as charset=windows-1252";

const malformed = (message: string) =>
  new DomainError("malformed", message, { errors: [{ path: "body", message }] });

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of bytes, or null when they are not UTF-8. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

const marks: readonly { bytes: readonly number[]; charset: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], charset: "utf-8" },
  { bytes: [0xff, 0xfe], charset: "utf-16le" },
  { bytes: [0xfe, 0xff], charset: "utf-16be" },
];

/** The file as UTF-8, whatever it was; bytes that are no UTF-8 in a file that is held to be pass as they are. */
async function* decoded({ path, charset }: ImportFile): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null = null;
  let first = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 }) as AsyncIterable<Buffer>) {
    let bytes: Uint8Array = chunk;
    if (first) {
      first = false;
      const mark = marks.find((known) => known.bytes.every((byte, at) => chunk[at] === byte));
      if (mark) bytes = chunk.subarray(mark.bytes.length);
      const named = mark?.charset ?? (charset === null ? "utf-8" : (charsets[charset] ?? "utf-8"));
      if (named !== "utf-8") decoder = new TextDecoder(named, { fatal: true });
    }
    try {
      yield decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes;
    } catch {
      throw malformed(`The file is not ${decoder?.encoding}.`);
    }
  }
  try {
    decoder?.decode();
  } catch {
    throw malformed(`The file ends in the middle of a character of ${decoder?.encoding}.`);
  }
}

/** The delimiter that the first line of the file holds most of, outside of quotation marks. */
function delimiterOf(start: Uint8Array): string {
  const counts = new Map([",", ";", "\t"].map((delimiter) => [delimiter, 0]));
  let inQuotes = false;
  for (const byte of start) {
    const character = String.fromCharCode(byte);
    if (character === '"') inQuotes = !inQuotes;
    else if (!inQuotes && (character === "\n" || character === "\r")) {
      if ([...counts.values()].some((count) => count > 0)) break;
    } else if (!inQuotes && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ",";
}

function readHeader(record: readonly Uint8Array[]): string[] {
  if (record.length > mostColumns)
    throw malformed(`The file has ${record.length} columns; ${mostColumns} at most.`);
  return record.map((cell, index) => {
    const text = textOf(cell);
    if (text === null) throw malformed(`The header of column ${index + 1} is ${howToDeclare}.`);
    return text.replace(/\s+/g, " ").trim().slice(0, 200) || `(column ${index + 1})`;
  });
}

/** Without a prototype: a header may have any name. */
const emptyCells = (): Record<string, string> => Object.create(null) as Record<string, string>;

function readRecord(headers: readonly string[], record: readonly Uint8Array[], number: number): FileRow {
  const faults: Reason[] = [];
  const cells = emptyCells();
  if (record.length !== headers.length)
    faults.push({
      column: "row",
      message: `The row has ${record.length} cells and the header ${headers.length}.`,
    });
  for (const [index, header] of headers.entries()) {
    const bytes = record[index] ?? new Uint8Array();
    const text = bytes.length > mostInCell ? null : textOf(bytes);
    if (text !== null) {
      cells[header] ??= text;
      continue;
    }
    const message =
      bytes.length > mostInCell
        ? `The cell has ${bytes.length} bytes; ${mostInCell} at most.`
        : `The text is ${howToDeclare}.`;
    faults.push({ column: header, message });
  }
  return { row: number, cells, faults };
}

const brokenRow = (row: number, message: string): FileRow => ({
  row,
  cells: emptyCells(),
  faults: [{ column: "row", message }],
});

/** A line without anything on it; a row of empty cells is a row. */
const isBlank = (record: readonly Uint8Array[]): boolean => record.length === 1 && record[0]?.length === 0;

async function* csvRows(file: ImportFile): AsyncGenerator<HeadedRow> {
  const bytes = decoded(file);
  const first = await bytes.next();
  if (first.done) throw malformed("The file is empty.");
  const start = first.value;
  async function* all() {
    yield start;
    yield* bytes;
  }
  const parser = parse({
    encoding: null,
    delimiter: delimiterOf(start),
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ["\r\n", "\n", "\r"],
  });
  const source = Readable.from(all());
  // An error of the source would leave the parser waiting.
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let headers: string[] | null = null;
  let number = 0;
  try {
    for await (const record of parser as AsyncIterable<Buffer[]>) {
      number += 1;
      if (isBlank(record)) continue;
      if (headers === null) headers = readHeader(record);
      else yield { headers, row: readRecord(headers, record, number) };
    }
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (typeof code !== "string" || !code.startsWith("CSV_")) throw error;
    const message = `From line ${(error as { lines?: number }).lines ?? "?"} on the file cannot be read: a quotation mark is opened and never closed.`;
    if (headers === null) throw malformed(message);
    yield { headers, row: brokenRow(number + 1, message) };
  }
  if (headers === null) throw malformed("The file is empty.");
}

/** A value of JSON as a cell holds it. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(cellOf).join("; ");
  if (typeof value !== "object") return String(value);
  const named = value as Record<string, unknown>;
  const name = named.code ?? named.slug ?? named.name ?? named.url;
  return typeof name === "string" ? name : JSON.stringify(value);
}

/** Two lists under `sides`, as our API answers them, are two columns. */
function entriesOf(record: object): [string, string][] {
  return Object.entries(record).flatMap(([name, value]): [string, string][] =>
    name === "sides" && Array.isArray(value) && value.length === 2 && value.every(Array.isArray)
      ? [
          ["side1", cellOf(value[0])],
          ["side2", cellOf(value[1])],
        ]
      : [[name.slice(0, 200), cellOf(value)]],
  );
}

function jsonRow(element: Uint8Array | null, number: number): HeadedRow {
  const broken = (message: string): HeadedRow => ({ headers: [], row: brokenRow(number, message) });
  if (element === null) return broken(`The record is longer than ${mostInRecord} bytes.`);
  const text = textOf(element);
  if (text === null) return broken(`The record is ${howToDeclare}.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return broken("The record is no JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return broken("The record is no object with named values.");
  const cells = emptyCells();
  const faults: Reason[] = [];
  for (const [name, cell] of entriesOf(value).slice(0, mostColumns)) {
    if (cell.length <= mostInCell) cells[name] = cell;
    else
      faults.push({
        column: name,
        message: `The value has ${cell.length} characters; ${mostInCell} at most.`,
      });
  }
  return { headers: Object.keys(cells), row: { row: number, cells, faults } };
}

async function* jsonRows(file: ImportFile): AsyncGenerator<HeadedRow> {
  const cutter = cutElements(mostInRecord, file.form === "lines" ? "lines" : "json");
  let number = 0;
  let empty = true;
  for await (const bytes of decoded(file)) {
    empty &&= bytes.length === 0;
    for (const element of cutter.push(bytes)) {
      number += 1;
      yield jsonRow(element, number);
    }
  }
  if (empty) throw malformed("The file is empty.");
  const { rest, ending } = cutter.end();
  for (const element of rest) {
    number += 1;
    yield ending === "open"
      ? { headers: [], row: brokenRow(number, "The file ends in the middle of this record.") }
      : jsonRow(element, number);
  }
  if (rest.length === 0 && ending !== "whole") {
    const message =
      ending === "open" ? "The file ends before its list does." : "Something follows the end of the list.";
    yield { headers: [], row: brokenRow(number + 1, message) };
  }
}

/** The rows of the file, one by one. Throws `malformed` for a file that cannot be read at all. */
export const importRows = (file: ImportFile): AsyncGenerator<HeadedRow> =>
  file.form === "csv" ? csvRows(file) : jsonRows(file);

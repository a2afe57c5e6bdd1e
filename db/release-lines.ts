/** Reads a table of a release back from its JSON Lines: row by row, each value checked for its column. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { ReleaseColumn, ReleaseTable } from "./release-tables.ts";
import type { Row } from "./table-rows.ts";

const fits: Record<ReleaseColumn["type"], (value: unknown) => boolean> = {
  text: (value) => typeof value === "string",
  integer: (value) => Number.isSafeInteger(value),
  real: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  json: () => true,
};

function readRow({ columns }: ReleaseTable, value: unknown): Row {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Error("it is no object");
  const given = value as Record<string, unknown>;
  const strange = Object.keys(given).find((name) => !columns.some((column) => column.name === name));
  if (strange !== undefined) throw new Error(`“${strange}” is no column of the table`);
  return Object.fromEntries(
    columns.map(({ key, name, type, required }) => {
      const cell = given[name];
      if (cell === undefined) throw new Error(`“${name}” is missing`);
      if (cell === null ? required : !fits[type](cell))
        throw new Error(`“${name}” is not of the type ${type}`);
      return [key, cell];
    }),
  );
}

/** The rows in parts of at most `rowsAtOnce`. Throws a sentence with file and line for what cannot be read. */
export async function* readLines(table: ReleaseTable, path: string, rowsAtOnce = 500): AsyncGenerator<Row[]> {
  const lines = createInterface({
    input: createReadStream(path, "utf8"),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let rows: Row[] = [];
  let line = 0;
  for await (const text of lines) {
    line += 1;
    try {
      rows.push(readRow(table, JSON.parse(text)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${path}, line ${line}, cannot be read: ${reason}.`);
    }
    if (rows.length === rowsAtOnce) {
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
}

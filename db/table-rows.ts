/**
 * Whole tables, whatever they hold: their rows in one order, in parts, with a hash of the content that is the same on
 * every engine. Releases and moves from one database to another are built upon it.
 */
import { createHash } from "node:crypto";
import { type Column, getTableColumns, type SQL, sql } from "drizzle-orm";
import { canonicalJson } from "#domain/canonical-json.ts";
import { manyInserts } from "./commands/insert-many.ts";
import type { Reader, Writer } from "./database.ts";
import type { Tables } from "./tables.ts";

export type TableName = keyof Tables;
/** A row by the names of its columns in code, with the values that code sees. */
export type Row = Record<string, unknown>;

export interface Reading {
  read: Reader;
  tables: Tables;
}

/** Keys of more than one column; every other table has a column of its own for it. */
const composedKeys: Partial<Record<TableName, readonly string[]>> = {
  sides: ["versionId", "side", "country"],
  tags: ["versionId", "tag"],
  idempotencyKeys: ["userId", "key"],
  drafts: ["userId", "subject"],
};

/** Every table of the schema, those that others refer to first: rows can be inserted table by table in this order. */
export const tableNames = (tables: Tables): TableName[] => Object.keys(tables) as TableName[];

/** The columns of a table by their names in code, in the order of the schema. */
export const columnsOf = (tables: Tables, name: TableName): [key: string, column: Column][] =>
  Object.entries(getTableColumns(tables[name]));

/** The names in code of the columns that a row is known by, and that rows are in order of. */
export function keyOf(tables: Tables, name: TableName): readonly string[] {
  const own = columnsOf(tables, name).filter(([, column]) => column.primary);
  return composedKeys[name] ?? own.map(([key]) => key);
}

const listed = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);

/**
 * The rows of a table in the order of its key, in parts of at most `rowsAtOnce`. The order is the same on every
 * engine. Read from a snapshot when others may write.
 */
export async function* rowsOf(
  { read, tables }: Reading,
  name: TableName,
  rowsAtOnce = 1000,
): AsyncGenerator<Row[]> {
  const columns = getTableColumns(tables[name]) as Record<string, Column>;
  const key = keyOf(tables, name).flatMap((part) => {
    const column = columns[part];
    return column ? [{ part, column }] : [];
  });
  const inOrder = listed(key.map(({ column }) => sql`${column}`));
  for (let after: SQL | undefined; ; ) {
    const rows: Row[] = await read
      .select()
      .from(tables[name])
      .where(after === undefined ? undefined : sql`(${inOrder}) > (${after})`)
      .orderBy(...key.map(({ column }) => sql`${column}`))
      .limit(rowsAtOnce);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return;
    after = listed(key.map(({ part, column }) => sql`${sql.param(last[part], column)}`));
  }
}

/** A row as JSON has it: an instant that code sees as a date is its text. */
export const plainRow = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]),
  );

export interface TableContent {
  rows: number;
  /** SHA-256, in hexadecimal digits, of the canonical JSON (RFC 8785) of every row in order, each with a line feed. */
  sha256: string;
}

/** How many rows a table has, and the hash of what they say. Equal content has an equal hash, on every engine. */
export async function contentOf(reading: Reading, name: TableName): Promise<TableContent> {
  const hash = createHash("sha256");
  let count = 0;
  for await (const rows of rowsOf(reading, name)) {
    count += rows.length;
    for (const row of rows) hash.update(`${canonicalJson(plainRow(row))}\n`);
  }
  return { rows: count, sha256: hash.digest("hex") };
}

/** Inserts rows as they are, keys that the database would count up included. */
export function insertRows(
  writing: { tx: Writer; tables: Tables },
  name: TableName,
  rows: readonly Row[],
): Promise<void> {
  // The rows came out of such a table, or were checked by whoever read them.
  return manyInserts(writing).insertAll(name, rows as never);
}

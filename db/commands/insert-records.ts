/**
 * Inserts many rows into a table of PostgreSQL by one statement with one parameter, the rows as JSON: there each
 * statement is a journey to the server.
 */
import { type Column, getTableColumns, getTableName, sql } from "drizzle-orm";
import type { Writer } from "../database.ts";
import type { Tables } from "../tables.ts";

type Table = Tables[keyof Tables];

/** As it stands in JSON; what is JSON itself stays a value in it. */
const plain = (column: Column, value: unknown): unknown =>
  value === null || column.getSQLType() === "json" ? value : column.mapToDriverValue(value);

const isCounted = ({ primary, dataType }: Column) => primary && dataType === "number";

const nextOf = (table: Table, { name }: Column) =>
  sql`pg_get_serial_sequence(${getTableName(table)}, ${name})`;

/** Rows that bring their counted key take it along, and the database counts on behind the highest. */
export async function insertRecords(
  tx: Writer,
  table: Table,
  rows: readonly Readonly<Record<string, unknown>>[],
  withKey: boolean,
): Promise<void> {
  const columns = Object.entries(getTableColumns(table)) as [string, Column][];
  const records = rows.map((row) =>
    Object.fromEntries(
      columns.map(([key, column]) => [column.name, plain(column, row[key] ?? column.default ?? null)]),
    ),
  );
  const values = columns.map(([, column]) =>
    isCounted(column) && !withKey ? sql`nextval(${nextOf(table, column)})` : sql.identifier(column.name),
  );
  await tx
    .insert(table)
    .select(
      sql`select ${sql.join(values, sql`, `)} from json_populate_recordset(null::${table}, ${JSON.stringify(records)}::json)`,
    );
  const counted = columns.find(([, column]) => isCounted(column))?.[1];
  if (!counted || !withKey) return;
  await tx
    .select({ set: sql`setval(${nextOf(table, counted)}, highest)` })
    .from(sql`(select max(${counted}) as highest from ${table}) as counted`);
}

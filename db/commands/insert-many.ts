/**
 * Inserts many rows through prepared statements of several rows: composing the SQL of every row anew takes longer than
 * the engine takes to store it, and so does a statement for each row.
 */
import { getTableColumns, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { insertRecords } from "./insert-records.ts";
import type { Entry } from "./ledger.ts";

type TableName = keyof Entry["tables"];
type Inserted<Name extends TableName> = Entry["tables"][Name]["$inferInsert"];

export interface ManyInserts {
  /** Inserts the rows in their order; either all of them bring their counted key, or none. */
  insertAll<Name extends TableName>(name: Name, rows: readonly Inserted<Name>[]): Promise<void>;
  /** Inserts the rows in their order and answers with the keys that the database counted up. */
  insertKeyed<Name extends TableName>(name: Name, rows: readonly Inserted<Name>[]): Promise<number[]>;
}

/** Rows of one statement in SQLite: beyond, nothing is gained. */
const together = 16;

/** Parts of `together` rows, and the rest one by one. */
function parts<Row>(rows: readonly Row[]): Row[][] {
  const whole = rows.length - (rows.length % together);
  return [
    ...Array.from({ length: whole / together }, (_, part) =>
      rows.slice(part * together, (part + 1) * together),
    ),
    ...rows.slice(whole).map((row) => [row]),
  ];
}

/** The key that the database counts up, by its name in code; no column has an empty name. */
const countedKeyOf = (table: Entry["tables"][TableName]): string =>
  Object.entries(getTableColumns(table)).find(
    ([, column]) => column.primary && column.dataType === "number",
  )?.[0] ?? "";

/** Prepares statements as they are needed, for the length of one transaction. */
export function manyInserts({ tx, tables }: Pick<Entry, "tx" | "tables">): ManyInserts {
  function prepare(name: TableName, withKey: boolean, count: number) {
    const table = tables[name];
    const columns = Object.entries(getTableColumns(table)).filter(
      ([, column]) => withKey || !(column.primary && column.dataType === "number"),
    );
    // As SQL, not as a value of the column: Drizzle would make false of a boolean that is null.
    const places = Array.from({ length: count }, (_, row) =>
      Object.fromEntries(columns.map(([key]) => [key, sql`${sql.placeholder(`${key} ${row}`)}`])),
    );
    // One function for all tables: the rows are typed where they are given.
    const statement = tx.insert(table).values(places as never);
    const fill = (rows: readonly Record<string, unknown>[]) => {
      const filled: Record<string, unknown> = {};
      for (const [number, row] of rows.entries())
        for (const [key, column] of columns) {
          const value = row[key] ?? column.default ?? null;
          filled[`${key} ${number}`] = value === null ? null : column.mapToDriverValue(value);
        }
      return filled;
    };
    const keyed = "id" in table ? statement.returning({ id: table.id }).prepare() : null;
    return { plain: statement.prepare(), keyed, fill };
  }
  const prepared = new Map<string, ReturnType<typeof prepare>>();
  const countedKeys = new Map<TableName, string>();
  function statementsFor(name: TableName, rows: readonly Record<string, unknown>[]) {
    const counted = countedKeys.get(name) ?? countedKeyOf(tables[name]);
    countedKeys.set(name, counted);
    const withKey = rows[0]?.[counted] !== undefined;
    const place = `${rows.length} ${name}${withKey ? " with their keys" : ""}`;
    const known = prepared.get(place) ?? prepare(name, withKey, rows.length);
    prepared.set(place, known);
    return known;
  }
  const isPostgres = (name: TableName) => is(tables[name], PgTable);
  return {
    async insertAll(name, rows) {
      const [first] = rows;
      if (!first) return;
      if (isPostgres(name)) {
        await insertRecords(tx, tables[name], rows, first[countedKeyOf(tables[name]) as never] !== undefined);
        return;
      }
      for (const part of parts(rows)) {
        const { plain, fill } = statementsFor(name, part);
        await plain.execute(fill(part));
      }
    },
    async insertKeyed(name, rows) {
      const keys: number[] = [];
      for (const part of isPostgres(name) ? rows.map((row) => [row]) : parts(rows)) {
        const { keyed, fill } = statementsFor(name, part);
        const stored: { id: unknown }[] = (await keyed?.execute(fill(part))) ?? [];
        const counted = stored.flatMap(({ id }) => (typeof id === "number" ? [id] : []));
        if (counted.length !== part.length) throw new Error(`A row of ${name} was not stored.`);
        // The rows are stored in their order, whatever the order in which their keys are told.
        keys.push(...counted.sort((a, b) => a - b));
      }
      return keys;
    },
  };
}

/**
 * Inserts many rows through one prepared statement for each table: composing the SQL of every row anew takes longer
 * than the engine takes to store it.
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
  /** Inserts one row and answers with the key that the database counted up. */
  insertOne<Name extends TableName>(name: Name, row: Inserted<Name>): Promise<number>;
}

/** The key that the database counts up, by its name in code; no column has an empty name. */
const countedKeyOf = (table: Entry["tables"][TableName]): string =>
  Object.entries(getTableColumns(table)).find(
    ([, column]) => column.primary && column.dataType === "number",
  )?.[0] ?? "";

/** Prepares statements as they are needed, for the length of one transaction. */
export function manyInserts({ tx, tables }: Pick<Entry, "tx" | "tables">): ManyInserts {
  function prepare(name: TableName, withKey: boolean) {
    const table = tables[name];
    const columns = Object.entries(getTableColumns(table)).filter(
      ([, column]) => withKey || !(column.primary && column.dataType === "number"),
    );
    // As SQL, not as a value of the column: Drizzle would make false of a boolean that is null.
    const places = Object.fromEntries(columns.map(([key]) => [key, sql`${sql.placeholder(key)}`]));
    // One function for all tables: the rows are typed where they are given.
    const statement = tx.insert(table).values(places as never);
    const fill = (row: Record<string, unknown>) =>
      Object.fromEntries(
        columns.map(([key, column]) => {
          const value = row[key] ?? column.default ?? null;
          return [key, value === null ? null : column.mapToDriverValue(value)];
        }),
      );
    const keyed = "id" in table ? statement.returning({ id: table.id }).prepare() : null;
    return { plain: statement.prepare(), keyed, fill };
  }
  const prepared = new Map<string, ReturnType<typeof prepare>>();
  const countedKeys = new Map<TableName, string>();
  function statementsFor(name: TableName, row: Record<string, unknown>) {
    const counted = countedKeys.get(name) ?? countedKeyOf(tables[name]);
    countedKeys.set(name, counted);
    const withKey = row[counted] !== undefined;
    const place = withKey ? `${name} with its key` : name;
    const known = prepared.get(place) ?? prepare(name, withKey);
    prepared.set(place, known);
    return known;
  }
  return {
    async insertAll(name, rows) {
      const [first] = rows;
      if (!first) return;
      if (is(tables[name], PgTable)) {
        await insertRecords(tx, tables[name], rows, first[countedKeyOf(tables[name]) as never] !== undefined);
        return;
      }
      const { plain, fill } = statementsFor(name, first);
      for (const row of rows) await plain.execute(fill(row));
    },
    async insertOne(name, row) {
      const { keyed, fill } = statementsFor(name, row);
      const [stored] = (await keyed?.execute(fill(row))) ?? [];
      if (typeof stored?.id !== "number") throw new Error(`The row of ${name} was not stored.`);
      return stored.id;
    },
  };
}

/**
 * Inserts many rows through one prepared statement for each table: composing the SQL of every row anew takes longer
 * than the engine takes to store it.
 */
import { getTableColumns, sql } from "drizzle-orm";
import type { Entry } from "./ledger.ts";

type TableName = keyof Entry["tables"];
type Inserted<Name extends TableName> = Entry["tables"][Name]["$inferInsert"];

export interface ManyInserts {
  /** Inserts the rows in their order. */
  insertAll<Name extends TableName>(name: Name, rows: readonly Inserted<Name>[]): Promise<void>;
  /** Inserts one row and answers with the key that the database counted up. */
  insertOne<Name extends TableName>(name: Name, row: Inserted<Name>): Promise<number>;
}

/** The columns that a row must bring: all but a key that the database counts up. */
function columnsOf(table: Entry["tables"][TableName]) {
  return Object.entries(getTableColumns(table)).filter(
    ([, column]) => !(column.primary && column.dataType === "number"),
  );
}

/** Prepares statements as they are needed, for the length of one transaction. */
export function manyInserts({ tx, tables }: Entry): ManyInserts {
  function prepare(name: TableName) {
    const table = tables[name];
    const columns = columnsOf(table);
    const places = Object.fromEntries(columns.map(([key]) => [key, sql.placeholder(key)]));
    // One function for all tables: the rows are typed where they are given.
    const statement = tx.insert(table).values(places as never);
    const fill = (row: Record<string, unknown>) =>
      Object.fromEntries(columns.map(([key, column]) => [key, row[key] ?? column.default ?? null]));
    const keyed = "id" in table ? statement.returning({ id: table.id }).prepare() : null;
    return { plain: statement.prepare(), keyed, fill };
  }
  const prepared = new Map<TableName, ReturnType<typeof prepare>>();
  const statementsFor = (name: TableName) => {
    const known = prepared.get(name) ?? prepare(name);
    prepared.set(name, known);
    return known;
  };
  return {
    async insertAll(name, rows) {
      if (rows.length === 0) return;
      const { plain, fill } = statementsFor(name);
      for (const row of rows) await plain.execute(fill(row));
    },
    async insertOne(name, row) {
      const { keyed, fill } = statementsFor(name);
      const [stored] = (await keyed?.execute(fill(row))) ?? [];
      if (typeof stored?.id !== "number") throw new Error(`The row of ${name} was not stored.`);
      return stored.id;
    },
  };
}

/** The tables of a release as one SQLite file that needs nothing of Accords to be read. */
import BetterSqlite from "better-sqlite3";
import { canonicalJson } from "#domain/canonical-json.ts";
import { meaningOf } from "./release-dictionary.ts";
import type { ReleaseColumn, ReleaseTable } from "./release-tables.ts";
import type { Row } from "./table-rows.ts";

export interface ReleaseDatabase {
  insert: (table: ReleaseTable, rows: readonly Row[]) => void;
  /** Adds what the release says of itself, and closes the file. */
  finish: (facts: Readonly<Record<string, string>>) => void;
  abandon: () => void;
}

const quoted = (name: string) => `"${name}"`;
const storage: Record<ReleaseColumn["type"], string> = {
  text: "text",
  integer: "integer",
  real: "real",
  boolean: "integer",
  json: "text",
};

function createTable({ name, columns, key }: ReleaseTable): string {
  const lines = columns.map(
    (column) => `${quoted(column.name)} ${storage[column.type]}${column.required ? " not null" : ""}`,
  );
  return `create table ${quoted(name)} (${lines.join(", ")}, primary key (${key.map(quoted).join(", ")})) strict`;
}

function stored({ key, type }: ReleaseColumn, row: Row): string | number | null {
  const value = row[key] ?? null;
  if (value === null) return null;
  if (type === "json") return canonicalJson(value);
  return type === "boolean" ? Number(value) : (value as string | number);
}

/** Opens a new file. All of it is one transaction, so that equal rows give an equal file, byte for byte. */
export function createReleaseDatabase(path: string, tables: readonly ReleaseTable[]): ReleaseDatabase {
  const db = new BetterSqlite(path);
  // Nobody reads the file before it is whole, and a broken export is thrown away.
  db.pragma("journal_mode = OFF");
  db.pragma("synchronous = OFF");
  db.pragma("page_size = 4096");
  db.exec("begin");
  for (const table of tables) db.exec(createTable(table));
  db.exec(
    "create table data_dictionary (table_name text, column_name text, meaning text, primary key (table_name, column_name)) strict",
  );
  db.exec("create table release (name text primary key, value text not null) strict");
  const statements = new Map(
    tables.map(({ name, columns }) => [
      name,
      db.prepare(`insert into ${quoted(name)} values (${columns.map(() => "?").join(", ")})`),
    ]),
  );
  return {
    insert({ name, columns }, rows) {
      for (const row of rows) statements.get(name)?.run(columns.map((column) => stored(column, row)));
    },
    finish(facts) {
      const fact = db.prepare("insert into release values (?, ?)");
      for (const [name, value] of Object.entries(facts)) fact.run(name, value);
      const word = db.prepare("insert into data_dictionary values (?, ?, ?)");
      for (const { name, columns } of tables) {
        for (const column of columns) word.run(name, column.name, meaningOf(name, column.name));
        if (columns.some((column) => column.name === "agreement_id"))
          db.exec(`create index ${quoted(`${name}_by_agreement`)} on ${quoted(name)} (agreement_id)`);
      }
      db.exec("commit");
      db.close();
    },
    abandon: () => db.close(),
  };
}

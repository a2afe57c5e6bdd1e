/** The column kits: the only file that names the two dialects. The schema is typed as SQLite on both. */
import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";

/** An instant that code sees as a date and the database as text in the one form that compares as time. */
const instantDate = {
  toDriver: (value: Date): string => value.toISOString(),
  fromDriver: (value: string): Date => new Date(value),
};

const sqliteKit = {
  table: sqlite.sqliteTable,
  /** A key that the database counts up. */
  id: (name: string) => sqlite.integer(name).primaryKey({ autoIncrement: true }),
  text: sqlite.text,
  integer: sqlite.integer,
  real: sqlite.real,
  boolean: (name: string) => sqlite.integer(name, { mode: "boolean" }),
  json: <T>(name: string) => sqlite.text(name, { mode: "json" }).$type<T>(),
  date: sqlite.customType<{ data: Date; driverData: string }>({ dataType: () => "text", ...instantDate }),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  check: sqlite.check,
};
export type Kit = typeof sqliteKit;

/** Compared byte by byte as in SQLite, whatever the language of the server: cursors and ranges rely on it. */
const pgText = { dataType: () => 'text COLLATE "C"' };
const pgPlainText = pg.customType<{ data: string; driverData: string }>(pgText);

const postgresKit = {
  table: pg.pgTable,
  // By default, not always: what is moved here from another database keeps its keys.
  id: (name: string) => pg.integer(name).primaryKey().generatedByDefaultAsIdentity(),
  text: (name: string) => pgPlainText(name),
  integer: pg.integer,
  real: pg.doublePrecision,
  boolean: (name: string) => pg.boolean(name),
  /** `json`, not `jsonb`, keeps the text as it was written; the driver has read it by the time that it is a value. */
  json: <T>(name: string) =>
    pg.customType<{ data: T; driverData: unknown }>({
      dataType: () => "json",
      toDriver: (value) => JSON.stringify(value),
    })(name),
  date: pg.customType<{ data: Date; driverData: string }>({ ...pgText, ...instantDate }),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  check: pg.check,
} satisfies Record<keyof Kit, unknown>;

export const kits = { sqlite: sqliteKit, postgres: postgresKit as unknown as Kit };

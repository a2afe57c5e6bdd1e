/**
 * Brings a database to the schema of this code. Each file runs inside one transaction with foreign keys off,
 * because SQLite ignores that pragma inside a transaction and a table rebuild would cascade deletes; the keys are
 * checked afterwards.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { connect } from "./sqlite.ts";

const migrationsFolder = fileURLToPath(new URL("./migrations/sqlite", import.meta.url));

/** The migrations that a database has gone through, by their times. */
export const appliedMigrations = (connection: ReturnType<typeof connect>): number[] => {
  const table = connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (!table) return [];
  return connection
    .prepare("select created_at from __drizzle_migrations order by created_at")
    .pluck()
    .all()
    .map(Number);
};

/** The migrations of this code, by their times. */
export const knownMigrations = (): number[] =>
  readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis);

/** True for a database that has been through some of the migrations, and lacks some. */
export function needsMigration(path: string): boolean {
  if (!existsSync(path)) return false;
  const connection = connect(path);
  try {
    const applied = appliedMigrations(connection);
    return applied.length > 0 && knownMigrations().some((at) => !applied.includes(at));
  } finally {
    connection.close();
  }
}

/** Migrates the file at `path`; answers how many files were applied. Throws when the database is newer than the code. */
export function migrateSqlite(path: string): number {
  const connection = connect(path);
  try {
    const known = knownMigrations();
    const applied = appliedMigrations(connection);
    if (applied.some((at) => !known.includes(at))) {
      throw new Error(
        "The database was written by a newer version of Accords. Update the code, or point DATABASE_URL to another file.",
      );
    }
    connection.pragma("foreign_keys = OFF");
    migrate(drizzle(connection), { migrationsFolder });
    const broken = connection.pragma("foreign_key_check");
    if (Array.isArray(broken) && broken.length > 0)
      throw new Error(`The database has ${broken.length} broken references after migration.`);
    return known.length - applied.length;
  } finally {
    connection.close();
  }
}

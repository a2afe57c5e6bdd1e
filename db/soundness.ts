/** Whether a database file is whole, asked of SQLite itself. */
import { existsSync, statSync } from "node:fs";
import BetterSqlite from "better-sqlite3";

type Connection = BetterSqlite.Database;

/** The first thing that is wrong with a file, in SQLite's words; null when it is sound. */
export function damageIn(connection: Connection, check: "quick_check" | "integrity_check"): string | null {
  try {
    const found = connection.pragma(`${check}(1)`, { simple: true });
    return found === "ok" ? null : String(found);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** How many references lead to nothing. */
export function brokenReferences(connection: Connection): number {
  const found = connection.pragma("foreign_key_check");
  return Array.isArray(found) ? found.length : 0;
}

/** Before anything opens it for writing: throws a sentence when the file at `path` is damaged, and leaves it as it is. */
export function refuseDamaged(path: string): void {
  if (!existsSync(path) || statSync(path).size === 0) return;
  const connection = new BetterSqlite(path, { readonly: true });
  let damage: string | null;
  try {
    damage = damageIn(connection, "quick_check");
  } finally {
    connection.close();
  }
  if (damage !== null) {
    throw new Error(
      `The database ${path} is damaged (${damage.replace(/\s+/g, " ")}). It was left as it is; restore a backup with: npm run restore -- FILE`,
    );
  }
}

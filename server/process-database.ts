/** The one database of this process, which the app finds in the same place (`app/_server/database.ts`). */
import type { Database } from "#db/database.ts";
import { openDatabase } from "#db/open-database.ts";

const key = Symbol.for("accords.database");

/** Opened when it is first asked for, and then the same for everybody: what the queries hold in memory is held once. */
export function databaseOfProcess(url: string): Database {
  const held = globalThis as { [key]?: Database };
  held[key] ??= openDatabase(url);
  return held[key];
}

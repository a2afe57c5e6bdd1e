/** The one way from a request to the database. */
import { connection } from "next/server";
import type { Database } from "#db/database.ts";
import { openDatabase } from "#db/open-database.ts";

const key = Symbol.for("accords.database");
const defaultUrl = "file:.data/accords.db";

/**
 * The database of this process. Waits for the request first: better-sqlite3 answers at once, and a page that only
 * reads it would otherwise be rendered once, at build time. Held on `globalThis` because one process loads this
 * module several times.
 */
export async function database(): Promise<Database> {
  await connection();
  const held = globalThis as { [key]?: Database };
  held[key] ??= openDatabase(process.env.DATABASE_URL ?? defaultUrl);
  return held[key];
}

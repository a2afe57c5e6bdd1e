/** Opens and prepares the database that DATABASE_URL names; the address chooses the engine. */
import type { Database } from "./database.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite, sqlitePath } from "./sqlite.ts";

/** The engine that an address is for. */
export const engineOf = (url: string): Database["engine"] =>
  /^postgres(?:ql)?:/.test(url) ? "postgres" : "sqlite";

/** A migrated database. Throws on an address that no engine here reads. */
export const openDatabase = (url: string): Database =>
  engineOf(url) === "postgres" ? openPostgres(url) : openSqlite(sqlitePath(url));

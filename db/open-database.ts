/** Opens the database that DATABASE_URL names; the address chooses the engine. */
import type { Database } from "./database.ts";
import { openSqlite, sqlitePath } from "./sqlite.ts";

/** A migrated database. Throws on an address that no engine here reads. */
export const openDatabase = (url: string): Database => openSqlite(sqlitePath(url));

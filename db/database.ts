/** What the rest of the house knows of a database: tables, reading, and one way to write. */
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { Shared } from "./shared.ts";
import type { Tables } from "./tables.ts";

/** Reading. The type is SQLite's on every engine; always await, and never call `.get`, `.all` or `.run`. */
export type Reader = Pick<BetterSQLite3Database, "select" | "selectDistinct" | "$count" | "with">;
/** Reading and writing inside one transaction. */
export type Writer = Reader & Pick<BetterSQLite3Database, "insert" | "update" | "delete">;

/** The record as it is read: what was committed, or what one transaction sees. */
export interface Reading {
  engine: "sqlite" | "postgres";
  tables: Tables;
  read: Reader;
}

export interface Database extends Reading {
  /** Reads one moment of the record for as long as `work` takes, whatever is written meanwhile. */
  snapshot<T>(work: (read: Reader) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction: all of it or none of it, one at a time. Await nothing but `tx` inside. */
  transact<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  /** The same, but nothing of it stays: what `work` saw and answered is all that is left. */
  rehearse<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  /**
   * A word that is another one after every commit, whichever process made it, and never one that was there before:
   * what is read after asking for it may be kept for as long as it stays. It stays while nobody writes.
   */
  revision(): Promise<string>;
  /** What all processes on this database share for a moment. */
  shared: Shared;
  /** Why the last write could not be stored; null when it could. */
  storageFault(): string | null;
  /** Writes and commits something that means nothing; `storageFault` then speaks of this moment. */
  tryStorage(): Promise<void>;
  /** The bytes of the disk that the database is on; null where nobody can tell, as on another machine. */
  disk(): { free: number; size: number } | null;
  close(): Promise<void>;
}

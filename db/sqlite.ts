/**
 * SQLite through better-sqlite3: one writer connection with a queue, one read-only connection.
 * `synchronous = FULL` is set on each connection because the build's default in WAL mode is NORMAL, which may lose
 * acknowledged commits in a power cut.
 */
import { existsSync, mkdirSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import BetterSqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Database, Reader, Writer } from "./database.ts";
import { kits } from "./dialects.ts";
import { sharedInMemory } from "./shared.ts";
import { isBusy, notStored } from "./storage-fault.ts";
import { defineTables } from "./tables.ts";

/** The path in a `file:` address, as DATABASE_URL gives it; throws on any other address. */
export function sqlitePath(url: string): string {
  if (!url.startsWith("file:") || url.length <= "file:".length) {
    throw new Error(`“${url}” is no database address; write file: and a path, such as file:.data/accords.db`);
  }
  return url.slice("file:".length);
}

/** One folder at a time: where the file system refuses every folder, as /proc does, Node's `recursive` never ends. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}

/** Opens the file, and its folder with it, or throws with a sentence that says what to do. */
function openFile(path: string): BetterSqlite.Database {
  try {
    if (path !== ":memory:") makeFolder(dirname(path));
    const connection = new BetterSqlite(path);
    connection.pragma("journal_mode = WAL");
    return connection;
  } catch (error) {
    throw new Error(
      `The database file ${path} cannot be opened: ${error instanceof Error ? error.message : String(error)}. ` +
        "It must be a file of Accords, in a folder that can be written to; mend that, or point DATABASE_URL to another file.",
      { cause: error },
    );
  }
}

/** A connection with the pragmas that every connection of ours needs; creates the file and its folder. */
export function connect(path: string): BetterSqlite.Database {
  const connection = openFile(path);
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("busy_timeout = 5000");
  connection.pragma("trusted_schema = OFF");
  connection.pragma("cell_size_check = ON");
  // Without it, INSERT OR REPLACE would slip past the triggers that refuse to delete.
  connection.pragma("recursive_triggers = ON");
  return connection;
}

const patienceMs = 5_000;
const pauseMs = 20;

/** Begins to write. Another process may be writing: SQLite's own waiting would hold up every reader of this one. */
async function begin(writer: BetterSqlite.Database): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += pauseMs) {
    try {
      writer.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!isBusy(error) || waitedMs >= patienceMs) throw error;
    }
    await setTimeout(pauseMs);
  }
}

/** The room on the disk of a file. */
function diskOf(path: string) {
  try {
    const { bavail, blocks, bsize } = statfsSync(dirname(path));
    return { free: bavail * bsize, size: blocks * bsize };
  } catch {
    return null;
  }
}

/** One moment of the file, through a connection of its own: nobody waits for it, and it waits for nobody. */
async function snapshot<T>(path: string, work: (read: Reader) => Promise<T>): Promise<T> {
  const connection = connect(path);
  try {
    connection.pragma("query_only = ON");
    connection.exec("BEGIN");
    // The moment is chosen by the first read, not by BEGIN.
    connection.pragma("schema_version");
    return await work(drizzle(connection));
  } finally {
    connection.close();
  }
}

/** Pages of the log, of 4 KiB each, at which a commit moves them into the file whoever waits: 32 MB. */
const mostLogPages = 8_000;
/** Milliseconds without a commit after which they are moved. */
const lullMs = 250;

/** Moves what was committed from the log into the file in a lull, so that hardly a commit waits for that. */
function tidyInLulls(writer: BetterSqlite.Database) {
  writer.pragma(`wal_autocheckpoint = ${mostLogPages}`);
  let timer: NodeJS.Timeout | undefined;
  const tidy = () => {
    if (writer.inTransaction) return;
    try {
      writer.pragma("wal_checkpoint(PASSIVE)");
    } catch {
      // As on a full disk: everything is still in the log, and the next commit tells.
    }
  };
  return {
    afterCommit() {
      clearTimeout(timer);
      timer = globalThis.setTimeout(tidy, lullMs).unref();
    },
    stop: () => clearTimeout(timer),
  };
}

/** Opens a migrated database file. */
export function openSqlite(path: string): Database {
  const tables = defineTables(kits.sqlite);
  const writer = connect(path);
  writer.pragma("busy_timeout = 0");
  // In KiB. A long import writes all over the indexes; what does not fit is written twice.
  writer.pragma("cache_size = -65536");
  const log = tidyInLulls(writer);
  const reader = connect(path);
  reader.pragma("query_only = ON");
  const write = drizzle(writer);
  let queue: Promise<unknown> = Promise.resolve();
  let fault: string | null = null;
  const inTurn = <T>(work: (tx: Writer) => Promise<T>, end: "COMMIT" | "ROLLBACK"): Promise<T> => {
    const turn = queue.then(async () => {
      try {
        await begin(writer);
        const result = await work(write);
        writer.exec(end);
        if (end === "COMMIT") {
          fault = null;
          log.afterCommit();
        }
        return result;
      } catch (error) {
        fault = notStored(error) ?? fault;
        if (writer.inTransaction) writer.exec("ROLLBACK");
        throw error;
      }
    });
    queue = turn.catch(() => undefined);
    return turn;
  };
  // Asked for with every request, so it is prepared once.
  const dataVersion = reader.prepare("PRAGMA data_version").pluck();
  return {
    engine: "sqlite",
    tables,
    read: drizzle(reader),
    snapshot: (work) => snapshot(path, work),
    transact: (work) => inTurn(work, "COMMIT"),
    rehearse: (work) => inTurn(work, "ROLLBACK"),
    // It moves with the commits of other connections only, and this one never writes.
    revision: async () => String(dataVersion.get()),
    shared: sharedInMemory(),
    storageFault: () => fault,
    tryStorage: () =>
      inTurn(async () => {
        // The number is nobody's; setting it writes a page and forces it to the disk.
        const number = Number(writer.pragma("user_version", { simple: true }));
        writer.pragma(`user_version = ${1 - (number % 2)}`);
      }, "COMMIT"),
    disk: () => diskOf(path),
    async close() {
      log.stop();
      reader.close();
      writer.close();
    },
  };
}

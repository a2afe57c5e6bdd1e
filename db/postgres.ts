/**
 * PostgreSQL through a pool of connections, from as many processes as there are. Whoever writes first takes the turn,
 * a lock on an empty table that is held until the commit: instants, revisions and places in the audit log are then
 * strictly increasing whoever writes, and nobody works in vain. The transactions are serializable all the same.
 */
import { setTimeout } from "node:timers/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Database, Reader, Writer } from "./database.ts";
import { kits } from "./dialects.ts";
import { sharedInPostgres } from "./postgres-shared.ts";
import { notStored, wantsRetry } from "./storage-fault.ts";
import { defineTables } from "./tables.ts";

/** Connections of one process at most. */
const mostConnections = 10;
const connectPatienceMs = 5_000;
const attempts = 8;

/**
 * One message to the server. Taking a lock needs no snapshot, so what the transaction reads is what the last turn
 * left. A process that goes silent while it has the turn, as on a machine that was cut off, loses it.
 */
const takeTurn = `
  begin isolation level serializable;
  set local lock_timeout = '10s';
  set local idle_in_transaction_session_timeout = '60s';
  lock table writing_turn in exclusive mode;
  set local lock_timeout = 0`;

/** The commit gives the record a new revision in the same transaction. */
const endings = {
  commit: "update record_revision set word = gen_random_uuid()::text; commit",
  rollback: "rollback",
};

/** The settings of every connection of ours. `url` is `postgres://user:password@host:port/database`. */
export const connectionSettings = (url: string): pg.PoolConfig => ({
  connectionString: url,
  application_name: "accords",
  keepAlive: true,
  connectionTimeoutMillis: connectPatienceMs,
});

/** One transaction on one connection. A connection on which even undoing fails is thrown away. */
async function inTransaction<T>(
  pool: pg.Pool,
  work: (tx: Writer) => Promise<T>,
  end: keyof typeof endings,
): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query(takeTurn);
    // The type is SQLite's on every engine; the calls that it leaves are the same.
    const result = await work(drizzle(client) as unknown as Writer);
    // Where a statement had failed before, this fails too: nothing is taken for committed that was undone.
    await client.query(endings[end]);
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** One moment of the record, which the first statement chooses. */
async function snapshot<T>(pool: pg.Pool, work: (read: Reader) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("select 1");
    return await work(drizzle(client) as unknown as Reader);
  } finally {
    const ended = await client.query("rollback").then(
      () => true,
      () => false,
    );
    client.release(!ended);
  }
}

/** Runs it again where the server undid it for the sake of another transaction. */
async function untilThrough<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!wantsRetry(error) || attempt === attempts) throw error;
    }
    await setTimeout(Math.random() * 10 * 2 ** attempt);
  }
}

/** Opens a migrated database. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({ ...connectionSettings(url), max: mostConnections });
  // A connection that breaks is told to whoever uses it; without these the news alone would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => void client.on("error", () => undefined));
  let queue: Promise<unknown> = Promise.resolve();
  let fault: string | null = null;
  // In line here already, so that writers of one process hold one connection and not all of them.
  const inTurn = <T>(work: (tx: Writer) => Promise<T>, end: keyof typeof endings): Promise<T> => {
    const turn = queue.then(async () => {
      try {
        const result = await untilThrough(() => inTransaction(pool, work, end));
        if (end === "commit") fault = null;
        return result;
      } catch (error) {
        fault = notStored(error) ?? fault;
        throw error;
      }
    });
    queue = turn.catch(() => undefined);
    return turn;
  };
  return {
    engine: "postgres",
    tables: defineTables(kits.postgres),
    read: drizzle(pool) as unknown as Reader,
    snapshot: (work) => snapshot(pool, work),
    transact: (work) => inTurn(work, "commit"),
    rehearse: (work) => inTurn(work, "rollback"),
    async revision() {
      const { rows } = await pool.query<{ word: string }>("select word from record_revision");
      return rows[0]?.word ?? "";
    },
    shared: sharedInPostgres(pool),
    storageFault: () => fault,
    async tryStorage() {
      // A message to nobody goes through the log and to the disk like any commit.
      await pool.query("select pg_logical_emit_message(true, 'accords', '')");
      fault = null;
    },
    disk: () => null,
    close: () => pool.end(),
  };
}

/**
 * A database as Drizzle gives it, for libraries that bring statements of their own: reading is reading, and each
 * write waits for its turn on the one writer connection, as one transaction. So no statement of theirs can slip into
 * somebody else's transaction.
 */
import type { Database, Reader, Writer } from "./database.ts";

type Call = [name: string, args: unknown[]];
type Step = Record<string, (...args: unknown[]) => unknown>;

/** A statement in the making: each further call is remembered, and all of them are made when it is awaited. */
function statement(db: Database, calls: readonly Call[]): unknown {
  return new Proxy(Object.create(null), {
    get(_target, name) {
      if (typeof name === "symbol") return undefined;
      if (name !== "then") return (...args: unknown[]) => statement(db, [...calls, [name, args]]);
      const done = db.transact(async (tx) => {
        let step: unknown = tx;
        for (const [called, args] of calls) step = (step as Step)[called]?.(...args);
        return step;
      });
      return done.then.bind(done);
    },
  });
}

export function queuedWrites(db: Database): Reader & Writer {
  const { read } = db;
  const begin = (name: string) => (table: unknown) => statement(db, [[name, [table]]]);
  return {
    select: read.select.bind(read),
    selectDistinct: read.selectDistinct.bind(read),
    $count: read.$count.bind(read),
    with: read.with.bind(read),
    insert: begin("insert") as Writer["insert"],
    update: begin("update") as Writer["update"],
    delete: begin("delete") as Writer["delete"],
  };
}

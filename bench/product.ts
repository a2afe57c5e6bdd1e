/** Starts Accords as `npm start` does, over a database of the benchmark's own, and takes the times of the start. */
import { openSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { apiPaths, paths } from "#domain/paths.ts";
import { freePort } from "../e2e/free-port.js";
import { root, runNode, StepError, start } from "../server/run.js";
import { answering } from "./answering.ts";
import { sameList } from "./asked.ts";
import { memoryOf } from "./process-facts.ts";
import type { Listening } from "./rounds.ts";

/** Milliseconds since the program was started. */
export interface Beginning {
  /** Checking and migrating the database, a program of its own that ran before. */
  preparing: number;
  /** The first answer that the server gives at all. */
  ready: number;
  /** The first list, which reads the record into memory, and the first page: each asked for when the one before came. */
  firstList: number;
  firstPage: number;
  /** In bytes, after those. */
  restingMemory: number | null;
}

export interface Product extends Listening {
  origin: string;
  /** The variables that it runs with; programs beside it need the same. */
  env: Record<string, string>;
  beginning: Beginning;
}

export async function startProduct(databaseFile: string): Promise<Product> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    NODE_ENV: "production",
    PORT: String(port),
    APP_URL: origin,
    DATABASE_URL: `file:${databaseFile}`,
  };
  const from = performance.now();
  if ((await runNode(["server/prepare.ts"], env)) !== 0)
    throw new StepError("The database of the benchmark could not be prepared.");
  const started = performance.now();
  // It logs as it always does, to nobody.
  const child = start(process.execPath, [join(root, "server/serve.ts")], env, openSync(devNull, "w"));
  const since = async (path: string) => {
    await (await answering(origin + path, child)).arrayBuffer();
    return performance.now() - started;
  };
  const ready = await since("/api/v1/ready");
  const firstList = await since(apiPaths.agreements(sameList));
  const firstPage = await since(paths.agreements(sameList));
  const pid = child.pid ?? 0;
  return {
    port,
    pids: [pid],
    origin,
    env,
    beginning: {
      preparing: started - from,
      ready,
      firstList,
      firstPage,
      restingMemory: memoryOf(pid)?.now ?? null,
    },
  };
}

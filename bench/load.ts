/** The load: a child process that asks a server as fast as it answers, over a number of kept connections. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { StepError } from "../server/run.js";

export interface LoadOrder {
  port: number;
  /** Asked in turn; each once, or again from the first one when `again`. */
  paths: readonly string[];
  again: boolean;
  headers: Readonly<Record<string, string>>;
  connections: number;
  /** For how long new requests are begun, in milliseconds. */
  ms: number;
}

export interface LoadResult {
  /** From the first request to the end of the last answer, in milliseconds. */
  elapsedMs: number;
  /** Of each answer, in milliseconds. */
  latencies: Float64Array;
  bytes: number;
  /** How many answers there were of each status. */
  statuses: Record<string, number>;
  /** The share of one processor that the load itself took: near 1, it and not the server sets the pace. */
  ownCpu: number;
}

export interface Load {
  fire: (order: LoadOrder) => Promise<LoadResult>;
  stop: () => void;
}

/** One child for all that is measured. It ends with this process, whatever ends it. */
export function startLoad(): Load {
  const child = fork(join(import.meta.dirname, "load-child.ts"), [], { serialization: "advanced" });
  return {
    async fire(order) {
      const over = new AbortController();
      const options = { signal: over.signal };
      try {
        child.send(order);
        const ended = once(child, "exit", options).then(() => {
          throw new StepError("The process that makes the load has ended before its time.");
        });
        const [result] = (await Promise.race([once(child, "message", options), ended])) as [LoadResult];
        ended.catch(() => undefined);
        return result;
      } finally {
        over.abort();
      }
    },
    stop: () => void child.kill(),
  };
}

/** How long each query takes inside one process, and how that grows with the record. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { StepError } from "../server/run.js";
import { median, percentile } from "./figures.ts";

export interface QueryTimes {
  agreements: number;
  /** Reading the record into memory, and every row of it once. */
  loadingMs: number;
  times: { name: string; ms: number[] }[];
}

/** One query at a thousand agreements and at the size, in milliseconds. */
export interface Grown {
  name: string;
  small: number | null;
  large: number | null;
  /** Of the large one: what 95 of 100 do not exceed. */
  slow: number | null;
}

/** How many questions of each query. */
const count = 60;

async function timesOf(path: string, now: string, seed: number): Promise<QueryTimes> {
  const child = fork(join(import.meta.dirname, "growth-child.ts"), [path, now, String(count), String(seed)]);
  const failed = once(child, "exit").then(([code]) => {
    throw new StepError(`The queries could not be measured: their process ended with code ${code}.`);
  });
  const [times] = (await Promise.race([once(child, "message"), failed])) as [QueryTimes];
  failed.catch(() => undefined);
  child.kill();
  return times;
}

/** `small` and `large`: database files. Nothing else should run meanwhile. */
export async function measureGrowth(
  { small, large }: { small: string; large: string },
  now: string,
  seed: number,
): Promise<Grown[]> {
  const before = await timesOf(small, now, seed);
  const after = await timesOf(large, now, seed);
  return after.times.map(({ name, ms }, place) => ({
    name,
    small: median(before.times[place]?.ms ?? []),
    large: median(ms),
    slow: percentile(ms, 0.95),
  }));
}

/** Waits for a server that was just started. */
import type { ChildProcess } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { StepError } from "../server/run.js";

const pauseMs = 10;

/**
 * Resolves with the answer of the first success at the address; throws a StepError when the process has ended, or gives
 * none in time.
 */
export async function answering(url: string, child: ChildProcess, patienceMs = 60_000): Promise<Response> {
  const start = performance.now();
  while (performance.now() - start < patienceMs) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new StepError(`The server that was to answer ${url} has ended; it says why above.`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return answer;
    await setTimeout(pauseMs);
  }
  throw new StepError(`${url} gave no answer for ${patienceMs / 1000} seconds.`);
}

/** What the system says of a process: its memory and the time that it had on a processor. Linux only; else null. */
import { readFileSync } from "node:fs";

const ticksPerSecond = 100;

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Memory in use now and at its highest, in bytes. */
export function memoryOf(pid: number): { now: number; most: number } | null {
  const status = read(`/proc/${pid}/status`);
  const kib = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status ?? "")?.[1]);
  return status === null ? null : { now: kib("VmRSS") * 1024, most: kib("VmHWM") * 1024 };
}

/** Time on processors since its start, all its threads together, in milliseconds; one tick is 10 ms. */
export function cpuOf(pid: number): number | null {
  // The name of the program stands in brackets and may hold spaces.
  const fields = read(`/proc/${pid}/stat`)?.split(") ").at(-1)?.split(" ");
  return fields ? ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond : null;
}

/** The processes that a process has started and that still run. */
export const childrenOf = (pid: number): number[] =>
  (read(`/proc/${pid}/task/${pid}/children`) ?? "").split(" ").filter(Boolean).map(Number);

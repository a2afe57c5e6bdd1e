/** What a run of the benchmark is asked to do. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { StepError } from "../server/run.js";

export const sizes = { "1k": 1_000, "10k": 10_000, "100k": 100_000 } as const;
export type Size = keyof typeof sizes;

export const parts = ["data"] as const;
export type Part = (typeof parts)[number];

export interface Order {
  size: Size;
  agreements: number;
  seed: number;
  /** The one part to do; null: all of them. */
  only: Part | null;
  /** Where the database file is to lie; null: where the benchmark keeps its own. */
  to: string | null;
}

const usage = `Usage: npm run bench -- --size ${Object.keys(sizes).join("|")} [--only ${parts.join("|")}] [--to FILE] [--seed NUMBER]`;

const oneOf = <T extends string>(allowed: readonly T[], word: string): T => {
  const found = allowed.find((one) => one === word);
  if (found === undefined) throw new StepError(usage);
  return found;
};

/** Throws a StepError that says how to ask. */
export function readOrder(args: string[]): Order {
  try {
    const options = {
      size: { type: "string", default: "10k" },
      only: { type: "string" },
      to: { type: "string" },
      seed: { type: "string", default: "1" },
    } as const;
    const { size, only, to, seed } = parseArgs({ args, options }).values;
    const known = oneOf(Object.keys(sizes) as Size[], size);
    if (!/^\d{1,6}$/.test(seed)) throw new StepError(usage);
    return {
      size: known,
      agreements: sizes[known],
      seed: Number(seed),
      only: only === undefined ? null : oneOf(parts, only),
      to: to === undefined ? null : resolve(process.env.INIT_CWD ?? ".", to),
    };
  } catch {
    throw new StepError(usage);
  }
}

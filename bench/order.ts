/** What a run of the benchmark is asked to do. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { StepError } from "../server/run.js";

export const sizes = { "1k": 1_000, "10k": 10_000, "100k": 100_000 } as const;
export type Size = keyof typeof sizes;

export const parts = ["data", "load", "growth"] as const;
export type Part = (typeof parts)[number];

export interface Order {
  size: Size;
  agreements: number;
  seed: number;
  /** The one part to do; null: all of them. */
  only: Part | null;
  /** A database to measure instead of the benchmark's own; null: none. */
  from: string | null;
  /** Where a database that is only made is to lie, or the results; null: where the benchmark keeps its own. */
  to: string | null;
  rounds: number;
  /** How long one turn of a round is, in milliseconds. */
  turnMs: number;
}

const usage = `Usage: npm run bench -- --size ${Object.keys(sizes).join("|")} [--only ${parts.join("|")}] [--from DATABASE] [--to FILE] [--seed NUMBER] [--rounds NUMBER] [--seconds NUMBER]`;

const oneOf = <T extends string>(allowed: readonly T[], word: string): T => {
  const found = allowed.find((one) => one === word);
  if (found === undefined) throw new StepError(usage);
  return found;
};

const number = (text: string, form: RegExp): number => {
  if (!form.test(text)) throw new StepError(usage);
  return Number(text);
};

const path = (text: string | undefined): string | null =>
  text === undefined ? null : resolve(process.env.INIT_CWD ?? ".", text);

/** Throws a StepError that says how to ask. */
export function readOrder(args: string[]): Order {
  try {
    const options = {
      size: { type: "string", default: "10k" },
      only: { type: "string" },
      from: { type: "string" },
      to: { type: "string" },
      seed: { type: "string", default: "1" },
      rounds: { type: "string", default: "3" },
      seconds: { type: "string", default: "2.5" },
    } as const;
    const { size, only, from, to, seed, rounds, seconds } = parseArgs({ args, options }).values;
    const known = oneOf(Object.keys(sizes) as Size[], size);
    return {
      size: known,
      agreements: sizes[known],
      seed: number(seed, /^\d{1,6}$/),
      only: only === undefined ? null : oneOf(parts, only),
      from: path(from),
      to: path(to),
      rounds: number(rounds, /^[1-9]\d?$/),
      turnMs: number(seconds, /^(?:[1-9]\d?|0?\.[1-9]|[1-9]\.\d)$/) * 1000,
    };
  } catch {
    throw new StepError(usage);
  }
}

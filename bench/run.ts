/** Runs the benchmark, or the one part of it that is asked for. */
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, say } from "../server/run.js";
import { generate } from "./generate.ts";
import { type Order, readOrder } from "./order.ts";

/** Where generated databases are kept from run to run. */
const databaseOf = ({ size, to }: Order): string => to ?? join(root, `.data/bench/${size}.db`);

async function makeData(order: Order): Promise<void> {
  const path = databaseOf(order);
  mkdirSync(dirname(path), { recursive: true });
  const countries: unknown = JSON.parse(readFileSync(join(root, "data/countries.json"), "utf8"));
  const { agreements, seed } = order;
  const made = await generate({ path, agreements, seed, countries }, say);
  const perSecond = Math.round((made.agreements / made.writingMs) * 1000);
  say(`Made ${path}: ${made.agreements} agreements, ${made.acts} acts, ${perSecond} agreements a second.`);
}

/** `args` as they were given on the command line. */
export async function bench(args: string[]): Promise<void> {
  const order = readOrder(args);
  if (order.only === "data") await makeData(order);
}

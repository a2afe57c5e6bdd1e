/** Runs the benchmark, or the one part of it that is asked for. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildIfStale } from "../server/build.js";
import { root, say } from "../server/run.js";
import { copyData, dataFor, type KeptData, keep, makeData } from "./data.ts";
import { measureGrowth } from "./growth.ts";
import { describeMachine } from "./machine.ts";
import { measureLoad } from "./measure-load.ts";
import { type Order, readOrder, sizes } from "./order.ts";
import { report } from "./report.ts";

/** A folder that goes when this process does. */
function ownFolder(): string {
  mkdirSync(keep, { recursive: true });
  const folder = mkdtempSync(join(keep, "run-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function measureAll(order: Order): Promise<void> {
  const from = performance.now();
  const now = new Date().toISOString();
  const machine = describeMachine();
  const data = await dataFor(order, order.from);
  const folder = ownFolder();
  // First, while nobody else is there.
  const small =
    order.only === "load" ? null : await dataFor({ ...order, size: "1k", agreements: sizes["1k"] }, null);
  const grown = small ? await growth(order, { small, large: data }, folder, now) : null;
  await buildIfStale();
  const load = order.only === "growth" ? null : await measureLoad(order, data, folder, now);
  const minutes = (performance.now() - from) / 60_000;
  const text = report({ order, now, machine, data, load, grown, minutes });
  const path = order.to ?? join(root, `bench/results/${order.size}.md`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(text);
  say(`Written to ${path}.`);
}

/** Over copies: a database that is opened is written to, be it by its log alone. */
function growth(
  order: Order,
  { small, large }: { small: KeptData; large: KeptData },
  folder: string,
  now: string,
) {
  say("Asking every query inside one process.");
  const files = {
    small: copyData(small, join(folder, "small.db")),
    large: copyData(large, join(folder, "large.db")),
  };
  return measureGrowth(files, now, order.seed);
}

/** `args` as they were given on the command line. */
export async function bench(args: string[]): Promise<void> {
  const order = readOrder(args);
  if (order.only === "data") await makeData(order, order.to ?? join(keep, `${order.size}.db`));
  else await measureAll(order);
  // Servers that were started end with this process.
  process.exit();
}

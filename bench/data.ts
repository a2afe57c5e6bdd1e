/** The generated databases, kept from run to run, and what is known of their making. */
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { root, say } from "../server/run.js";
import { type GeneratedRecord, generate } from "./generate.ts";
import type { Order } from "./order.ts";

/** A folder of the repository that git does not see. */
export const keep = join(root, ".data/bench");

/** Where a record of this size and seed is kept. */
const fileOf = ({ size, seed }: Pick<Order, "size" | "seed">): string =>
  join(keep, seed === 1 ? `${size}.db` : `${size}-seed-${seed}.db`);

const noteOf = (path: string) => `${path}.json`;

/** Makes a database at `path`, and notes beside it how that went. */
export async function makeData(
  { agreements, seed }: Pick<Order, "agreements" | "seed">,
  path: string,
): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const countries: unknown = JSON.parse(readFileSync(join(root, "data/countries.json"), "utf8"));
  const made = await generate({ path, agreements, seed, countries }, say);
  writeFileSync(noteOf(path), JSON.stringify(made));
  const perSecond = Math.round((made.agreements / made.writingMs) * 1000);
  say(`Made ${path}: ${made.agreements} agreements, ${made.acts} acts, ${perSecond} agreements a second.`);
}

export interface KeptData {
  path: string;
  bytes: number;
  /** How its making went; null for a file that somebody else made. */
  made: GeneratedRecord | null;
}

/** The database of this order: the file that it names, the one of an earlier run, or a new one. */
export async function dataFor(
  order: Pick<Order, "size" | "agreements" | "seed">,
  given: string | null,
): Promise<KeptData> {
  const path = given ?? fileOf(order);
  if (given === null && !existsSync(noteOf(path))) {
    // Without its note it was not finished.
    for (const end of ["", "-wal", "-shm"]) rmSync(path + end, { force: true });
    say(`Making a record of ${order.agreements} agreements.`);
    await makeData(order, path);
  }
  const made = existsSync(noteOf(path))
    ? (JSON.parse(readFileSync(noteOf(path), "utf8")) as GeneratedRecord)
    : null;
  return { path, bytes: statSync(path).size, made };
}

/** A copy that may be written to; as cheap as the file system has it. The original is closed, so it has no log beside it. */
export function copyData({ path }: KeptData, to: string): string {
  copyFileSync(path, to, constants.COPYFILE_FICLONE);
  return to;
}

/** Starts everybody over the same record, asks in rounds, and stops them. */
import { join } from "node:path";
import { openSqlite } from "#db/sqlite.ts";
import { dayOfInstant } from "#domain/day.ts";
import { apiPaths, paths } from "#domain/paths.ts";
import type { Row } from "#domain/wire.ts";
import { StepError, say } from "../server/run.js";
import { type Asked, askedOfLimit, askedOfProduct, sameList } from "./asked.ts";
import { copyData, type KeptData } from "./data.ts";
import { createDice } from "./dice.ts";
import { shuffled } from "./drawn-views.ts";
import { type EditTimes, measureEdits } from "./edits.ts";
import { startLimit } from "./limit.ts";
import { makeLimitFile } from "./limit-file.ts";
import { startLoad } from "./load.ts";
import { startNginx } from "./nginx.ts";
import type { Order } from "./order.ts";
import { startPayload } from "./payload.ts";
import { memoryOf } from "./process-facts.ts";
import { type Beginning, startProduct } from "./product.ts";
import { type Listening, type Measured, measure, type Turn } from "./rounds.ts";

/** As many readers as a prototype had, so that figures can be compared. */
export const connections = 16;

export interface LoadFindings {
  measured: Measured[];
  edits: EditTimes[];
  beginning: Beginning;
  /** Of the product after all that, in bytes: now, and the most that it ever had. */
  memory: { now: number; most: number } | null;
  limitMemory: number | null;
  /** Sentences for what could not be measured. */
  absent: string[];
}

const turnsOf = (asked: readonly Asked[], server: Listening): Turn[] =>
  asked.map((one) => ({ asked: one, server }));

async function fetched(url: string): Promise<{ text: string; etag: string }> {
  const answer = await fetch(url, { headers: { "accept-encoding": "identity" } });
  return { text: await answer.text(), etag: answer.headers.get("etag") ?? "" };
}

const slugsOf = (text: string): string[] =>
  (JSON.parse(text) as { data: Row[] }).data.map(({ slug }) => slug);

/** A ratio says nothing unless both answer the same. */
async function demandSameRows(limit: Listening, product: Listening, [own, ours]: readonly [Asked, Asked]) {
  for (const at of [0, 1, 2, 3000, 4000]) {
    const [a, b] = await Promise.all(
      (
        [
          [limit, own],
          [product, ours],
        ] as const
      ).map(async ([{ port }, { paths }]) =>
        slugsOf((await fetched(`http://127.0.0.1:${port}${paths[at % paths.length] ?? ""}`)).text).join("\n"),
      ),
    );
    if (a !== b)
      throw new StepError(`The practical limit and the API answer ${ours.paths[at]} with different rows.`);
  }
}

async function limitFileOf(database: string, path: string, now: string): Promise<Row[]> {
  const db = openSqlite(database);
  try {
    return await makeLimitFile(db, path, { on: dayOfInstant(now), known: now });
  } finally {
    await db.close();
  }
}

/** A neighbour that cannot be had is missed with a sentence; the rest is measured without. */
const sentenceInto =
  (absent: string[], letter: string) =>
  (error: unknown): [] => {
    if (!(error instanceof StepError)) throw error;
    say(error.message);
    absent.push(`${letter} ${error.message}`);
    return [];
  };

/** `folder` is for the files of this run. */
export async function measureLoad(
  { rounds, turnMs, seed }: Order,
  data: KeptData,
  folder: string,
  now: string,
): Promise<LoadFindings> {
  const database = copyData(data, join(folder, "accords.db"));
  const product = await startProduct(database);
  say("Making the file of the practical limit.");
  const limitFile = join(folder, "limit.db");
  const rows = await limitFileOf(database, limitFile, now);
  const limit = await startLimit(limitFile);
  const { etag } = await fetched(product.origin + apiPaths.agreements(sameList));
  const ours = askedOfProduct(rows, dayOfInstant(now), etag, createDice(seed));
  const theirs = askedOfLimit(dayOfInstant(now));
  const [first, own] = [ours[0], theirs[0]];
  if (first && own) await demandSameRows(limit, product, [own, first]);
  const { text } = await fetched(product.origin + paths.agreements(sameList));
  const absent: string[] = [];
  const nginx = await startNginx(folder, text).catch(sentenceInto(absent, "(e)"));
  const payload = await startPayload(folder, rows, dayOfInstant(now)).catch(sentenceInto(absent, "(d)"));
  const turns = [...turnsOf(theirs, limit), ...turnsOf(ours, product), ...nginx, ...payload];
  const load = startLoad();
  const plan = { rounds, ms: turnMs, warmMs: Math.min(1000, turnMs), connections };
  const measured = await measure(load, turns, plan, say);
  load.stop();
  const memory = memoryOf(product.pids[0] ?? 0);
  say("Editing.");
  const touched = shuffled(rows, createDice(seed + 1)).slice(0, 2000);
  const edits = await measureEdits({ origin: product.origin, database, rows: touched }, now);
  return {
    measured,
    edits,
    beginning: product.beginning,
    memory,
    limitMemory: memoryOf(limit.pids[0] ?? 0)?.now ?? null,
    absent,
  };
}

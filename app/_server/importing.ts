/** `POST /api/v1/imports`: rights, file and words in the order of every write, then the dry run or the import. */
import { createHash } from "node:crypto";
import { answerWrite } from "#db/commands/answer-write.ts";
import { demandAccepted, type ImportInput, importBatch, rehearseImport } from "#db/commands/import-batch.ts";
import type { Database } from "#db/database.ts";
import { rememberedChoices } from "#db/queries/imports.ts";
import type { Instant } from "#domain/clocks.ts";
import { type Choices, readChoices } from "#domain/import/api.ts";
import { apiPaths } from "#domain/paths.ts";
import type { Actor } from "#domain/permission.ts";
import { admitWriter } from "./admission.ts";
import { database } from "./database.ts";
import { requestIdOf } from "./endpoint.ts";
import { importRows } from "./import-file.ts";
import {
  headerHashOf,
  type ImportWords,
  readImportWords,
  type SpooledFile,
  withSpooled,
} from "./import-request.ts";
import { actorOf } from "./session.ts";
import { readIdempotencyKey } from "./write-request.ts";
import { refusal } from "./writing.ts";

const closed = { "cache-control": "no-store", "content-type": "application/json; charset=utf-8" };

/** What the request chooses; where it chooses nothing, what was chosen for this header before. */
async function choicesOf(db: Database, words: ImportWords, headerHash: string | null): Promise<Choices> {
  const remembered = readChoices(headerHash === null ? {} : await rememberedChoices(db, headerHash));
  return {
    columns: words.mapping ?? remembered.columns,
    parties: words.parties
      ? new Map(Object.entries(words.parties).map(([name, codes]) => [name, codes.split("|")]))
      : remembered.parties,
    order: words.dateOrder ?? remembered.order,
  };
}

/** How many rows have been read, in the first pass over the file or in the second. */
type Progress = (rows: number, phase: "checking" | "importing") => void;

interface Asked {
  db: Database;
  actor: Actor;
  now: Instant;
  words: ReturnType<typeof readImportWords>;
  key: string | null;
  file: SpooledFile;
  onProgress: Progress;
}

async function inputOf({ db, words, file, onProgress }: Asked): Promise<ImportInput> {
  const headerHash = await headerHashOf(file);
  return {
    rows: () => importRows(file),
    name: words.name ?? "a file without a name",
    fileHash: file.hash,
    headerHash,
    choices: await choicesOf(db, words, headerHash),
    accept: words.partial === "true" ? "any" : (words.accept ?? "all"),
    from: words.resultsFrom ?? 1,
    onProgress: (rows) => onProgress(rows, "importing"),
  };
}

/** The same request is known by its address and its file. */
const requestHashOf = (request: Request, { file }: Asked): string =>
  createHash("sha256")
    .update(["POST", new URL(request.url).search, file.hash].join("\n"))
    .digest("hex");

async function perform(request: Request, asked: Asked): Promise<Response> {
  const { db, actor, now, words, key } = asked;
  const input = await inputOf(asked);
  const checking = { ...input, onProgress: (rows: number) => asked.onProgress(rows, "checking") };
  if (words.dryRun !== "false" || words.preflight) {
    const report = await rehearseImport(db, checking, now);
    return Response.json({ data: { dryRun: true, ...report } }, { headers: closed });
  }
  // A file that will be refused is refused before it holds up other writers.
  if (input.accept !== "any") {
    const foreseen = await rehearseImport(db, { ...checking, from: 1 }, now);
    if (!foreseen.alreadyImported || foreseen.create + foreseen.update > 0)
      demandAccepted(foreseen, input.accept);
  }
  const repeatable = key === null ? null : { key, requestHash: requestHashOf(request, asked) };
  const answer = await answerWrite(
    db,
    actor,
    { action: "import", status: 201, repeatable },
    now,
    async (entry) => {
      const report = await importBatch(entry, input);
      return { data: { dryRun: false, ...report }, status: report.id === undefined ? 200 : 201 };
    },
  );
  const { id } = (JSON.parse(answer.body) as { data: { id?: string } }).data;
  const location = id === undefined ? {} : { location: apiPaths.import(id) };
  return new Response(answer.body, { status: answer.status, headers: { ...closed, ...location } });
}

/** How often progress is told, in milliseconds. */
const tellEvery = 250;

/** Tells the progress line by line, and at last the answer that the request would have got. */
function told(run: (onProgress: Progress) => Promise<Response>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: unknown) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      let last = 0;
      const answer = await run((rows, phase) => {
        const now = performance.now();
        if (now - last < tellEvery) return;
        last = now;
        say({ phase, rows });
      });
      say({ status: answer.status, body: await answer.json() });
      controller.close();
    },
  });
  return new Response(body, {
    headers: { ...closed, "content-type": "application/x-ndjson; charset=utf-8" },
  });
}

/** The route. */
export async function importing(request: Request): Promise<Response> {
  try {
    const now = new Date().toISOString();
    const caller = await admitWriter(request, "import", now);
    const actor = actorOf(caller, requestIdOf(request));
    const run = (onProgress: Progress) =>
      withSpooled(request, async (file) => {
        const words = readImportWords(request);
        const key = readIdempotencyKey(request);
        return perform(request, { db: await database(), actor, now, words, key, file, onProgress });
      });
    if (!request.headers.get("accept")?.includes("application/x-ndjson")) return await run(() => undefined);
    return told((onProgress) => run(onProgress).catch((error: unknown) => refusal(error, request)));
  } catch (error) {
    return refusal(error, request);
  }
}

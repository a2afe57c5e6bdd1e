/** How long an editor waits for edits to be stored, through the API, with every commit forced to the disk. */
import { addUser } from "#db/commands/add-user.ts";
import { issueToken } from "#db/commands/issue-token.ts";
import { openSqlite } from "#db/sqlite.ts";
import { etagOf } from "#domain/api-writes.ts";
import { apiPaths, writePaths } from "#domain/paths.ts";
import { operator } from "#domain/permission.ts";
import type { Row } from "#domain/wire.ts";
import { StepError } from "../server/run.js";
import { sameList } from "./asked.ts";

export interface EditTimes {
  name: string;
  /** How many ask at a time. */
  writers: number;
  /** From the request to the end of the answer, in milliseconds. */
  ms: number[];
  perSecond: number;
}

/** Beside the server, as `npm run user` does it. */
async function editorToken(database: string, now: string): Promise<string> {
  const db = openSqlite(database);
  try {
    const { id } = await addUser(db, operator, { email: "bench@example.org", role: "editor" }, now);
    return (await issueToken(db, operator, id, now)).token;
  } finally {
    await db.close();
  }
}

interface Request {
  method: "GET" | "PATCH" | "POST";
  path: string;
  status: number;
  revision?: number;
  body?: unknown;
}

/** What an editor does to an agreement that nobody has touched since the rows were read. */
const edits = {
  fields: ({ slug, revision }: Row): Request => ({
    method: "PATCH",
    path: writePaths.agreement(slug),
    status: 200,
    revision,
    body: { statusNote: `Looked at again; it was revision ${revision}.` },
  }),
  act: ({ slug, revision }: Row): Request => ({
    method: "POST",
    path: writePaths.acts(slug),
    status: 201,
    revision,
    body: {
      kind: "meeting",
      actor: "both",
      date: "2026-01-15",
      certainty: "done",
      citations: [{ url: `https://gazette.example.org/${slug}` }],
    },
  }),
};

const readAfter: Request = { method: "GET", path: apiPaths.agreements(sameList), status: 200 };

function sender(origin: string, token: string) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return async ({ method, path, status, revision, body }: Request): Promise<number> => {
    const from = performance.now();
    const answer = await fetch(origin + path, {
      method,
      headers:
        method === "GET"
          ? {}
          : { ...headers, ...(revision !== undefined && { "if-match": etagOf(revision) }) },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await answer.text();
    if (answer.status !== status)
      throw new StepError(`${method} ${path} was answered with ${answer.status}: ${text.slice(0, 300)}`);
    return performance.now() - from;
  };
}

/** Each of the requests once, by so many writers at a time. */
async function timed(
  name: string,
  writers: number,
  requests: readonly Request[],
  send: (request: Request) => Promise<number>,
): Promise<EditTimes> {
  const ms: number[] = [];
  const waiting = requests.values();
  const from = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (const request of waiting) ms.push(await send(request));
    }),
  );
  return { name, writers, ms, perSecond: (ms.length / (performance.now() - from)) * 1000 };
}

/** `rows`: as the server has them; each of them is edited once at most. */
export async function measureEdits(
  { origin, database, rows }: { origin: string; database: string; rows: readonly Row[] },
  now: string,
): Promise<EditTimes[]> {
  const send = sender(origin, await editorToken(database, now));
  const part = Math.min(200, Math.floor(rows.length / 5));
  const some = (number: number) => rows.slice(number * part, (number + 1) * part);
  await timed(
    "warming up",
    1,
    [...some(0).slice(0, 20).map(edits.act), ...some(0).slice(20, 40).map(edits.fields)],
    send,
  );
  const fields = await timed("an edit of fields (PATCH)", 1, some(1).map(edits.fields), send);
  const acts = await timed("an act with its source (POST)", 1, some(2).map(edits.act), send);
  const both = some(3).map((row, place) => (place % 2 === 0 ? edits.fields : edits.act)(row));
  const together = await timed("both, by eight editors at a time", 8, both, send);
  const reads: number[] = [];
  for (const row of some(4).slice(0, 100)) {
    await send(edits.fields(row));
    reads.push(await send(readAfter));
  }
  const perSecond = 1000 / (reads.reduce((sum, ms) => sum + ms, 0) / reads.length);
  return [
    fields,
    acts,
    together,
    { name: "the list, read right after an edit", writers: 1, ms: reads, perSecond },
  ];
}

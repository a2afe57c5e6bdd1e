/** Answers are kept and shared, and still nobody reads what was true before an edit that was acknowledged. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import {
  addUsers,
  type OwnDatabase,
  type OwnServer,
  prepareOwnDatabase,
  startOwnServer,
} from "./bare-server.ts";
import { send } from "./write-client.ts";

test.describe.configure({ mode: "serial" });

const slug = "ukraine-luxembourg-security-2024";
const edits = 60;
const run = promisify(execFile);

let database: OwnDatabase;
let nodes: OwnServer[];
let token: string;

const addUser = (email: string) =>
  run(process.execPath, ["server/user.js", "add", email, "--role", "editor"], {
    env: { ...process.env, DATABASE_URL: database.url },
  });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  database = prepareOwnDatabase();
  token = addUsers(database.url).editor.token;
  nodes = [
    await startOwnServer({ DATABASE_URL: database.url }),
    await startOwnServer({ DATABASE_URL: database.url }),
  ];
});
test.afterAll(async () => {
  await Promise.all((nodes ?? []).map(({ stop }) => stop()));
  database?.remove();
});

/** The number of the latest edit that a text shows. */
const shownIn = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/The pact in its edit (\d+)\b/g)].map(([, number]) => Number(number)));

const views = [
  `/agreements/${slug}`,
  `/api/v1/agreements/${slug}`,
  "/api/v1/agreements?party=LU",
  `/agreements/${slug}/history`,
  "/changes",
  "/agreements.csv?party=LU",
] as const;

test("each of thousands of reads on two servers shows every edit that was acknowledged before it began", async () => {
  test.setTimeout(180_000);
  let acknowledged = 0;
  let isOver = false;
  const stale: string[] = [];
  const counts = { reads: 0, unchanged: 0 };

  const reader = async (number: number) => {
    const path = views[number % views.length] as string;
    const held = new Map<string, { etag: string; shown: number }>();
    while (!isOver) {
      for (const { url } of nodes) {
        const least = acknowledged;
        const before = held.get(url);
        const answer = await fetch(url + path, {
          headers: before && counts.reads % 2 === 0 ? { "if-none-match": before.etag } : {},
        });
        const shown = answer.status === 304 ? (before?.shown ?? -1) : shownIn(await answer.text());
        counts.reads += 1;
        if (answer.status === 304) counts.unchanged += 1;
        if (shown < least) stale.push(`${path} showed ${shown} after ${least} (status ${answer.status})`);
        held.set(url, { etag: answer.headers.get("etag") ?? "", shown });
      }
    }
  };

  const editor = async () => {
    let etag = (await send(`${nodes[0]?.url}/api/v1/agreements/${slug}`, "GET")).etag ?? "";
    for (let edit = 1; edit <= edits; edit++) {
      const { url } = nodes[edit % nodes.length] as OwnServer;
      const body = { title: `The pact in its edit ${edit}` };
      const headers = { "if-match": etag };
      const done = await send(`${url}/api/v1/agreements/${slug}`, "PATCH", { token, headers, body });
      expect(done.status).toBe(200);
      acknowledged = edit;
      etag = done.etag ?? "";
      // A third process writes to the same record, which is nobody's view and yet a commit.
      if (edit % 20 === 0) await addUser(`another-${edit}@example.org`);
      // Time for reads between two edits, which are then answered from memory.
      await new Promise((done) => setTimeout(done, edit % 3 === 0 ? 60 : 0));
    }
  };

  const readers = Array.from({ length: 10 }, (_, number) => reader(number));
  await editor().finally(() => {
    isOver = true;
  });
  await Promise.all(readers);
  expect(stale.slice(0, 5)).toEqual([]);
  expect(counts.reads).toBeGreaterThan(edits * 5);
  expect(counts.unchanged).toBeGreaterThan(10);
});

test("a copy is asked about, not sent again, until the record moves", async () => {
  const [first, second] = nodes as [OwnServer, OwnServer];
  const path = `/agreements/${slug}`;
  const page = await fetch(first.url + path);
  const etag = page.headers.get("etag") ?? "";
  expect([page.status, page.headers.get("cache-control"), await page.text()]).toEqual([
    200,
    "no-cache",
    expect.stringContaining(`edit ${edits}`),
  ]);
  const again = await fetch(first.url + path, { headers: { "if-none-match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const seen = await send(`${second.url}/api/v1${path}`, "GET");
  const headers = { "if-match": seen.etag ?? "" };
  const body = { title: "The pact in its edit 1000" };
  expect((await send(`${second.url}/api/v1${path}`, "PATCH", { token, headers, body })).status).toBe(200);
  const moved = await fetch(first.url + path, { headers: { "if-none-match": etag } });
  expect([moved.status, await moved.text()]).toEqual([200, expect.stringContaining("edit 1000")]);
});

/** Frozen views outlast the record: edited at random behind them, carried to another database, checked outside the app. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { seeded } from "#domain/seeded.ts";
import {
  addUsers,
  type OwnDatabase,
  type OwnServer,
  prepareOwnDatabase,
  startOwnServer,
} from "./bare-server.ts";
import { faultsOfCalendar, faultsOfFeed } from "./feed-rules.ts";
import {
  agreementsOfCalendar,
  agreementsOfFeed,
  lanesOfPage,
  namesOfPicture,
  rowsOfCsv,
  rowsOfPage,
  rowsOfWorkbook,
} from "./rows-of-forms.ts";
import { actOf, send } from "./write-client.ts";

test.describe.configure({ mode: "serial" });

const luxembourg = "ukraine-luxembourg-security-2024";
const views = [
  "/timeline?party=UA&on=2024-05-14",
  "/agreements?stage=in-effect",
  `/agreements/${luxembourg}`,
  "/countries/LU",
  "/",
];

let folder: string;
let database: OwnDatabase;
let server: OwnServer;
let token: string;

const command = (name: string, url: string, ...words: string[]) =>
  spawnSync(process.execPath, [`server/${name}.js`, ...words], {
    env: { ...process.env, DATABASE_URL: url },
    encoding: "utf8",
  });
const api = (path: string) => `${server.url}/api/v1${path}`;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = mkdtempSync(join(tmpdir(), "accords-frozen-"));
  database = prepareOwnDatabase();
  token = addUsers(database.url).editor.token;
  server = await startOwnServer({ DATABASE_URL: database.url });
});
test.afterAll(async () => {
  await server?.stop();
  database?.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Frozen {
  hash: string;
  json: string;
  html: string;
  slugs: string[];
}
const frozen: Frozen[] = [];

async function freeze(at: OwnServer, path: string): Promise<string> {
  const made = await send(`${at.url}/api/v1/shares`, "POST", { body: { path } });
  expect([path, made.status]).toEqual([path, 201]);
  return made.body.hash;
}

const bytesOf = async (hash: string) => ({
  json: (await send(api(`/shares/${hash}`), "GET")).text,
  html: await (await fetch(`${server.url}/s/${hash}`)).text(),
});

/** One edit of a kind that is drawn; answers with the agreement. */
async function edit(random: () => number, slugs: readonly string[], number: number): Promise<string> {
  const slug = slugs[Math.floor(random() * slugs.length)] ?? luxembourg;
  const { body, etag } = await send(api(`/agreements/${slug}`), "GET");
  const headers = { "if-match": etag ?? "" };
  const acts: { id: string }[] = body.data.acts;
  const act = acts[Math.floor(random() * acts.length)];
  const kind = Math.floor(random() * 3);
  const made = actOf(`edit ${number} behind frozen views`);
  const answer =
    kind === 0 || act === undefined
      ? await send(api(`/agreements/${slug}/acts`), "POST", { token, headers, body: made })
      : kind === 1
        ? await send(api(`/acts/${act.id}/corrections`), "POST", {
            token,
            headers,
            body: { ...made, reason: "It was misread." },
          })
        : await send(api(`/acts/${act.id}/withdrawal`), "POST", {
            token,
            headers,
            body: { reason: "It never happened." },
          });
  expect([200, 201]).toContain(answer.status);
  return slug;
}

test("views stay to the byte what they were while the record is edited at random", async ({ page }) => {
  test.setTimeout(120_000);
  for (const path of views) {
    const hash = await freeze(server, path);
    const bytes = await bytesOf(hash);
    const slugs = (JSON.parse(bytes.json).rows as { slug: string }[]).map(({ slug }) => slug);
    frozen.push({ hash, ...bytes, slugs });
  }
  const random = seeded(14);
  const all = [...new Set(frozen.flatMap(({ slugs }) => slugs))];
  const edited: string[] = [];
  for (let number = 0; number < 30; number++) edited.push(await edit(random, all, number));
  for (const { hash, json, html, slugs } of frozen) {
    expect(await bytesOf(hash)).toEqual({ json, html });
    const changes = edited.filter((slug) => slugs.includes(slug)).length;
    const told = await send(api(`/shares/${hash}/changes`), "GET");
    expect(told.body.data.changes).toBe(changes);
    await page.goto(`${server.url}/s/${hash}`);
    const words = changes === 0 ? "Nothing has changed since." : `${changes} change`;
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText(/this is what was frozen/)).toBeVisible();
  }
});

test("every form of a view has the same agreements, under random filters and at random clocks", async () => {
  test.setTimeout(120_000);
  const { data } = (await send(api("/changes?limit=200"), "GET")).body;
  const instants: string[] = data.map(({ recordedAt }: { recordedAt: string }) => recordedAt);
  const random = seeded(41);
  const pick = <T>(choices: readonly T[]) => choices[Math.floor(random() * choices.length)] as T;
  const words: Record<string, readonly string[]> = {
    party: ["UA", "LU", "GB", "IT"],
    stage: ["signed", "negotiating", "in-effect"],
    tag: ["kyiv-list"],
    q: ["Київ", "security"],
    flag: ["disputed", "stalled", "overdue"],
    signedFrom: ["2024-03-01"],
    signedTo: ["2024-06-30", "2025-01-31"],
    on: ["2023-08-15", "2024-05-14", "2024-07-01", "2026-11-01"],
    known: instants,
  };
  const shown: number[] = [];
  for (let round = 0; round < 25; round++) {
    const chosen = Object.entries(words).filter(() => random() < 0.33);
    const query = new URLSearchParams(chosen.map(([word, values]) => [word, pick(values)])).toString();
    const bytes = async (path: string) => {
      const answer = await fetch(`${server.url}${path}${path.includes("?") ? "&" : "?"}${query}`);
      expect([path, query, answer.status]).toEqual([path, query, 200]);
      if (path.startsWith("/agreements.csv")) {
        const [, described = ""] =
          /<([^>]*)>; rel="describedby"/.exec(answer.headers.get("link") ?? "") ?? [];
        expect((await (await fetch(server.url + described)).json())["@context"]).toBeDefined();
      }
      return Buffer.from(await answer.arrayBuffer());
    };
    const text = async (path: string) => (await bytes(path)).toString("utf8");
    const { data: list } = JSON.parse(await text("/agreements.json?limit=200"));
    const rows: { slug: string; stage: { code: string } }[] = list;
    const slugs = rows.map(({ slug }) => slug);
    shown.push(slugs.length);
    expect(rowsOfPage(await text("/agreements?limit=200")), query).toEqual(slugs);
    expect(rowsOfCsv(await text("/agreements.csv?limit=200")), query).toEqual(slugs);
    expect(rowsOfWorkbook(await bytes("/agreements.xlsx?limit=200")), query).toEqual(slugs);
    const feed = await text("/agreements.atom?limit=200");
    expect(faultsOfFeed(feed), query).toEqual([]);
    expect(agreementsOfFeed(feed).sort(), query).toEqual(slugs.toSorted());
    // What had not begun by the day has nothing to show in a calendar.
    const calendar = await text("/agreements.ics");
    expect(faultsOfCalendar(calendar), query).toEqual([]);
    const dated = agreementsOfCalendar(calendar);
    expect(
      dated.filter((slug) => !slugs.includes(slug)),
      query,
    ).toEqual([]);
    const begun = rows.filter(({ stage }) => stage.code !== "unknown").map(({ slug }) => slug);
    expect(
      begun.filter((slug) => !dated.includes(slug)),
      query,
    ).toEqual([]);
    const lanes = lanesOfPage(await text("/timeline"));
    expect(lanes.map(({ slug }) => slug).sort(), query).toEqual(slugs.toSorted());
    expect(namesOfPicture(await text("/timeline.svg")), query).toEqual(lanes.map(({ name }) => name));
  }
  expect(new Set(shown).size).toBeGreaterThan(5);
});

test("the hash is checked outside the app, and a flipped byte is reported", () => {
  for (const { hash, json } of frozen.slice(0, 2)) {
    const file = join(folder, `${hash}.json`);
    writeFileSync(file, json);
    expect(command("share", database.url, "verify", file).status).toBe(0);
    expect(command("share", database.url, "verify", hash).status).toBe(0);
    const bytes = Buffer.from(json);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const refused = command("share", database.url, "verify", file);
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain("was changed");
  }
  const [first] = frozen;
  expect(
    createHash("sha256")
      .update(first?.json ?? "")
      .digest("hex"),
  ).toBe(first?.hash);
});

test("a release that another database reads gives the same hash for every frozen view", async () => {
  test.setTimeout(120_000);
  const { known } = (await send(api("/agreements?limit=1"), "GET")).body.clock;
  const pinned = views.map((path) => `${path}${path.includes("?") ? "&" : "?"}known=${known}`);
  const dayless = (path: string) => (path.includes("on=") ? path : `${path}&on=2026-01-01`);
  const hashes = [];
  for (const path of pinned) hashes.push(await freeze(server, dayless(path)));
  const release = join(folder, "release.zip");
  expect(command("export", database.url, release)).toMatchObject({ status: 0 });
  const other = `file:${join(folder, "other.db")}`;
  const read = command("import-release", other, release);
  expect(read.stdout + read.stderr).toContain("every hash holds");
  const second = await startOwnServer({ DATABASE_URL: other });
  try {
    const anew = [];
    for (const path of pinned) anew.push(await freeze(second, dayless(path)));
    expect(anew).toEqual(hashes);
    for (const { hash, json } of frozen)
      expect((await send(`${second.url}/api/v1/shares/${hash}`, "GET")).text).toBe(json);
  } finally {
    await second.stop();
  }
  expect(command("import-release", other, release).stderr).toContain("not empty");
});

/** Two servers on one database: whichever is asked, one record, one count of attempts, one answer to one request. */
import { execFileSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { type OwnDatabase, type OwnServer, prepareOwnDatabase, startOwnServer } from "./bare-server.ts";
import { actOf, send } from "./write-client.ts";

test.describe.configure({ mode: "serial" });

const slugs = ["ukraine-luxembourg-security-2024", "ukraine-france-security-2024"] as const;
let database: OwnDatabase;
let nodes: [OwnServer, OwnServer];
let token: string;

const user = (...words: string[]) =>
  execFileSync(process.execPath, ["server/user.js", ...words], {
    env: { ...process.env, DATABASE_URL: database.url },
    encoding: "utf8",
  });
const api = (node: number, path: string) => `${nodes[node % 2]?.url}/api/v1${path}`;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  database = prepareOwnDatabase();
  user("add", "editor@example.org", "--role", "editor");
  token = user("token", "editor@example.org").trim().split("\n").at(-1) ?? "";
  const settings = { DATABASE_URL: database.url };
  nodes = [await startOwnServer(settings), await startOwnServer(settings)];
});
test.afterAll(async () => {
  await Promise.all((nodes ?? []).map(({ stop }) => stop()));
  database?.remove();
});

test("200 edits sent to both at once are all in the history, and the audit log is whole", async () => {
  test.setTimeout(120_000);
  const before = await Promise.all(slugs.map((slug) => send(api(0, `/agreements/${slug}`), "GET")));
  const marks = Array.from({ length: 200 }, (_, index) => `edit ${index} of two nodes`);
  const answers = await Promise.all(
    marks.map((mark, index) => {
      const headers = { "if-match": before[index % 2]?.etag ?? "" };
      return send(api(index >> 1, `/agreements/${slugs[index % 2]}/checks`), "POST", {
        token,
        headers,
        body: { on: "2026-01-01", note: mark },
      });
    }),
  );
  expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
  const told: string[] = [];
  for (const [index, slug] of slugs.entries()) {
    const path = `/agreements/${slug}/history?limit=200`;
    const [one, two] = [await send(api(0, path), "GET"), await send(api(1, path), "GET")];
    expect(two.body).toEqual(one.body);
    const revisions = one.body.data.map(({ revision }: { revision: number }) => revision);
    expect(revisions).toEqual(revisions.map((_: number, place: number) => revisions.length - place));
    told.push(
      ...marks.filter((mark, at) => at % 2 === index && JSON.stringify(one.body).includes(`"${mark}"`)),
    );
  }
  expect(told.length).toBe(200);
  const verified = execFileSync(process.execPath, ["server/audit-verify.js"], {
    env: { ...process.env, DATABASE_URL: database.url },
    encoding: "utf8",
  });
  expect(verified).toContain("The audit log is whole");
});

test("one request that is sent to both is done once, and answered alike", async () => {
  const [slug] = slugs;
  const seen = await send(api(0, `/agreements/${slug}`), "GET");
  const headers = { "if-match": seen.etag ?? "", "idempotency-key": "sent-to-both-nodes" };
  const body = actOf("once on two nodes");
  const answers = await Promise.all(
    [0, 1, 0, 1].map((node) => send(api(node, `/agreements/${slug}/acts`), "POST", { token, headers, body })),
  );
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body);
  const after = await send(api(1, `/agreements/${slug}`), "GET");
  expect(after.body.data.revision).toBe(seen.body.data.revision + 1);
});

test("failed sign-ins are counted over both", async () => {
  const signIn = async (node: number) => {
    const { url } = nodes[node % 2] as OwnServer;
    const answer = await fetch(`${url}/sign-in`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: url, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ email: "editor@example.org", password: "not the password" }),
    });
    return answer.status;
  };
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 12; attempt++) statuses.push(await signIn(attempt));
  expect(statuses.slice(0, 4)).toEqual([401, 401, 401, 401]);
  expect(statuses.slice(-2)).toEqual([429, 429]);
});

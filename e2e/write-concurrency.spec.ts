/** Many editors at once: nothing is lost, nothing is done twice, and whoever comes too late is told. */
import { expect, test } from "@playwright/test";
import { faultsOf } from "#db/testing.ts";
import { type KillableServer, killableServer } from "./killable-server.ts";
import { actOf, type Sent, send } from "./write-client.ts";

test.describe.configure({ mode: "serial" });

let server: KillableServer;
let token: string;
let slugs: string[];
const api = (path: string) => `${server.url}/api/v1${path}`;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await killableServer("concurrency");
  token = server.users.editor.token;
  const list = await send(api("/agreements?limit=10"), "GET");
  slugs = list.body.data.map(({ slug }: { slug: string }) => slug);
});
test.afterAll(async () => {
  await server?.stop();
  server?.remove();
});

/** What the history of an agreement holds beyond what was loaded, oldest first. */
async function historyOf(slug: string) {
  const changes = [];
  let cursor: string | null = null;
  do {
    const page: Sent = await send(
      api(`/agreements/${slug}/history?limit=200${cursor ? `&cursor=${cursor}` : ""}`),
      "GET",
    );
    changes.push(...page.body.data);
    cursor = page.body.page.next;
  } while (cursor !== null);
  return changes.reverse();
}

const percentile = (times: number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? 0;

test("200 edits by 20 clients on 10 agreements are in the history or refused with both versions", async () => {
  test.setTimeout(240_000);
  const accepted = new Map<string, { slug: string; revision: number }>();
  const times: number[] = [];
  let refused = 0;
  const client = async (number: number) => {
    for (let round = 0; round < 10; round++) {
      const slug = slugs[(number * 7 + round * 3) % slugs.length] ?? "";
      const mark = `client ${number}, edit ${round}`;
      const seen = await send(api(`/agreements/${slug}`), "GET");
      const headers = { "if-match": seen.etag ?? "" };
      const began = performance.now();
      const edit =
        round % 3 === 0
          ? await send(api(`/agreements/${slug}`), "PATCH", { token, headers, body: { statusNote: mark } })
          : await send(api(`/agreements/${slug}/acts`), "POST", { token, headers, body: actOf(mark) });
      times.push(performance.now() - began);
      if (edit.status === 409) {
        refused += 1;
        expect(edit.body).toMatchObject({ base: {}, theirs: {}, yours: {} });
        expect(edit.body.conflicts.length).toBeGreaterThan(0);
        expect(edit.etag).toBe(`"r${edit.body.revision}"`);
      } else {
        expect([200, 201], edit.text).toContain(edit.status);
        expect(edit.etag).toBe(`"r${edit.body.revision}"`);
        accepted.set(mark, { slug, revision: edit.body.revision });
      }
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: 20 }, (_, number) => client(number)));
  console.log(
    `200 edits in ${(performance.now() - began).toFixed(0)} ms: ${accepted.size} accepted, ${refused} refused; ` +
      `a write took ${percentile(times, 0.5).toFixed(0)} ms in the middle, ${percentile(times, 0.99).toFixed(0)} ms at p99`,
  );
  expect(accepted.size + refused).toBe(200);
  expect(accepted.size).toBeGreaterThan(9);
  const recorded = new Map<string, { slug: string; revision: number }>();
  for (const slug of slugs) {
    const history = await historyOf(slug);
    expect(history.map(({ revision }) => revision)).toEqual(history.map((_, index) => index + 1));
    for (const { after, revision } of history.slice(1)) {
      const mark = after.act?.note ?? after.fields?.statusNote;
      expect(recorded.has(mark), `${mark} is there once`).toBe(false);
      recorded.set(mark, { slug, revision });
    }
  }
  expect(new Map([...recorded].sort())).toEqual(new Map([...accepted].sort()));
  expect(await faultsOf(server.databaseUrl)).toEqual([]);
});

test("of 32 who saw the same, one wins and the others are told", async () => {
  test.setTimeout(120_000);
  const slug = slugs[0] ?? "";
  for (let round = 0; round < 5; round++) {
    const { etag } = await send(api(`/agreements/${slug}`), "GET");
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, number) =>
        send(api(`/agreements/${slug}`), "PATCH", {
          token,
          headers: { "if-match": etag ?? "" },
          body: { summary: `Round ${round}, writer ${number}` },
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(31);
  }
});

test("edits of different fields merge, of the same field they do not", async () => {
  const slug = slugs[1] ?? "";
  const { etag } = await send(api(`/agreements/${slug}`), "GET");
  const headers = { "if-match": etag ?? "" };
  const patch = (body: object) => send(api(`/agreements/${slug}`), "PATCH", { token, headers, body });
  expect((await patch({ summary: "By the one" })).status).toBe(200);
  const merged = await patch({ legalNote: "By the other" });
  expect(merged).toMatchObject({
    status: 200,
    body: { data: { summary: "By the one", legalNote: "By the other" } },
  });
  const collided = await patch({ summary: "By a third" });
  expect(collided).toMatchObject({
    status: 409,
    body: { conflicts: ["summary"], theirs: { summary: "By the one" }, yours: { summary: "By a third" } },
  });
  // An act stands beside fields: what was changed in between does not touch the stage that the editor saw.
  expect(
    (await send(api(`/agreements/${slug}/acts`), "POST", { token, headers, body: actOf("merged") })).status,
  ).toBe(201);
  expect(
    (await send(api(`/agreements/${slug}/acts`), "POST", { token, headers, body: actOf("late") })).status,
  ).toBe(409);
});

test("ten sends of one key are one effect and ten equal answers", async () => {
  const slug = slugs[2] ?? "";
  const { etag, body: before } = await send(api(`/agreements/${slug}`), "GET");
  const headers = { "if-match": etag ?? "", "idempotency-key": "one-and-the-same" };
  const call = { token, headers, body: actOf("once") };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => send(api(`/agreements/${slug}/acts`), "POST", call)),
  );
  expect(new Set(answers.map(({ status, etag: tag, text }) => `${status} ${tag} ${text}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(201);
  const after = await send(api(`/agreements/${slug}`), "GET");
  expect(after.body.data.revision).toBe(before.data.revision + 1);
  const other = await send(api(`/agreements/${slug}/acts`), "POST", { ...call, body: actOf("another") });
  expect(other).toMatchObject({ status: 422, body: { guard: "idempotency-key-reused" } });
  // The key of one user is nobody else's.
  const admin = {
    ...call,
    token: server.users.admin.token,
    headers: { ...headers, "if-match": after.etag ?? "" },
  };
  expect((await send(api(`/agreements/${slug}/acts`), "POST", admin)).status).toBe(201);
});

/** Every writing route, called by everybody in every wrong way: the stated answer, never a 500, and nothing changed. */
import { createHash } from "node:crypto";
import { expect, test } from "@playwright/test";
import { type ApiWrite, apiWrites, proposalWrites } from "#domain/api-writes.ts";
import { may, type Role, roles } from "#domain/permission.ts";
import { problem } from "#domain/wire.ts";
import { type KillableServer, killableServer } from "./killable-server.ts";
import { actOf, type Call, type Sent, send } from "./write-client.ts";
import { brokenBodies, dice, goodRequests, spoil } from "./write-requests.ts";

test.describe.configure({ mode: "serial" });

const routes = Object.entries<ApiWrite>({ ...apiWrites, ...proposalWrites });
let server: KillableServer;
let good: ReturnType<typeof goodRequests>;
let slug: string;

const api = (path: string) => `${server.url}/api/v1${path}`;
const tokenOf = (role: Role) => (role === "anyone" ? {} : { token: server.users[role].token });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await killableServer("rights");
  slug = "ukraine-luxembourg-security-2024";
  const { token } = server.users.editor;
  const seen = await send(api(`/agreements/${slug}`), "GET");
  const headers = { "if-match": seen.etag ?? "" };
  const act = await send(api(`/agreements/${slug}/acts`), "POST", { token, headers, body: actOf("target") });
  const proposed = await send(api("/proposals"), "POST", {
    token: server.users.contributor.token,
    body: { method: "POST", path: `/api/v1/agreements/${slug}/acts`, body: actOf("wished for") },
  });
  const latest = await send(api(`/agreements/${slug}/history?limit=1`), "GET");
  good = goodRequests({
    slug,
    act: act.body.data.id,
    commitment: seen.body.data.commitments[0].id,
    citation: seen.body.data.citations[0].id,
    proposal: proposed.body.data.id,
    change: latest.body.data[0].sequence,
  });
});
test.afterAll(async () => {
  await server?.stop();
  server?.remove();
});

/** Everything that anyone can read of the record, as hashes of its bytes. */
async function record(): Promise<string> {
  const parts = await Promise.all([
    send(api("/agreements?limit=200"), "GET"),
    send(api(`/agreements/${slug}`), "GET"),
    send(api("/changes?limit=200"), "GET"),
    send(api("/proposals"), "GET", tokenOf("admin")),
  ]);
  return parts.map(({ text }) => createHash("sha256").update(text).digest("hex")).join("\n");
}

const etagNow = async () => (await send(api(`/agreements/${slug}`), "GET")).etag ?? "";

/** The good request of a route, with something else about it. */
const call = (name: string, { method }: ApiWrite, { headers, ...rest }: Call, query = ""): Promise<Sent> =>
  send(api(`${good[name]?.path}${query}`), method, {
    body: good[name]?.body,
    headers: headers ?? {},
    ...rest,
  });

function expectProblem({ status, body, headers, text }: Sent, wanted: number, what: string) {
  expect(status, `${what}: ${text.slice(0, 300)}`).toBe(wanted);
  expect(problem.parse(body).status, what).toBe(wanted);
  expect(headers.get("content-type"), what).toContain("application/problem+json");
  expect(headers.get("access-control-allow-origin"), what).toBeNull();
}

test("the requests of the test are good ones", async () => {
  const before = await record();
  for (const [name, route] of routes) {
    const headers = route.revision === "none" ? {} : { "if-match": await etagNow() };
    const answer = await call(name, route, { ...tokenOf("editor"), headers }, "?preflight=true");
    expect(answer.status, `${name}: ${answer.text.slice(0, 300)}`).toBe(200);
    expect(answer.body.data.sentences.length, name).toBeGreaterThan(0);
  }
  expect(await record()).toBe(before);
});

test("a role without the right is refused, and so is whoever sends no or a strange token", async () => {
  test.setTimeout(90_000);
  const before = await record();
  const etag = await etagNow();
  for (const [name, route] of routes) {
    for (const role of roles.filter((one) => !may(one, route.action))) {
      const refused = role === "anyone" ? 401 : 403;
      for (const headers of [{ "if-match": etag }, {}])
        expectProblem(await call(name, route, { ...tokenOf(role), headers }), refused, `${name} as ${role}`);
      expectProblem(await call(name, route, tokenOf(role), "?preflight=true"), refused, `${name} as ${role}`);
    }
    for (const authorization of [
      "Bearer ",
      "Bearer x",
      "Basic YTpi",
      `Bearer accords_${"A".repeat(43)}`,
      "admin",
    ])
      expectProblem(
        await call(name, route, { headers: { authorization } }),
        401,
        `${name} as ${authorization}`,
      );
  }
  expect(await record()).toBe(before);
});

test("a cookie counts in requests from our own pages alone", async () => {
  test.setTimeout(90_000);
  const before = await record();
  const { email, password } = server.users.editor;
  const signedIn = await fetch(`${server.url}/sign-in`, {
    method: "POST",
    headers: { origin: server.url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email, password }),
    redirect: "manual",
  });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  expect(cookie).toContain("__Host-session=");
  const foreign = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: `${server.url}.evil.example` },
    { origin: server.url.replace("http:", "https:") },
    { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    { origin: server.url, "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    {},
  ];
  for (const [name, route] of routes) {
    const etag = await etagNow();
    for (const headers of foreign) {
      const answer = await call(name, route, { headers: { cookie, "if-match": etag, ...headers } });
      expectProblem(answer, 403, `${name} from ${JSON.stringify(headers)}`);
    }
    const ours = { cookie, "if-match": etag, origin: server.url };
    expect((await call(name, route, { headers: ours }, "?preflight=true")).status, name).toBe(200);
  }
  expect(await record()).toBe(before);
});

test("no, a malformed and a stale If-Match", async () => {
  test.setTimeout(90_000);
  const before = await record();
  const as = tokenOf("editor");
  for (const [name, route] of routes.filter(([, { revision }]) => revision === "required")) {
    expectProblem(await call(name, route, as), 428, `${name} without If-Match`);
    const malformed = [
      "*",
      'W/"r2"',
      '"r1", "r2"',
      "r2",
      '"2"',
      '"r-1"',
      '"r1e3"',
      '"r99999999999999999999"',
      "",
    ];
    for (const given of malformed)
      expectProblem(
        await call(name, route, { ...as, headers: { "if-match": given } }),
        400,
        `${name} with ${given}`,
      );
  }
  for (const name of ["recordAct", "correctAct", "withdrawAct"] as const) {
    const stale = await call(name, apiWrites[name], { ...as, headers: { "if-match": '"r1"' } });
    expectProblem(stale, 409, `${name}, stale`);
    expect(stale.body).toMatchObject({ conflicts: ["acts"], revision: 2, base: {}, theirs: {}, yours: {} });
  }
  for (const [name, route] of routes.filter(([, { revision }]) => revision === "required")) {
    const never = await call(name, route, { ...as, headers: { "if-match": '"r999"' } });
    expectProblem(never, 409, `${name} with a revision that never was`);
    expect(never.body.conflicts.length, name).toBeGreaterThan(0);
    expect(never.etag, name).toBe('"r2"');
  }
  expect(await record()).toBe(before);
});

test("other forms of body, and methods that are not there", async () => {
  test.setTimeout(90_000);
  const before = await record();
  const as = { ...tokenOf("editor"), headers: { "if-match": await etagNow() } };
  for (const [name, route] of routes) {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=a",
      "application/xml",
    ])
      expectProblem(
        await call(name, route, { ...as, headers: { ...as.headers, "content-type": type } }),
        415,
        `${name} as ${type}`,
      );
    const zipped = { ...as, headers: { ...as.headers, "content-encoding": "gzip" } };
    expect((await call(name, route, zipped)).status, `${name}, compressed`).toBe(415);
    const huge = JSON.stringify({ ...good[name]?.body, reason: "x".repeat(1_100_000) });
    expect((await call(name, route, { ...as, body: huge }).catch(() => ({ status: 413 }))).status, name).toBe(
      413,
    );
    for (const body of brokenBodies.filter((text) => text !== "")) {
      const what = `${name} with ${body.slice(0, 40)}`;
      expectProblem(await call(name, route, { ...as, body }), 400, what);
    }
    const bytes = new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]);
    const latin = await fetch(api(good[name]?.path ?? ""), {
      method: route.method,
      headers: { authorization: `Bearer ${as.token}`, "content-type": "application/json", ...as.headers },
      body: bytes,
    });
    expect(latin.status, name).toBe(400);
    expectProblem(await call(name, route, as, "?preflight=perhaps"), 400, `${name}, a strange preflight`);
    expectProblem(await call(name, route, as, "?colour=red"), 400, `${name}, an unknown word`);
    const removed = await send(api(good[name]?.path ?? ""), "DELETE", as);
    expect(removed.status, name).toBe(405);
    expect(removed.headers.get("allow"), name).toContain(route.method);
  }
  expect(await record()).toBe(before);
});

test("1,000 spoilt bodies are refused with the field, or would be good ones", async () => {
  test.setTimeout(240_000);
  const before = await record();
  const pick = dice(20240514);
  const as = { ...tokenOf("editor"), headers: { "if-match": await etagNow() } };
  const tally: Record<number, number> = {};
  for (let round = 0; round < 1000; round++) {
    const [name, route] = pick(routes);
    const body = spoil(good[name]?.body ?? {}, pick);
    const isGood = route.body.safeParse(body).success && JSON.stringify(body).isWellFormed();
    // What could be done is only rehearsed, so that the record stays as it is.
    const answer = await call(name, route, { ...as, body }, isGood ? "?preflight=true" : "");
    const what = `${name} with ${JSON.stringify(body).slice(0, 300)}: ${answer.text.slice(0, 200)}`;
    tally[answer.status] = (tally[answer.status] ?? 0) + 1;
    if (!isGood) {
      expectProblem(answer, 400, what);
      expect(answer.body.errors.length, what).toBeGreaterThan(0);
    } else expect([200, 400, 404, 409, 422], what).toContain(answer.status);
    if (answer.status === 422) expect(answer.body.guard, what).toBeTruthy();
  }
  console.log(`1,000 spoilt bodies: ${JSON.stringify(tally)}`);
  expect(tally[400]).toBeGreaterThan(300);
  expect(await record()).toBe(before);
});

test("nobody decides about their own proposal", async () => {
  const before = await etagNow();
  for (const role of ["editor", "admin"] as const) {
    const made = await call("propose", proposalWrites.propose, tokenOf(role));
    const id = made.body.data.id;
    for (const verb of ["accept", "reject"]) {
      const own = await send(api(`/proposals/${id}/${verb}`), "POST", {
        ...tokenOf(role),
        body: { note: "Mine" },
      });
      expectProblem(own, 403, `${role}, ${verb}`);
    }
    const other = role === "editor" ? "admin" : "editor";
    const returned = await send(api(`/proposals/${id}/reject`), "POST", {
      ...tokenOf(other),
      body: { note: "No" },
    });
    expect(returned.status).toBe(200);
  }
  expect(await etagNow()).toBe(before);
});

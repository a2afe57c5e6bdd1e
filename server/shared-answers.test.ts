import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { Line } from "./access-log.ts";
import { createFrontServer, type FrontServer, type Handle } from "./front-server.ts";
import { type Limits, limits } from "./request-limits.ts";

const open: FrontServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ drain }) => drain()));
});

const renderedAnew = "private, no-cache, no-store, max-age=0, must-revalidate";
const long = "word ".repeat(1_000);

/** A record with a revision, and pages that say it. `headers` are those of every answer. */
async function world({
  headers = { "content-type": "text/html; charset=utf-8", "cache-control": renderedAnew },
  body = (revision: number) => `<!doctype html>${revision} ${long}`,
  status = 200,
  ms = 0,
  other = {},
}: {
  headers?: Record<string, string>;
  body?: (revision: number) => string;
  status?: number;
  ms?: number;
  other?: Partial<Limits>;
} = {}) {
  const record = { revision: 1, made: 0, asked: [] as { method?: string | undefined; tags: unknown }[] };
  const handle: Handle = async (request, response) => {
    record.made += 1;
    record.asked.push({ method: request.method, tags: request.headers["if-none-match"] });
    const { revision } = record;
    if (ms > 0) await new Promise((done) => setTimeout(done, ms));
    response.writeHead(status, headers);
    const text = body(revision);
    response.write(text.slice(0, 10));
    response.end(text.slice(10));
  };
  const lines: Line[] = [];
  const front = createFrontServer({
    handle,
    log: (line) => void lines.push(line),
    routes: { nameOf: () => "/x", methodsAt: () => null },
    trusts: () => false,
    isHttps: false,
    fixedScripts: new Set(),
    revision: async () => String(record.revision),
    limits: { ...limits, ...other },
  });
  open.push(front);
  front.server.listen(0, "127.0.0.1");
  await once(front.server, "listening");
  const { port } = front.server.address() as AddressInfo;
  const ask = async (path: string, headers: Record<string, string> = {}, method = "GET") => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers, method });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  return { record, ask, port, lines };
}

describe("answers that are kept", () => {
  test("one is made for all who ask the same, until the record moves", async () => {
    const { record, ask } = await world();
    const first = await ask("/a");
    expect((await ask("/a")).text).toBe(first.text);
    expect(record.made).toBe(1);
    record.revision = 2;
    expect((await ask("/a")).text).toContain("2 word");
    expect((await ask("/b")).text).toContain("2 word");
    expect(record.made).toBe(3);
  });

  test("what was begun before an edit is not given to who asks after it", async () => {
    const { record, ask } = await world({ ms: 150 });
    const before = ask("/a");
    await expect.poll(() => record.made).toBe(1);
    record.revision = 2;
    expect((await ask("/a")).text).toContain("2 word");
    expect((await before).text).toContain("1 word");
    expect((await ask("/a")).text).toContain("2 word");
    expect(record.made).toBe(2);
  });

  test("a hundred who ask at once wait for one", async () => {
    const { record, ask } = await world({ ms: 100 });
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask("/a")));
    expect(record.made).toBe(1);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  test("when the first of them goes away, another one has it made", async () => {
    const { record, ask, port } = await world({ ms: 200 });
    const gone = connect(port, "127.0.0.1");
    gone.write("GET /a HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n");
    await expect.poll(() => record.made).toBe(1);
    const waiting = [ask("/a"), ask("/a")];
    gone.destroy();
    for (const { status, text } of await Promise.all(waiting)) {
      expect(status).toBe(200);
      expect(text).toContain("1 word");
    }
  });

  test("each reader gets the form that they take", async () => {
    const { record, ask } = await world();
    const plain = await ask("/a", { "accept-encoding": "identity" });
    const packed = await ask("/a", { "accept-encoding": "gzip" });
    expect([plain.headers.get("content-encoding"), packed.headers.get("content-encoding")]).toEqual([
      null,
      "gzip",
    ]);
    expect(packed.text).toBe(plain.text);
    expect(plain.headers.get("vary")).toContain("Accept-Encoding");
    const head = await ask("/a", {}, "HEAD");
    expect([head.status, head.text, head.headers.get("etag")]).toEqual([200, "", plain.headers.get("etag")]);
    expect(record.made).toBe(1);
  });

  test("a copy that is still the one is not sent again, and its reader does not decide for others", async () => {
    const { record, ask } = await world();
    const etag = (await ask("/a")).headers.get("etag") ?? "";
    expect(etag).toMatch(/^".+"$/);
    record.revision = 2;
    const [changed, same] = await Promise.all([
      ask("/a", { "if-none-match": etag }),
      ask("/a", { "if-none-match": "*" }),
    ]);
    expect([changed.status, same.status, same.text]).toEqual([200, 304, ""]);
    expect(record.asked).toEqual([
      { method: "GET", tags: undefined },
      { method: "GET", tags: undefined },
    ]);
    expect(changed.headers.get("cache-control")).toBe("no-cache");
  });

  test("each answer has the id of its own request", async () => {
    const { ask } = await world();
    await ask("/a", { "x-request-id": "first-one" });
    expect((await ask("/a", { "x-request-id": "second-one" })).headers.get("x-request-id")).toBe(
      "second-one",
    );
  });

  test("the host, what the router asks for and the kind of machine are part of the question", async () => {
    const { record, ask } = await world();
    await ask("/a");
    await ask("/a", { rsc: "1" });
    await ask("/a", { rsc: "1", "next-router-state-tree": "x" });
    await ask("/a", { "user-agent": "Googlebot/2.1" });
    await ask("/a?b=1");
    expect(record.made).toBe(5);
  });
});

describe("answers that are not kept", () => {
  test.each([
    ["of somebody who is signed in", "/a", { cookie: "a=b; __Host-session=x" }],
    ["of somebody who is signed in on a closed network", "/a", { cookie: "session=x" }],
    ["of who holds a token", "/a", { authorization: "Bearer x" }],
    ["at the desk", "/desk/review", {}],
    ["of signing in", "/sign-in", {}],
    ["of a one-time link", "/welcome/x", {}],
    ["of a probe", "/api/v1/ready", {}],
    ["of imports", "/api/v1/imports/i-1", {}],
  ] as [string, string, Record<string, string>][])("those %s", async (_, path, headers) => {
    const { record, ask } = await world();
    await ask(path, headers);
    const second = await ask(path, headers);
    expect(record.made).toBe(2);
    expect(second.headers.get("cache-control")).toBe(renderedAnew);
  });

  test.each([
    ["sets a cookie", { headers: { "content-type": "text/html", "set-cookie": "a=b" } }],
    ["is not to be stored", { headers: { "content-type": "text/html", "cache-control": "no-store" } }],
    ["says that there is nothing", { status: 404 }],
    ["says that something failed", { status: 500 }],
  ])("one that %s", async (_, given) => {
    const { record, ask } = await world({ ...given, ms: 50 });
    await Promise.all([ask("/a"), ask("/a"), ask("/a")]);
    expect(record.made).toBe(3);
  });

  test("one that is too large: it goes out as it comes, whole", async () => {
    const large = "x".repeat(300_000);
    const { record, ask } = await world({
      headers: { "content-type": "text/csv" },
      body: () => large,
      other: { kept: { bytes: 1_000_000, answerBytes: 100_000, ageMs: 60_000 } },
    });
    for (const encoding of ["gzip", "identity"])
      expect((await ask("/a.csv", { "accept-encoding": encoding })).text).toBe(large);
    expect(record.made).toBe(2);
  });

  test("old ones, and the ones unasked for longest when there are too many", async () => {
    const kept = { bytes: 30_000, answerBytes: 20_000, ageMs: 300 };
    const { record, ask } = await world({ other: { kept } });
    for (const path of ["/1", "/2", "/3", "/1", "/4", "/5", "/1"]) await ask(path);
    expect(record.made).toBe(5);
    await ask("/2");
    expect(record.made).toBe(6);
    await new Promise((done) => setTimeout(done, 350));
    await ask("/1");
    expect(record.made).toBe(7);
  });
});

test("what is answered from memory is logged like everything else", async () => {
  const { ask, lines } = await world();
  await ask("/a");
  await ask("/a", {}, "HEAD");
  await expect
    .poll(() => lines)
    .toMatchObject([
      { msg: "request", method: "GET", st: 200 },
      { msg: "request", method: "HEAD", st: 200 },
    ]);
});

import { createHash } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { problem } from "#domain/wire.ts";
import type { Line } from "./access-log.ts";
import { createFrontServer, type FrontServer, type Handle } from "./front-server.ts";
import { type Limits, limits } from "./request-limits.ts";

const open: FrontServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ drain }) => drain()));
});

const echo: Handle = async (request, response) => {
  const seen = { id: request.headers["x-request-id"], client: request.headers["x-forwarded-for"] };
  response.end(JSON.stringify(seen));
};

const routes = {
  nameOf: () => "/x",
  methodsAt: (path: string) => (path.startsWith("/page") ? ["GET", "HEAD"] : null),
};

async function world(handle: Handle = echo, other: Partial<Limits> = {}) {
  const lines: Line[] = [];
  const log = (line: Line) => void lines.push(line);
  const front = createFrontServer({
    handle,
    log,
    routes,
    trusts: () => false,
    isHttps: false,
    fixedScripts: new Set(["theme()"]),
    revision: null,
    limits: { ...limits, ...other },
  });
  open.push(front);
  front.server.listen(0, "127.0.0.1");
  await once(front.server, "listening");
  const { port } = front.server.address() as AddressInfo;
  return { ...front, lines, port, url: `http://127.0.0.1:${port}` };
}

/** Sends bytes as they are and reads until the server closes. */
async function raw(port: number, text: string) {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  socket.write(text);
  await once(socket, "close");
  return answer;
}

test("a request passes with its client's address and an id, and is logged once", async () => {
  const { url, lines } = await world();
  const answer = await fetch(`${url}/a`, {
    headers: { "x-forwarded-for": "1.1.1.1", "x-request-id": "my-request" },
  });
  expect(await answer.json()).toEqual({ id: "my-request", client: "127.0.0.1" });
  expect(answer.headers.get("x-request-id")).toBe("my-request");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("x-frame-options")).toBe("DENY");
  await expect
    .poll(() => lines)
    .toMatchObject([{ msg: "request", rid: "my-request", method: "GET", path: "/x", st: 200 }]);
});

test.each(["/api/v1/countries/%ff", "/agreements/%ff.csv"])(
  "a program is refused at %s with a whole problem",
  async (path) => {
    const { url } = await world();
    const answer = await fetch(url + path);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    const body = await answer.json();
    expect(problem.parse(body)).toMatchObject({ status: 400, errors: [{ path: "path" }] });
    expect(body.requestId).toBe(answer.headers.get("x-request-id"));
  },
);

test("only an embed may be framed", async () => {
  const { url } = await world();
  expect((await fetch(`${url}/embed/timeline`)).headers.get("x-frame-options")).toBeNull();
});

test("a program reads a refusal as problem+json, a person as a page", async () => {
  const { url } = await world();
  const api = await fetch(`${url}/api/v1/agreements/%ff`);
  expect([api.status, api.headers.get("content-type")]).toEqual([
    400,
    "application/problem+json; charset=utf-8",
  ]);
  expect(await api.json()).toMatchObject({ status: 400, requestId: api.headers.get("x-request-id") });
  const page = await fetch(`${url}/%E0%A4%A`);
  expect([page.status, page.headers.get("content-type")]).toEqual([400, "text/html; charset=utf-8"]);
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
});

test("TRACE and an upgrade are refused", async () => {
  const { port } = await world();
  expect(await raw(port, "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n")).toMatch(/^HTTP\/1.1 405 /);
  const upgrade = "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
  expect(await raw(port, upgrade)).toMatch(/^HTTP\/1.1 400 /);
});

test("headers over 16 KB and nonsense are answered, not dropped", async () => {
  const { port } = await world();
  const large = `GET / HTTP/1.1\r\nHost: a\r\nX-Large: ${"a".repeat(20_000)}\r\n\r\n`;
  expect(await raw(port, large)).toMatch(/^HTTP\/1.1 431 /);
  expect(await raw(port, "NONSENSE\r\n\r\n")).toMatch(/^HTTP\/1.1 400 /);
});

test("a client that is still sending too much reads the answer", async () => {
  const { url } = await world();
  const answer = await fetch(`${url}/api/v1/claims`, { method: "POST", body: "a".repeat(3_000_000) });
  expect(answer.status).toBe(413);
});

test("a handler that fails closes the connection and is logged", async () => {
  const { url, lines } = await world(() => Promise.reject(new Error("broken")));
  await expect(fetch(url)).rejects.toThrow();
  await expect
    .poll(() => lines)
    .toContainEqual(expect.objectContaining({ lvl: "error", msg: "request failed" }));
});

test("told to stop, it finishes what is under way and takes nothing new", async () => {
  const { url, drain } = await world(async (_, response) => {
    setTimeout(() => response.end("done"), 300);
  });
  const underway = fetch(url);
  await new Promise((done) => setTimeout(done, 100));
  const drained = drain();
  await expect(fetch(`${url}/new`)).rejects.toThrow();
  expect(await (await underway).text()).toBe("done");
  expect(await drained).toBe(true);
});

const asPage = (body: string): Handle => {
  return async (_, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.write(body.slice(0, 40));
    response.end(body.slice(40));
  };
};

test("a page leaves whole, and its policy names the scripts that are ours", async () => {
  const ours = 'self.__next_f.push([1,"a"])';
  const body = `<!doctype html><script>theme()</script><script>${ours}</script><script>steal()</script>`;
  const { url } = await world(asPage(body));
  const answer = await fetch(url);
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(await answer.text()).toBe(body);
  expect(answer.headers.get("content-length")).toBe(String(body.length));
  const hash = (text: string) => createHash("sha256").update(text).digest("base64");
  expect(policy).toContain(`script-src 'self' 'sha256-${hash("theme()")}' 'sha256-${hash(ours)}';`);
  expect(policy).not.toContain("script-src 'self' 'unsafe-inline'");
  expect(policy).toContain("frame-ancestors 'none'");
});

test("every other answer may run nothing, and has the headers too", async () => {
  const { url } = await world(async (request, response) => {
    const type = request.url === "/a.svg" ? "image/svg+xml" : "application/json";
    response.writeHead(200, { "Content-Type": type });
    response.end("{}");
  });
  const [json, svg, refused, embed] = await Promise.all(
    ["/a.json", "/a.svg", "/%ff", "/embed/timeline"].map((path) => fetch(url + path)),
  );
  const policy = (answer: Response | undefined) => answer?.headers.get("content-security-policy");
  expect(policy(json)).toMatch(/^default-src 'none';.* sandbox$/);
  expect(policy(svg)).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
  expect(policy(refused)).toMatch(/^default-src 'none';.*script-src 'self'; frame-ancestors 'none'$/);
  expect(embed?.headers.get("x-frame-options")).toBeNull();
  expect(svg?.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
});

test("text is packed for those who take it, and nothing else is", async () => {
  const long = "word ".repeat(5_000);
  const { url } = await world(async (request, response) => {
    response.setHeader("Content-Type", request.url === "/a.png" ? "image/png" : "text/csv");
    response.setHeader("Content-Length", long.length);
    for (let at = 0; at < long.length; at += 5_000) response.write(long.slice(at, at + 5_000));
    response.end();
  });
  const encodingOf = async (path: string, accepts: string) => {
    const answer = await fetch(url + path, { headers: { "accept-encoding": accepts } });
    expect(await answer.text()).toBe(long);
    return answer.headers.get("content-encoding");
  };
  expect(await encodingOf("/a.csv", "gzip, br")).toBe("gzip");
  expect(await encodingOf("/a.csv", "gzip;q=0, identity")).toBeNull();
  expect(await encodingOf("/a.png", "gzip")).toBeNull();
});

test("a burst far beyond a person is told to wait; others are not", async () => {
  const { url } = await world(echo, { burst: { perSecond: 1, burst: 20, addresses: 10 } });
  const answers = await Promise.all(Array.from({ length: 30 }, () => fetch(`${url}/api/v1/summary`)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(10);
  expect(refused[0]?.headers.get("retry-after")).toBe("1");
  expect(await refused[0]?.json()).toMatchObject({ status: 429 });
});

test("a connection that sends many requests ahead of the answers is not served them all", async () => {
  let served = 0;
  const { port } = await world(async (_, response) => {
    served += 1;
    setTimeout(() => response.end("done"), 50);
  });
  const answer = await raw(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(50));
  expect(served).toBe(8);
  expect(answer.match(/HTTP\/1\.1 200 /g)).toHaveLength(8);
  expect(answer).toContain("HTTP/1.1 429 ");
});

test("who waits for a place and goes away is not served; probes wait for nobody", async () => {
  let served = 0;
  const { port, url } = await world(
    async (request, response) => {
      served += 1;
      if (request.url === "/api/v1/health") response.end("ok");
      else setTimeout(() => response.end("done"), 300);
    },
    { turnstile: { inside: 1, outside: 2, holdMs: 5_000 } },
  );
  const first = fetch(`${url}/first`);
  await expect.poll(() => served).toBe(1);
  const gone = connect(port, "127.0.0.1");
  gone.write("GET /gone HTTP/1.1\r\nHost: a\r\n\r\n");
  const last = fetch(`${url}/last`);
  expect(await (await fetch(`${url}/api/v1/health`)).text()).toBe("ok");
  gone.destroy();
  expect([await (await first).text(), await (await last).text()]).toEqual(["done", "done"]);
  expect(served).toBe(3);
});

test("a page takes no POST, whatever it carries", async () => {
  const { url } = await world();
  const answer = await fetch(`${url}/page`, { method: "POST", body: "a=b" });
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  expect((await fetch(`${url}/other`, { method: "POST", body: "a=b" })).status).toBe(200);
});

test("clients that dawdle are cut, and others are served meanwhile", async () => {
  const { port, url } = await world(
    async (request, response) => {
      for await (const _ of request);
      response.end("done");
    },
    { headersMs: 300, bodyMs: 300, checkMs: 50, keepAliveMs: 300 },
  );
  const beginnings = [
    "",
    "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ",
    "POST /api HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc",
    "POST /api HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
  ];
  const start = performance.now();
  const slow = Promise.all(
    Array.from({ length: 40 }, (_, index) => raw(port, beginnings[index % beginnings.length] ?? "")),
  );
  const answered = performance.now();
  expect(await (await fetch(`${url}/a`)).text()).toBe("done");
  expect(performance.now() - answered).toBeLessThan(2_000);
  await slow;
  expect(performance.now() - start).toBeLessThan(10_000);
});

test.each([
  ["two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"],
  [
    "a length and chunks",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  ],
  ["a strange coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"],
  ["a coding with a tab", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding\t: chunked\r\n\r\n0\r\n\r\n"],
  ["no host", "GET / HTTP/1.1\r\n\r\n"],
  ["two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"],
  ["a negative length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n"],
  ["a folded header", "GET / HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\n\r\n"],
  ["a header with a NUL", "GET / HTTP/1.1\r\nHost: a\r\nX-A: \0\r\n\r\n"],
  ["an address elsewhere", "GET http://elsewhere/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"],
  ["a bare line feed", "GET / HTTP/1.1\nHost: a\n\n"],
])("%s is refused", async (_, text) => {
  const { port, lines } = await world();
  const answer = await raw(port, text);
  expect(answer).toMatch(/^HTTP\/1\.1 (4\d\d|501) /);
  expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  expect(lines.filter(({ st }) => st === 200)).toEqual([]);
});

test("told to stop, it closes the connection with the answer that is under way, and takes no probe", async () => {
  let finish = () => {};
  const { url, drain } = await world(async (_, response) => {
    finish = () => response.end("done");
  });
  const underway = fetch(`${url}/first`);
  await new Promise((done) => setTimeout(done, 100));
  const drained = drain();
  await expect(fetch(`${url}/api/v1/ready`)).rejects.toThrow();
  finish();
  expect((await underway).headers.get("connection")).toBe("close");
  expect(await drained).toBe(true);
});

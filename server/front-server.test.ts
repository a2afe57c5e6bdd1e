import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { problem } from "#domain/wire.ts";
import type { Line } from "./access-log.ts";
import { createFrontServer, type FrontServer, type Handle } from "./front-server.ts";

const open: FrontServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ drain }) => drain()));
});

const echo: Handle = async (request, response) => {
  const seen = { id: request.headers["x-request-id"], client: request.headers["x-forwarded-for"] };
  response.end(JSON.stringify(seen));
};

async function world(handle: Handle = echo) {
  const lines: Line[] = [];
  const log = (line: Line) => void lines.push(line);
  const front = createFrontServer({
    handle,
    log,
    routeName: () => "/x",
    trusts: () => false,
    isHttps: false,
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

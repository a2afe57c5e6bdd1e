import { expect, test } from "vitest";
import { bodyTimeLimit, limits, pathOf, readPath, refusalOf, refusalOfMethod } from "./request-limits.ts";

const statusOf = (method: string, url: string, headers = {}) =>
  refusalOf({ method, url, headers }, limits)?.status ?? null;

test.each(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("%s passes", (method) => {
  expect(statusOf(method, "/api/v1/agreements?party=UA")).toBeNull();
  expect(statusOf(method, "/agreements.csv")).toBeNull();
});

test.each(["TRACE", "CONNECT", "PROPFIND", "", "get"])(
  "%s is refused with the list of what is allowed",
  (method) => {
    const refusal = refusalOf({ method, url: "/", headers: {} }, limits);
    expect(refusal?.status).toBe(405);
    expect(refusal?.headers?.allow).toContain("PATCH");
  },
);

test.each(["/%ff", "/agreements/%E0%A4%A", "/%", "/a%00b", "*", "http://elsewhere/", ""])(
  "%s is malformed",
  (url) => {
    expect(statusOf("GET", url)).toBe(400);
  },
);

test.each(["/", "/agreements/%E2%82%AC", "/agreements?q=%ff", "/agreements?q=100%", "/a#%"])(
  "%s is fine",
  (url) => {
    expect(statusOf("GET", url)).toBeNull();
  },
);

test("an upgrade is refused", () => {
  expect(statusOf("GET", "/", { upgrade: "websocket" })).toBe(400);
});

test("a body may have 1 MiB, an import 64", () => {
  const bytes = (count: number) => ({ "content-length": String(count) });
  expect(statusOf("POST", "/api/v1/claims", bytes(2 ** 20))).toBeNull();
  expect(statusOf("POST", "/api/v1/claims", bytes(2 ** 20 + 1))).toBe(413);
  expect(statusOf("POST", "/api/v1/imports?dryRun=true", bytes(2 ** 26))).toBeNull();
  expect(statusOf("POST", "/api/v1/imports", bytes(2 ** 26 + 1))).toBe(413);
  expect(statusOf("POST", "/api/v1/imports/more", bytes(2 ** 26))).toBe(413);
  expect(statusOf("PUT", "/api/v1/imports", bytes(2 ** 26))).toBe(413);
});

test("a body without a length is for imports only", () => {
  const chunked = { "transfer-encoding": "chunked" };
  expect(statusOf("POST", "/api/v1/claims", chunked)).toBe(411);
  expect(statusOf("GET", "/", chunked)).toBe(411);
  expect(statusOf("POST", "/api/v1/imports", chunked)).toBeNull();
});

test("a larger body may take longer", () => {
  expect(bodyTimeLimit({ "content-length": "100" }, limits)).toBeCloseTo(30_000, -2);
  expect(bodyTimeLimit({ "content-length": String(2 ** 20) }, limits)).toBe(34_000);
  expect(bodyTimeLimit({ "transfer-encoding": "chunked" }, limits)).toBe(286_000);
});

test("a path ends before the query", () => {
  expect(pathOf("/agreements?on=2024")).toBe("/agreements");
  expect(pathOf("/agreements#top")).toBe("/agreements");
  expect(readPath("/agreements/%E2%82%AC?q=1")).toBe("/agreements/%E2%82%AC");
});

test("a packed body is not unpacked", () => {
  expect(statusOf("POST", "/api/v1/claims", { "content-encoding": "gzip" })).toBe(415);
  expect(statusOf("POST", "/api/v1/imports", { "content-encoding": "br" })).toBe(415);
  expect(statusOf("POST", "/api/v1/claims", { "content-encoding": "identity" })).toBeNull();
});

test("two hosts are one too many", () => {
  const twice = { method: "GET", url: "/", headers: { host: "a" }, rawHeaders: ["Host", "a", "hOST", "b"] };
  expect(refusalOf(twice, limits)?.status).toBe(400);
  expect(refusalOf({ ...twice, rawHeaders: ["Host", "a", "X-Of", "host"] }, limits)).toBeNull();
});

test("an address takes the methods that it has", () => {
  expect(refusalOfMethod("GET", ["GET", "HEAD"])).toBeNull();
  expect(refusalOfMethod("DELETE", null)).toBeNull();
  expect(refusalOfMethod("POST", ["GET", "HEAD"])).toMatchObject({
    status: 405,
    headers: { allow: "GET, HEAD" },
  });
});

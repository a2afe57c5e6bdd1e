import type { IncomingHttpHeaders } from "node:http";
import { expect, test } from "vitest";
import { cleanHeaders, peerAddress, requestIdOf, trustOf } from "./request-headers.ts";

function cleaned(headers: IncomingHttpHeaders, peer = "203.0.113.9", proxies: string[] = []) {
  cleanHeaders(headers, peer, trustOf(proxies), "request-1");
  return headers;
}

test("what a client may not say is taken away", () => {
  const forged = {
    "x-forwarded-host": "elsewhere",
    "x-forwarded-proto": "https",
    forwarded: "for=1.1.1.1",
    "x-real-ip": "1.1.1.1",
    "x-middleware-subrequest": "a:b",
    "x-nextjs-data": "1",
    "x-invoke-path": "/desk",
    "x-original-url": "/desk",
    "x-rewrite-url": "/desk",
    "x-prerender-revalidate": "1",
    "x-http-method-override": "DELETE",
    "x-accords-client": "1.1.1.1",
    "next-action": "abc",
    "next-resume": "1",
  };
  expect(cleaned({ ...forged, host: "a", cookie: "c", rsc: "1", "next-router-prefetch": "1" })).toEqual({
    host: "a",
    cookie: "c",
    rsc: "1",
    "next-router-prefetch": "1",
    "x-forwarded-for": "203.0.113.9",
    "x-accords-client": "203.0.113.9",
    "x-request-id": "request-1",
  });
});

test("a forged address is replaced by the real one", () => {
  expect(cleaned({ "x-forwarded-for": "1.1.1.1" })["x-forwarded-for"]).toBe("203.0.113.9");
});

test("a trusted proxy is believed, but only in what it added itself", () => {
  const headers = { "x-forwarded-for": "1.1.1.1, 198.51.100.7", "x-forwarded-proto": "https" };
  expect(cleaned(headers, "10.1.2.3", ["10.0.0.0/8"])).toMatchObject({
    "x-forwarded-for": "198.51.100.7",
    "x-forwarded-proto": "https",
  });
});

test("trust is by address and by block, in both families", () => {
  const trusts = trustOf(["127.0.0.1", "10.0.0.0/8", "::1", "fd00::/8"]);
  expect(["127.0.0.1", "10.255.0.1", "::1", "fd12::1"].filter(trusts)).toHaveLength(4);
  expect(["127.0.0.2", "11.0.0.1", "::2", "fe80::1", ""].filter(trusts)).toEqual([]);
});

test("an IPv4 client of a dual socket has an IPv4 address", () => {
  expect(peerAddress("::ffff:192.0.2.1")).toBe("192.0.2.1");
  expect(peerAddress("2001:db8::1")).toBe("2001:db8::1");
  expect(peerAddress(undefined)).toBe("");
});

test("a good request id is kept, any other is replaced", () => {
  expect(requestIdOf({ "x-request-id": "build-4711_a" })).toBe("build-4711_a");
  for (const id of ["short", "a".repeat(65), "with space", 'quote"quote"', "line\nline-line"]) {
    expect(requestIdOf({ "x-request-id": id })).toMatch(/^[\da-f-]{36}$/);
  }
});

import { expect, test } from "vitest";
import { createLog, gather, routeNames } from "./access-log.ts";

test("a line is one JSON object with the time first", () => {
  const lines: string[] = [];
  createLog("info", (line) => lines.push(line))({ lvl: "info", msg: "request", path: "/a\nb" });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\{"t":"\d{4}-[^"]+Z","lvl":"info","msg":"request","path":"\/a\\nb"\}\n$/);
});

test.each([
  ["debug", ["debug", "info", "error"]],
  ["info", ["info", "error"]],
  ["error", ["error"]],
  ["off", []],
] as const)("at level %s only %j are written", (level, expected) => {
  const written: string[] = [];
  const log = createLog(level, (line) => written.push(JSON.parse(line).lvl));
  for (const lvl of ["debug", "info", "error"] as const) log({ lvl, msg: "x" });
  expect(written).toEqual(expected);
});

test("lines are gathered and lose nothing", () => {
  const written: string[] = [];
  const { add, flush } = gather((text) => written.push(text));
  add("a\n");
  add("b\n");
  expect(written).toEqual([]);
  flush();
  flush();
  expect(written).toEqual(["a\nb\n"]);
});

const routes = routeNames(
  {
    staticRoutes: [{ page: "/" }, { page: "/agreements" }, { page: "/agreements.csv" }, { page: "/sign-in" }],
    dynamicRoutes: [
      { page: "/agreements/[slug]", regex: "^/agreements/([^/]+?)(?:/)?$" },
      { page: "/api/[...rest]", regex: "^/api/(.+?)(?:/)?$" },
    ],
  },
  {
    "/page": "/",
    "/agreements/page": "/agreements",
    "/sign-in/page": "/sign-in",
    "/sign-in/submit/route": "/sign-in/submit",
    "/agreements.csv/route": "/agreements.csv",
    "/agreements/[slug]/page": "/agreements/[slug]",
    "/api/[...rest]/route": "/api/[...rest]",
  },
);

test("a path is logged by the name of its route", () => {
  expect(
    ["/", "/agreements", "/agreements/a-b-2024", "/_next/static/x.js", "/nobody@example.org"].map(
      routes.nameOf,
    ),
  ).toEqual(["/", "/agreements", "/agreements/[slug]", "/_next/*", "(no route)"]);
});

test("a page is read, a page with a form takes it, and a handler answers for itself", () => {
  const paths = ["/", "/agreements/a-b-2024", "/nobody", "/sign-in", "/agreements.csv", "/api/v1/claims"];
  expect(paths.map((path) => routes.methodsAt(path)?.join() ?? null)).toEqual([
    "GET,HEAD",
    "GET,HEAD",
    "GET,HEAD",
    "GET,HEAD,POST",
    null,
    null,
  ]);
});

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

test("a path is logged by the name of its route", () => {
  const name = routeNames({
    staticRoutes: [{ page: "/" }, { page: "/agreements" }],
    dynamicRoutes: [{ page: "/agreements/[slug]", regex: "^/agreements/([^/]+?)(?:/)?$" }],
  });
  expect(
    ["/", "/agreements", "/agreements/a-b-2024", "/_next/static/x.js", "/nobody@example.org"].map(name),
  ).toEqual(["/", "/agreements", "/agreements/[slug]", "/_next/*", "(no route)"]);
});

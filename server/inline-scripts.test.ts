import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { scriptHashes } from "./inline-scripts.ts";

const fixed = new Set(["theme()"]);
const hashOf = (script: string) => `sha256-${createHash("sha256").update(script).digest("base64")}`;
const page = (...scripts: string[]) =>
  `<!doctype html><p>${scripts.map((script) => `<script>${script}</script>`).join("<p>")}</p>`;

test.each([
  'self.__next_f.push([1,"a \\"quoted\\" text"])',
  "(self.__next_f=self.__next_f||[]).push([0])",
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":[],"runtimeModuleIds":[1]});',
  "theme()",
])("%s is ours", (script) => {
  expect(scriptHashes(page(script), fixed)).toEqual([hashOf(script)]);
});

test.each([
  "alert(1)",
  "theme();alert(1)",
  "self.__next_f.push(alert(1))",
  "self.__next_f.push([1]);alert(1)",
  "self.__next_f.push([1]),alert([1])",
  "self.__next_f.push([1,`a`])",
  "x;self.__next_f.push([1])",
  "",
])("%s is not", (script) => {
  expect(scriptHashes(page(script), fixed)).toEqual([]);
});

test("each of several is found once, files are none, and a script without an end is none", () => {
  const html = `<script src="/a.js" async="">theme()</script>${page("theme()", "alert(1)", "theme()")}<script>theme()`;
  expect(scriptHashes(html, fixed)).toEqual([hashOf("theme()")]);
});

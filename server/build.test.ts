import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashOf } from "./build.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "accords-build-"));
  mkdirSync(join(folder, "app/deep"), { recursive: true });
  writeFileSync(join(folder, "app/page.tsx"), "one");
  writeFileSync(join(folder, "app/deep/page.tsx"), "two");
});
afterEach(() => rmSync(folder, { recursive: true }));

const hash = () => hashOf(folder, ["app", "package.json"]);

test("the same sources have the same hash", () => {
  expect(hash()).toBe(hash());
});

test.each([
  ["a change", () => writeFileSync(join(folder, "app/deep/page.tsx"), "three")],
  ["a new file", () => writeFileSync(join(folder, "app/layout.tsx"), "")],
  ["a lost file", () => rmSync(join(folder, "app/page.tsx"))],
  ["a file named beside the folders", () => writeFileSync(join(folder, "package.json"), "{}")],
])("%s is seen", (_, act) => {
  const before = hash();
  act();
  expect(hash()).not.toBe(before);
});

test("a test is no part of the build", () => {
  const before = hash();
  writeFileSync(join(folder, "app/page.test.tsx"), "");
  expect(hash()).toBe(before);
});

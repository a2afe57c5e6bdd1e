import { expect, test } from "vitest";
import { installIsCurrent } from "./install-check.js";

const next = { version: "16.4.5", integrity: "sha512-a" };
const wanted = { packages: { "": { version: "0.1.0" }, "node_modules/next": next } };
const installed = { packages: { "node_modules/next": next } };

test("the locked packages are enough", () => {
  expect(installIsCurrent(wanted, installed)).toBe(true);
});

test("packages too many do no harm", () => {
  expect(installIsCurrent(wanted, { packages: { ...installed.packages, "node_modules/extra": next } })).toBe(
    true,
  );
});

test("a package for another machine may be missing", () => {
  const optional = { ...next, optional: true };
  expect(installIsCurrent({ packages: { ...wanted.packages, "node_modules/x": optional } }, installed)).toBe(
    true,
  );
});

test.each([
  ["nothing is installed", {}],
  ["a package is missing", { packages: {} }],
  ["a version is old", { packages: { "node_modules/next": { ...next, version: "16.4.4" } } }],
  ["the contents differ", { packages: { "node_modules/next": { ...next, integrity: "sha512-b" } } }],
])("%s: install", (_, found) => {
  expect(installIsCurrent(wanted, found)).toBe(false);
});

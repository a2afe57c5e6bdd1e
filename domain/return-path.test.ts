import { expect, test } from "vitest";
import { returnPath } from "./return-path.ts";

test.each(["/", "/desk", "/desk/agreements/ukraine-latvia?on=2024-05-14#acts", "/agreements?q=a//b"])(
  "%s is a path of this site",
  (path) => {
    expect(returnPath(path)).toBe(path);
  },
);

test.each([
  "//elsewhere.example",
  "///elsewhere.example",
  "/\\elsewhere.example",
  "\\\\elsewhere.example",
  "/.//elsewhere.example",
  "/a/..//elsewhere.example",
  "/\t/elsewhere.example",
  "/%09//../..//elsewhere.example",
  "https://elsewhere.example/",
  "javascript:alert(1)",
  "desk",
  "",
  null,
  undefined,
  `/${"a".repeat(3_000)}`,
])("%s is none", (path) => {
  expect(returnPath(path)).toBeNull();
});

import { expect, test } from "vitest";
import { defaultRule, generalRules } from "./counting.ts";

test("the default is a general rule that leaves nothing out and counts instruments", () => {
  const rule = generalRules.find(({ id }) => id === defaultRule);
  expect(rule).toMatchObject({ statesOnly: false, counts: "instruments" });
});

test("general rules have ids of their own, one sentence each, and know no record", () => {
  expect(new Set(generalRules.map(({ id }) => id)).size).toBe(generalRules.length);
  for (const { id, label, definition, only } of generalRules) {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(label).not.toBe("");
    expect(definition).toMatch(/^[A-Z][^.]+\.$/);
    expect(only).toEqual({ tag: null, framework: null, profile: null });
  }
});

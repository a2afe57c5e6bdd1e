import { describe, expect, test } from "vitest";
import { actInput } from "#domain/wire-input.ts";
import { bodyOf, emptyAct, emptySource, problemsOf, problemsOfSources } from "./act-values.ts";
import { amountOf } from "./commitment-values.ts";
import { changedFields, emptyFields, problemsOfFields, tagsOf } from "./field-values.ts";

const today = "2026-11-25";
const source = { ...emptySource("source-1"), url: "https://example.org/news" };
const whole = { ...emptyAct("signed"), date: "10 jul 2024", sources: [source] };

describe("the form of an act", () => {
  test("a whole form is the body that the API takes", () => {
    expect(problemsOf(whole, today, false)).toEqual({});
    const read = actInput.safeParse(bodyOf(whole, today));
    expect(read.error).toBeUndefined();
    expect(read.data).toMatchObject({ kind: "signed", actor: "both", date: "2024-07-10", certainty: "done" });
  });

  test.each([
    [{ sources: [emptySource("source-1")] }, "source-1-url", /Add a source/],
    [{ sources: [{ ...source, url: "news" }] }, "source-1-url", /web address/],
    [{ sources: [{ ...source, quote: "x".repeat(501) }] }, "source-1-quote", /500/],
    [{ date: "03/04/2024" }, "act-date", /which of the two/],
    [{ date: "1 dec 2026" }, "act-certainty", /has not come yet/],
    [{ actor: "" as const }, "act-actor", /who did it/],
    [{ round: "zero" }, "act-round", /number/],
  ])("%j is told at its field", (part, field, words) => {
    expect(problemsOf({ ...whole, ...part }, today, false)[field]).toMatch(words);
  });

  test("a correction needs its reason", () => {
    expect(problemsOf(whole, today, true)).toHaveProperty("act-reason");
    expect(problemsOf({ ...whole, reason: "a slip" }, today, true)).toEqual({});
  });

  test("what each side does for itself names nobody by default", () => {
    expect(emptyAct("ratified").actor).toBe("");
    expect(emptyAct("talks").actor).toBe("both");
  });

  test("an empty second source is no source and no problem", () => {
    expect(problemsOfSources([source, emptySource("source-2")], today)).toEqual({});
    expect(bodyOf({ ...whole, sources: [source, emptySource("source-2")] }, today).citations).toHaveLength(1);
  });
});

describe("fields", () => {
  test("only what was changed is sent", () => {
    const base = { ...emptyFields, title: "A", tags: "one, two" };
    expect(changedFields(base, { ...base, tags: "one two" })).toEqual({});
    expect(changedFields(base, { ...base, title: "B", durationYears: "10" })).toEqual({
      title: "B",
      durationYears: 10,
    });
  });

  test("tags are told apart by commas and spaces, each once", () => {
    expect(tagsOf("kyiv-list, Other  other;")).toEqual(["kyiv-list", "other"]);
  });

  test("a country cannot be on both sides", () => {
    const fields = { ...emptyFields, title: "A", type: "treaty", sides: [["UA"], ["UA"]] };
    expect(problemsOfFields(fields)).toEqual({ "field-side-1": "UA is on both sides." });
  });
});

test.each([
  ["90000000", 90_000_000],
  ["90,000,000", 90_000_000],
  ["90 000 000", 90_000_000],
  ["1.5", 1.5],
  ["1,5", 1.5],
  ["ninety", null],
])("the amount %s", (text, amount) => {
  expect(amountOf(text)).toBe(amount);
});

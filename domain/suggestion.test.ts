import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, plainName, suggestCountry } from "./suggestion.ts";

const known = {
  countries: new Map([
    ["CI", "Côte d'Ivoire"],
    ["DK", "Denmark"],
    ["GB", "United Kingdom"],
    ["LU", "Luxembourg"],
    ["NE", "Niger"],
    ["NG", "Nigeria"],
    ["SK", "Slovakia"],
    ["UA", "Ukraine"],
    ["UG", "Uganda"],
    ["US", "United States"],
    ["UY", "Uruguay"],
  ]),
  aliases: new Map([
    ["UK", "GB"],
    ["United Kingdom of Great Britain and Northern Ireland", "GB"],
    ["Luxemburg", "LU"],
    ["Ivory Coast", "CI"],
    ["USA", "US"],
  ]),
};

test.each([
  ["UK", ["GB", "UA"]],
  ["USA", ["US"]],
  ["Niger", ["NE", "NG"]],
  ["luxemburg", ["LU"]],
  ["Luxenbourg", ["LU"]],
  ["Luxem", ["LU"]],
  ["cote d ivoire", ["CI"]],
  ["Ukrayne", ["UA"]],
  ["united", ["GB", "US"]],
  ["GX", ["GB"]],
  ["???", []],
  ["Atlantis", []],
  ["x".repeat(10_000), []],
])("for “%s” it suggests %j", (text, codes) => {
  expect(suggestCountry(text, known)).toEqual(codes);
});

test("every name and every other name leads to its country first", () => {
  for (const [code, name] of known.countries) expect(suggestCountry(name, known)[0]).toBe(code);
  for (const [name, code] of known.aliases) expect(suggestCountry(name, known)[0]).toBe(code);
});

test("at most three countries, each once, for any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const found = suggestCountry(text, known);
      expect(found.length).toBeLessThanOrEqual(3);
      expect(new Set(found).size).toBe(found.length);
      for (const code of found) expect(known.countries.has(code)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("a plain name has no marks, no capitals and no punctuation", () => {
  expect(plainName("  Côte-d'Ivoire (République) ")).toBe("cote d ivoire republique");
  expect(plainName("Україна")).toBe("украіна");
  expect(plainName("…")).toBe("");
});

test("the distance between two texts is symmetric, zero for equal ones, and bounded by the longer", () => {
  expect(editDistance("luxemburg", "luxembourg")).toBe(1);
  expect(editDistance("", "abc")).toBe(3);
  const text = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const distance = editDistance(a, b);
      expect(editDistance(b, a)).toBe(distance);
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }),
    { numRuns: 200 },
  );
});

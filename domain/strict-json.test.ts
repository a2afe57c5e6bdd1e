import fc from "fast-check";
import { expect, test } from "vitest";
import { readJson } from "./strict-json.ts";

test("reads every JSON value that is its own", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value);
      fc.pre(!/__proto__|constructor|prototype/.test(text) && !/\\u[dD][89a-fA-F]/.test(text));
      expect(readJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  '{"a":1,"a":2}',
  '{"a":{"b":1,"b":2}}',
  '{"a":1,"\\u0061":2}',
  '[{"a":1},{"a":1,"a":1}]',
  '{"__proto__":{}}',
  '{"a":{"constructor":1}}',
  '{"a":1e999}',
  "[-1e999]",
  '"\\ud800"',
  '{"\\udc00":1}',
  "NaN",
  "{",
  "",
  "\uFEFF{}",
  `${"[".repeat(33)}${"]".repeat(33)}`,
  "[".repeat(1_000_000),
])("refuses %j", (text) => {
  expect(() => readJson(text)).toThrow(expect.objectContaining({ code: "malformed" }));
});

test("the same name in different objects, and names in texts, are no repetition", () => {
  expect(readJson('[{"a":1},{"a":"{\\"a\\":1,\\"a\\":2}"}]')).toHaveLength(2);
});

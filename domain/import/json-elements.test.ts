import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutElements } from "./json-elements.ts";

function cut(text: string, step = 3, most = 1000, form: "json" | "lines" = "json") {
  const cutter = cutElements(most, form);
  const bytes = new TextEncoder().encode(text);
  const texts = (elements: (Uint8Array | null)[]) =>
    elements.map((element) => element && new TextDecoder().decode(element));
  const records = [];
  for (let at = 0; at < bytes.length; at += step)
    records.push(...texts(cutter.push(bytes.subarray(at, at + step))));
  const { rest, ending } = cutter.end();
  return { records: [...records, ...texts(rest)], ending };
}

describe("cutting JSON into records", () => {
  test.each([
    ['[{"a":1},{"b":[1,{"c":"]"}]}]', ['{"a":1}', '{"b":[1,{"c":"]"}]}'], "whole"],
    ['{"page":{"data":[0]},"data":[{"a":1},{"b":2}],"x":[1]}', ['{"a":1}', '{"b":2}'], "whole"],
    ['{"a":1}\n{"b":2}\n', ['{"a":1}', '{"b":2}'], "whole"],
    ['{"a":"\\"}"} {"c":[1]}', ['{"a":"\\"}"}', '{"c":[1]}'], "whole"],
    ['{"x":"data","tags":["a"]}', ['{"x":"data","tags":["a"]}'], "whole"],
    ["[]", [], "whole"],
    ["", [], "whole"],
    ['[1,"x",null]', ["1", '"x"', "null"], "whole"],
    ['[{"a":1},{"b":', ['{"a":1}', '{"b":'], "open"],
    ['[{"a":1}] [{"b":1}]', ['{"a":1}'], "more"],
  ])("%s", (text, records, ending) => {
    for (const step of [1, 3, 100]) expect(cut(text, step)).toEqual({ records, ending });
  });

  test("lines with a list under “data” stay lines", () => {
    expect(cut('{"data":[1]}\n{"data":[2]}', 3, 1000, "lines").records).toEqual([
      '{"data":[1]}',
      '{"data":[2]}',
    ]);
  });

  test("a record that is too long is told and not held", () => {
    expect(cut(`[{"a":"${"x".repeat(2000)}"},{"b":1}]`).records).toEqual([null, '{"b":1}']);
  });

  test("whatever the records are, they come back one by one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (values, step, wrap) => {
          const text = JSON.stringify(wrap ? { total: 1, data: values } : values, null, step % 3);
          expect(cut(text, step, 100_000).records.map((record) => JSON.parse(record ?? "0"))).toEqual(
            JSON.parse(JSON.stringify(values)),
          );
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});

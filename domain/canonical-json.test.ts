import { describe, expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

describe("canonical JSON", () => {
  test("sorts keys by UTF-16 code units at every depth, as in RFC 8785, 3.2.3", () => {
    const value = { "€": 1, "\r": 2, "\ufb33": 3, "1": 4, "😀": 5, "\u0080": 6, ö: [{ z: 1, a: 2 }] };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":[{"a":2,"z":1}],"€":1,"😀":5,"\ufb33":3}',
    );
  });

  test("writes numbers and strings as RFC 8785, 3.2.2 does", () => {
    expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, '€$\u000F\nA\'B"\\\\"/'])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"]',
    );
  });

  test("leaves out what JSON has no word for", () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
  });
});

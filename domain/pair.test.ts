import { describe, expect, it } from "vitest";
import { readPair } from "./pair.ts";

describe("readPair", () => {
  it.each([
    ["lu-ua", "lu-ua"],
    ["ua-lu", "lu-ua"],
    ["UA-LU", "lu-ua"],
    ["Lu-uA", "lu-ua"],
  ])("%s is the pair at %s", (segment, canonical) => {
    expect(readPair(segment)).toEqual({ is: "pair", codes: ["LU", "UA"], canonical });
  });

  it("tells a country paired with itself apart", () => {
    expect(readPair("UA-ua")).toEqual({ is: "same", code: "UA" });
  });

  it.each(["", "ua", "ua-", "ua-lu-fr", "ukraine-luxembourg", "u1-lu", "ua lu", "ÜA-LU", "ua–lu", "ua-lu "])(
    "“%s” is none",
    (segment) => {
      expect(readPair(segment)).toEqual({ is: "unreadable" });
    },
  );
});

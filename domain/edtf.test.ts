import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayFromNumber, dayNumber, endOfTime, isDay } from "./day.ts";
import { boundsOf, isEdtf, tryBounds } from "./edtf.ts";

describe("the earliest and the latest day of", () => {
  test.each([
    ["2024-05-14", "2024-05-14", "2024-05-14"],
    ["2024-05-14~", "2024-05-14", "2024-05-14"],
    ["2024-05", "2024-05-01", "2024-05-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2023-08~", "2023-08-01", "2023-08-31"],
    ["2024", "2024-01-01", "2024-12-31"],
    ["2024?", "2024-01-01", "2024-12-31"],
    ["201X", "2010-01-01", "2019-12-31"],
    ["20XX", "2000-01-01", "2099-12-31"],
    ["2024-XX", "2024-01-01", "2024-12-31"],
    ["2024-02-XX", "2024-02-01", "2024-02-29"],
    ["2024-21", "2024-01-01", "2024-12-31"],
    ["2024-05-14/2024-05-16", "2024-05-14", "2024-05-16"],
    ["2024-05/2024-06", "2024-05-01", "2024-06-30"],
    ["2024-05-14/..", "2024-05-14", endOfTime],
    ["0000", "0000-01-01", "0000-12-31"],
  ])("%s", (text, earliest, latest) => {
    expect(boundsOf(text)).toEqual({ earliest, latest });
  });
});

test.each([
  "",
  "soon",
  "2024-13-01",
  "2023-02-29",
  "2024-00",
  "2024-13",
  "14.05.2024",
  "2024-5-1",
  "2024-05-16/2024-05-14",
  "2024-05-14/2024-05-16/2024-05-18",
  "../2024",
  "2024-05-14/",
  "-0044",
  "Y12024",
  "2024-05-14T12:00:00Z",
  "2024-05-14\n",
  " 2024",
])("%j is no date", (text) => {
  expect(tryBounds(text)).toBeNull();
  expect(isEdtf(text)).toBe(false);
  expect(() => boundsOf(text)).toThrow(RangeError);
});

test("any text is read or refused, and what is read has days in order", () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789X-/~?%.".split("")), maxLength: 24 });
  fc.assert(
    fc.property(fc.oneof(fc.string(), digits), (text) => {
      const bounds = tryBounds(text);
      return (
        bounds === null ||
        (isDay(bounds.earliest) && isDay(bounds.latest) && bounds.earliest <= bounds.latest)
      );
    }),
    { numRuns: 1000 },
  );
});

test("every day bounds itself", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: dayNumber("0000-01-01"), max: dayNumber("9999-12-31") }).map(dayFromNumber),
      (day) => {
        expect(boundsOf(day)).toEqual({ earliest: day, latest: day });
      },
    ),
  );
});

import { expect, test } from "vitest";
import { endOfKnowledge, nextInstant, readInstant } from "./clocks.ts";

test.each([
  ["2026-11-23T12:00:00.000Z", "2026-11-23T12:00:00.000Z"],
  ["2026-11-23T12:00:00Z", "2026-11-23T12:00:00.000Z"],
  ["2026-11-23T12:00Z", "2026-11-23T12:00:00.000Z"],
  ["2026-11-23T12:00:00.5Z", "2026-11-23T12:00:00.500Z"],
  ["2026-11-23", "2026-11-23T23:59:59.999Z"],
])("%s is the instant %s", (text, instant) => {
  expect(readInstant(text)).toBe(instant);
});

test.each([
  "",
  "now",
  "2026-11-31",
  "2026-11-23T24:00:00Z",
  "2026-11-23T12:60Z",
  "2026-11-23T12:00:60Z",
  "2026-11-23T12:00:00",
  "2026-11-23T12:00:00+02:00",
  "2026-11-23T12:00:00.0001Z",
  "2026-11-23 12:00:00Z",
])("%j is none", (text) => {
  expect(readInstant(text)).toBeNull();
});

test("the next instant is one millisecond on, across midnight and the year", () => {
  expect(nextInstant("2026-11-23T12:00:00.000Z")).toBe("2026-11-23T12:00:00.001Z");
  expect(nextInstant("2026-12-31T23:59:59.999Z")).toBe("2027-01-01T00:00:00.000Z");
  expect(nextInstant("2026-11-23T12:00:00.000Z") < endOfKnowledge).toBe(true);
});

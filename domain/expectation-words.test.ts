import { expect, test } from "vitest";
import { outcomeOn, slipInWords } from "./expectation-words.ts";

test("a slip is told in days and in its direction", () => {
  expect([0, 1, 8, -2].map(slipInWords)).toEqual([
    "as expected",
    "1 day later than expected",
    "8 days later than expected",
    "2 days earlier than expected",
  ]);
});

test("an expectation is open, then overdue, until it is met or overtaken", () => {
  const expected = { date: "2024-05-13/2024-05-19", to: "2024-05-27", metBy: "signature" };
  expect(outcomeOn(expected, "2024-05-19")).toBe("open");
  expect(outcomeOn(expected, "2024-05-20")).toBe("overdue");
  expect(outcomeOn(expected, "2024-05-27")).toBe("met");
  expect(outcomeOn({ ...expected, metBy: null }, "2024-05-27")).toBe("overtaken");
  expect(outcomeOn({ ...expected, date: "2024-05-13/..", to: null }, "2026-01-01")).toBe("open");
});

import { expect, test } from "vitest";
import { countPlaywright, countVitest, sum, tallyOfReport, tallyOfStep } from "./tally.js";

test("a step is one test", () => {
  expect([tallyOfStep(0), tallyOfStep(2)]).toEqual([
    { passed: 1, failed: 0 },
    { passed: 0, failed: 1 },
  ]);
});

test("reports are counted", () => {
  expect(countVitest({ numPassedTests: 4, numFailedTests: 1 })).toEqual({ passed: 4, failed: 1 });
  expect(countPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1 } })).toEqual({
    passed: 3,
    failed: 2,
  });
});

test("a runner that ends badly without a report has failed once", () => {
  expect(tallyOfReport(1, "/nowhere/report.json", countVitest)).toEqual({ passed: 0, failed: 1 });
  expect(tallyOfReport(0, "/nowhere/report.json", countPlaywright)).toEqual({ passed: 0, failed: 0 });
});

test("tallies add up", () => {
  expect(sum([tallyOfStep(0), { passed: 5, failed: 2 }, tallyOfStep(1)])).toEqual({ passed: 6, failed: 3 });
});

import { expect, test } from "vitest";
import { countPlaywright, countVitest, sum, tallyOfReport, tallyOfStep } from "./tally.js";

test("a step is one test", () => {
  expect([tallyOfStep(0), tallyOfStep(2)]).toEqual([
    { passed: 1, failed: 0 },
    { passed: 0, failed: 1 },
  ]);
});

test("reports are counted, and say what failed", () => {
  const cases = [
    { fullName: "days add", status: "failed", failureMessages: ["\u001b[31mexpected 1\u001b[39m"] },
    { fullName: "days end", status: "passed" },
  ];
  const testResults = [
    { name: "day.test.ts", assertionResults: cases },
    { name: "broken.test.ts", status: "failed", message: "no such module", assertionResults: [] },
  ];
  expect(countVitest({ numPassedTests: 4, numFailedTests: 1, testResults })).toEqual({
    passed: 4,
    failed: 1,
    failures: ["day.test.ts: days add\nexpected 1", "broken.test.ts\nno such module"],
  });
  const spec = (title: string, status: string) => ({
    title,
    file: "home.spec.ts",
    line: 7,
    ok: status === "passed",
    tests: [{ results: [{ status, ...(status === "passed" ? {} : { error: { message: "timed out" } }) }] }],
  });
  const suites = [{ specs: [spec("opens", "passed")], suites: [{ specs: [spec("closes", "failed")] }] }];
  expect(countPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }, suites })).toEqual({
    passed: 3,
    failed: 2,
    failures: ["home.spec.ts:7: closes\ntimed out", "2 tests did not run."],
  });
});

test("a runner that ends badly without a report has failed once", () => {
  const none = { passed: 0, failures: [] };
  expect(tallyOfReport(1, "/nowhere/report.json", countVitest)).toEqual({ ...none, failed: 1 });
  expect(tallyOfReport(0, "/nowhere/report.json", countPlaywright)).toEqual({ ...none, failed: 0 });
});

test("tallies add up", () => {
  expect(sum([tallyOfStep(0), { passed: 5, failed: 2 }, tallyOfStep(1)])).toEqual({ passed: 6, failed: 3 });
});

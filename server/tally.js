/** Counts what passed and what failed, from the reports of the test runners. */
import { readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number }} Tally */

/** A step that is one test: a linter, a compiler. @param {number} code its exit code @returns {Tally} */
export function tallyOfStep(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * A runner that ends badly has failed somewhere, even when its report does not say where.
 * @param {number} code its exit code
 * @param {string} file its report
 * @param {(report: any) => Tally} count
 * @returns {Tally}
 */
export function tallyOfReport(code, file, count) {
  const { passed, failed } = count(readReport(file));
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

/** @param {{ numPassedTests?: number, numFailedTests?: number }} report @returns {Tally} */
export function countVitest({ numPassedTests = 0, numFailedTests = 0 }) {
  return { passed: numPassedTests, failed: numFailedTests };
}

/** @param {{ stats?: { expected: number, unexpected: number, flaky: number } }} report @returns {Tally} */
export function countPlaywright({ stats = { expected: 0, unexpected: 0, flaky: 0 } }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

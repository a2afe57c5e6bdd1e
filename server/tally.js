/** Counts what passed and what failed, from the reports of the test runners. */
import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/**
 * How many passed and failed, and each failure in words where a report has them.
 * @typedef {{ passed: number, failed: number, failures?: string[] }} Tally
 */

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
  const { passed, failed, failures = [] } = count(readReport(file));
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), failures };
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

/** What a failure says in a list of failures: its beginning, without colours. @param {string} [message] */
const briefly = (message = "") => stripVTControlCharacters(message).slice(0, 700).trimEnd();

/**
 * @typedef {{ fullName: string, status: string, failureMessages?: string[] }} VitestCase
 * @param {{ numPassedTests?: number, numFailedTests?: number, testResults?: { name: string, message?: string, status?: string, assertionResults: VitestCase[] }[] }} report
 * @returns {Tally}
 */
export function countVitest({ numPassedTests = 0, numFailedTests = 0, testResults = [] }) {
  const failures = testResults.flatMap(({ name, message, status, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === "failed");
    if (failed.length === 0 && status === "failed") return [`${name}\n${briefly(message)}`];
    return failed.map((one) => `${name}: ${one.fullName}\n${briefly(one.failureMessages?.[0])}`);
  });
  return { passed: numPassedTests, failed: numFailedTests, failures };
}

/**
 * @typedef {{ title: string, file: string, line: number, ok: boolean, tests: { results: { status: string, error?: { message?: string } }[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 * @param {Suite & { stats?: { expected: number, unexpected: number, flaky: number, skipped?: number } }} report
 * @returns {Tally}
 */
export function countPlaywright({ stats = { expected: 0, unexpected: 0, flaky: 0 }, ...root }) {
  const failures = specsOf(root)
    .filter(({ ok }) => !ok)
    .map(({ title, file, line, tests }) => {
      const wrong = tests.flatMap(({ results }) => results).find(({ status }) => status !== "passed");
      return `${file}:${line}: ${title}\n${briefly(wrong?.error?.message)}`;
    });
  if (stats.skipped) failures.push(`${stats.skipped} tests did not run.`);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, failures };
}

/** @param {Suite} suite @returns {Spec[]} */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

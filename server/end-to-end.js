/** Runs the journeys of e2e/ in a real browser, on the real server, with a database of their own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "../e2e/browser.js";
import { runNode, StepError, say } from "./run.js";
import { startTestServer } from "./test-server.js";

/**
 * @param {string} report the file that Playwright writes its results to
 * @param {string[]} args more arguments for Playwright
 * @returns {Promise<number>} Playwright's exit code, or 1 when the server complained
 */
export async function runJourneys(report, args = []) {
  const browser = await findBrowser();
  say(`Browser: ${browser.source}, ${browser.executablePath}`);

  const folder = mkdtempSync(join(tmpdir(), "accords-e2e-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const server = await startTestServer(folder);
  const code = await runNode(["node_modules/@playwright/test/cli.js", "test", ...args], {
    E2E_URL: server.url,
    E2E_BROWSER: JSON.stringify(browser),
    E2E_REPORT: report,
    E2E_USERS: JSON.stringify(server.users),
    // For tests that run commands beside the server.
    DATABASE_URL: server.databaseUrl,
  });
  try {
    await server.stop();
  } catch (error) {
    // What the journeys found is told all the same.
    if (!(error instanceof StepError)) throw error;
    say(error.message);
    return code || 1;
  }
  return code;
}

/** Runs the journeys of e2e/ in a real browser, on the real server, with a database of their own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "../e2e/browser.js";
import { freePort } from "../e2e/free-port.js";
import { root, runNode, StepError, say, start } from "./run.js";
import { addTestUsers } from "./test-users.js";

/**
 * @param {string} report the file that Playwright writes its results to
 * @param {string[]} args more arguments for Playwright
 * @returns {Promise<number>} Playwright's exit code
 */
export async function runJourneys(report, args = []) {
  const browser = await findBrowser();
  say(`Browser: ${browser.source}, ${browser.executablePath}`);

  const folder = mkdtempSync(join(tmpdir(), "accords-e2e-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const server = await startServer(folder);
  const code = await runNode(["node_modules/@playwright/test/cli.js", "test", ...args], {
    E2E_URL: server.url,
    E2E_BROWSER: JSON.stringify(browser),
    E2E_REPORT: report,
    E2E_USERS: JSON.stringify(server.users),
  });
  await server.stop();
  return code;
}

/** @param {string} folder */
async function startServer(folder) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    NODE_ENV: "production",
    PORT: String(port),
    APP_URL: url,
    DATABASE_URL: `file:${join(folder, "accords.db")}`,
    LOG_LEVEL: "error",
  };
  if ((await runNode(["server/prepare.ts"], env)) !== 0) {
    throw new StepError("The journeys have no database: preparing one failed.");
  }
  const child = start(process.execPath, [join(root, "server/serve.ts")], env);
  /** @type {Promise<number>} */
  const ended = new Promise((done) => child.once("exit", (code) => done(code ?? 1)));
  await answering(url, ended);
  const stop = async () => {
    child.kill("SIGTERM");
    const code = await ended;
    if (code !== 0)
      throw new StepError(`The server ended with code ${code} when it was told to stop, not with 0.`);
  };
  // While it serves, as an operator does it.
  const users = await addTestUsers(env);
  return { url, users, stop };
}

/**
 * @param {string} url
 * @param {Promise<number>} ended
 */
async function answering(url, ended) {
  let hasEnded = false;
  ended.then(() => {
    hasEnded = true;
  });
  for (let tries = 0; tries < 300 && !hasEnded; tries++) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  throw new StepError(
    hasEnded ? "The server ended before it answered." : "The server gave no answer for 30 seconds.",
  );
}

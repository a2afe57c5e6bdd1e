/** The server that the journeys run against: production, with a database and users of its own. */
import { join } from "node:path";
import { freePort } from "../e2e/free-port.js";
import { root, runNode, StepError, start } from "./run.js";
import { makeTestDatabase } from "./test-database.js";

/**
 * Prepares a database with the curated record in the folder, serves it and adds the users of the journeys.
 * @param {string} folder
 */
export async function startTestServer(folder) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    NODE_ENV: "production",
    PORT: String(port),
    APP_URL: url,
    DATABASE_URL: await makeTestDatabase(folder),
    LOG_LEVEL: "error",
  };
  if ((await runNode(["server/prepare.ts"], env)) !== 0) {
    throw new StepError("The journeys have no database: preparing one failed.");
  }
  const files = ["server/watch-plans.ts", "server/serve.ts"].map((file) => join(root, file));
  const child = start(process.execPath, ["--import", ...files], env);
  /** @type {Promise<number>} */
  const ended = new Promise((done) => child.once("exit", (code) => done(code ?? 1)));
  await answering(url, ended);
  const stop = async () => {
    child.kill("SIGTERM");
    const code = await ended;
    if (code !== 0)
      throw new StepError(
        `The server ended with code ${code} when it was told to stop, not with 0: see above what was wrong.`,
      );
  };
  // While it serves, as an operator does it.
  const { addTestUsers } = await import("./test-users.ts");
  const users = await addTestUsers(env.DATABASE_URL);
  return { url, users, databaseUrl: env.DATABASE_URL, stop };
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

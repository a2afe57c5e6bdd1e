/**
 * `npm test`: every check there is, one after the other; its last line is `N passed, N failed`.
 * `npm run e2e` runs the last step alone; what follows `--` goes to Playwright.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, runCommand, runNode, StepError, say } from "./run.js";
import { prepareRuntime } from "./runtime.js";
import { countPlaywright, countVitest, sum, tallyOfReport, tallyOfStep } from "./tally.js";

/** @typedef {import("./tally.js").Tally} Tally */

/** Set by .ci/run: there, what cannot be tried has failed. */
const isRequired = process.env.REQUIRE_POSTGRES === "1";
const noPostgres =
  "Nothing was tried on PostgreSQL: no server was found. Install PostgreSQL, or name a server: TEST_POSTGRES=postgres://user:password@host/postgres npm test";

await runCommand(async () => {
  await prepareRuntime(import.meta.url);
  // The tests have settings of their own; those of the person who runs them must not change what is tested.
  for (const name of ["PORT", "APP_URL", "DATABASE_URL", "LOG_LEVEL", "TRUST_PROXY", "HOST"])
    delete process.env[name];

  const given = process.env.TEST_POSTGRES;
  const folder = mkdtempSync(join(tmpdir(), "accords-test-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const [only, ...args] = process.argv.slice(2);
  const steps = stepsWith(folder, args).filter(({ name }) => only === undefined || name === only);
  if (steps.length === 0) throw new StepError(`There is no step "${only}".`);

  const results = [];
  /** @type {import("./find-postgres.js").TestPostgres | null | undefined} */
  let postgres;
  for (const step of steps) {
    if (step.onPostgres) {
      postgres ??= await postgresForTests(given);
      if (!postgres && !isRequired) continue;
    }
    results.push(await runStep(step, step.onPostgres ? postgres : undefined));
  }
  if (postgres) {
    const { dropTestDatabases } = await import("./test-database.js");
    await dropTestDatabases(postgres.url);
    await postgres.stop();
  }

  const { passed, failed } = sum(results.map(({ tally }) => tally));
  console.log("");
  // Once more at the end, where whoever sees no more than that finds them.
  for (const { name, tally } of results)
    for (const failure of tally.failures ?? []) console.log(`FAILED ${name}: ${failure}\n`);
  for (const { line } of results) console.log(line);
  if (postgres === null) console.log(noPostgres);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});

/**
 * @param {string | undefined} given
 * @returns {Promise<import("./find-postgres.js").TestPostgres | null>}
 */
async function postgresForTests(given) {
  const { findPostgres } = await import("./find-postgres.js");
  const found = await findPostgres({ given, mayInstall: isRequired }).catch((error) => {
    say(`PostgreSQL does not start: ${error.message}`);
    return null;
  });
  if (found) say(`PostgreSQL: ${found.source}`);
  return found;
}

/** @typedef {{ name: string, run: () => Promise<Tally>, onPostgres?: boolean }} Step */

/**
 * @param {string} folder for the reports
 * @param {string[]} args more arguments for Playwright
 * @returns {Step[]}
 */
function stepsWith(folder, args) {
  return [
    ...["lint", "types", "knip"].map((name) => ({ name, run: () => runScript(name) })),
    { name: "unit", run: () => runUnits(join(folder, "unit.json")) },
    { name: "e2e", run: () => runBrowser(join(folder, "journeys.json"), args) },
    // What asks the engine for something, once more on the other one.
    { name: "unit-pg", onPostgres: true, run: () => runUnits(join(folder, "unit-pg.json")) },
    { name: "e2e-pg", onPostgres: true, run: () => runBrowser(join(folder, "journeys-pg.json"), args) },
  ];
}

/** @param {string} report */
async function runUnits(report) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runNode(["node_modules/vitest/vitest.mjs", "run", ...reporters]);
  return tallyOfReport(code, report, countVitest);
}

/** @param {string} report @param {string[]} args */
async function runBrowser(report, args) {
  const { buildIfStale } = await import("./build.js");
  const { runJourneys } = await import("./end-to-end.js");
  await buildIfStale();
  return tallyOfReport(await runJourneys(report, args), report, countPlaywright);
}

/** @param {string} name a script of package.json */
async function runScript(name) {
  return tallyOfStep(await run("npm", ["run", "--silent", name]));
}

/**
 * A step goes on record whatever happens in it, so that one run reports everything.
 * @param {Step} step
 * @param {import("./find-postgres.js").TestPostgres | null} [postgres] null: it was to run on one, and there is none
 */
async function runStep({ name, run }, postgres) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  if (postgres) process.env.TEST_POSTGRES = postgres.url;
  else delete process.env.TEST_POSTGRES;
  const tally = await (postgres === null ? Promise.reject(new StepError(noPostgres)) : run()).catch(
    (error) => {
      say(error instanceof StepError ? error.message : String(error?.stack ?? error));
      return tallyOfStep(1);
    },
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const line = `${name.padEnd(7)} ${String(tally.passed).padStart(5)} passed ${String(tally.failed).padStart(4)} failed ${seconds.padStart(7)} s`;
  return { name, tally, line };
}

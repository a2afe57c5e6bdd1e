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

await runCommand(async () => {
  await prepareRuntime(import.meta.url);
  // The tests have settings of their own; those of the person who runs them must not change what is tested.
  for (const name of ["PORT", "APP_URL", "DATABASE_URL", "LOG_LEVEL", "TRUST_PROXY", "HOST"])
    delete process.env[name];

  const folder = mkdtempSync(join(tmpdir(), "accords-test-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const [only, ...args] = process.argv.slice(2);
  const steps = stepsWith(folder, args).filter(({ name }) => only === undefined || name === only);
  if (steps.length === 0) throw new StepError(`There is no step "${only}".`);

  const results = [];
  for (const step of steps) results.push(await runStep(step));

  const { passed, failed } = sum(results.map(({ tally }) => tally));
  console.log("");
  for (const { line } of results) console.log(line);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});

/** @typedef {{ name: string, run: () => Promise<Tally> }} Step */

/**
 * @param {string} folder for the reports
 * @param {string[]} args more arguments for Playwright
 * @returns {Step[]}
 */
function stepsWith(folder, args) {
  const unitReport = join(folder, "unit.json");
  const journeyReport = join(folder, "journeys.json");
  return [
    ...["lint", "types", "knip"].map((name) => ({ name, run: () => runScript(name) })),
    {
      name: "unit",
      run: async () => {
        const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`];
        const code = await runNode(["node_modules/vitest/vitest.mjs", "run", ...reporters]);
        return tallyOfReport(code, unitReport, countVitest);
      },
    },
    {
      name: "e2e",
      run: async () => {
        const { buildIfStale } = await import("./build.js");
        const { runJourneys } = await import("./end-to-end.js");
        await buildIfStale();
        return tallyOfReport(await runJourneys(journeyReport, args), journeyReport, countPlaywright);
      },
    },
  ];
}

/** @param {string} name a script of package.json */
async function runScript(name) {
  return tallyOfStep(await run("npm", ["run", "--silent", name]));
}

/** A step goes on record whatever happens in it, so that one run reports everything. @param {Step} step */
async function runStep({ name, run }) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const tally = await run().catch((error) => {
    say(error instanceof StepError ? error.message : String(error?.stack ?? error));
    return tallyOfStep(1);
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const line = `${name.padEnd(6)} ${String(tally.passed).padStart(5)} passed ${String(tally.failed).padStart(4)} failed ${seconds.padStart(7)} s`;
  return { tally, line };
}

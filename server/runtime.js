/**
 * Makes sure that the packages are installed and that a Node that can run Accords is running.
 * It works on any Node since 18 and needs no package: everything else may then count on both.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installIsCurrent } from "./install-check.js";
import { compiled, root, run, StepError, say } from "./run.js";

const bundledNode = join(root, "node_modules/.bin/node");

/** To be called first in every file that a person starts. @param {string} entry its import.meta.url */
export async function prepareRuntime(entry) {
  if (!packagesAreCurrent()) await install();
  if (!nodeIsEnough()) await reRun(fileURLToPath(entry));
  const path = join(root, "node_modules/.bin");
  process.env.PATH = process.env.PATH ? `${path}:${process.env.PATH}` : path;
  module.enableCompileCache?.(compiled);
}

function packagesAreCurrent() {
  try {
    return installIsCurrent(readJson("package-lock.json"), readJson("node_modules/.package-lock.json"));
  } catch {
    return false;
  }
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

async function install() {
  say("Installing the packages with npm ci; this takes about a minute.");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  // What npm says is no answer of a command: it goes to stderr.
  const code = npm?.endsWith(".js")
    ? await run(process.execPath, [npm, ...args], {}, 2)
    : await run("npm", args, {}, 2);
  if (code !== 0) {
    throw new StepError(
      "The packages could not be installed; npm says why above. Check that this machine reaches an npm " +
        "registry and that the disk has 1 GB free, then run the same command again.",
    );
  }
}

/** The database driver needs Node-API 10, and the server is TypeScript that Node reads as it is. */
function nodeIsEnough() {
  return (
    Number(process.versions.napi) >= 10 && "typescript" in process.features && process.features.typescript
  );
}

/** On Linux the packages bring a Node of their own. @param {string} entry */
async function reRun(entry) {
  if (!existsSync(bundledNode) || process.env.ACCORDS_RERUN) {
    throw new StepError(
      `Accords needs Node 22.18 or later, and this is Node ${process.versions.node}. ` +
        "Install Node 24 from https://nodejs.org and run the same command again.",
    );
  }
  const child = spawn(bundledNode, [entry, ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, ACCORDS_RERUN: "1" },
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.removeAllListeners(signal);
    process.on(signal, () => child.kill(signal));
  }
  process.exit(await new Promise((done) => child.once("exit", (code) => done(code ?? 1))));
}

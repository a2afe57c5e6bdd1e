/** Builds the pages with Next, unless the build in .next is of the sources as they are. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run, StepError, say } from "./run.js";

/** What the build is made from. The server and the data are read when they are needed, not built. */
const sources = [
  "app",
  "components",
  "domain",
  "db",
  "instrumentation.ts",
  "package.json",
  "package-lock.json",
  "next.config.js",
  "tsconfig.json",
];
const output = join(root, ".next");
const stamp = join(output, "accords-sources");

export async function buildIfStale() {
  const hash = hashOf(root, sources);
  if (isFresh(hash)) return;
  say("Building the pages; this takes about half a minute.");
  rmSync(stamp, { force: true });
  // stdout is the log of the server that may start afterwards.
  const toStderr = 2;
  const args = ["node_modules/next/dist/bin/next", "build"];
  const code = await run(process.execPath, args, { NODE_ENV: "production" }, toStderr);
  if (code !== 0) {
    if (existsSync(join(output, "lock"))) {
      throw new StepError(
        "Another build is under way in this folder. Wait for its end, then run the same command again.",
      );
    }
    forgetBuild();
    throw new StepError("The build failed; Next says why above. Mend that and run the same command again.");
  }
  writeFileSync(stamp, hash);
}

/** @param {string} hash */
function isFresh(hash) {
  return existsSync(join(output, "BUILD_ID")) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

/** A failed build is remembered and fails again. What `npm run dev` keeps in the same folder stays. */
function forgetBuild() {
  if (!existsSync(output)) return;
  for (const name of readdirSync(output)) {
    if (name !== "dev") rmSync(join(output, name), { recursive: true, force: true });
  }
}

/**
 * One hash of the names and contents of files and folders.
 * @param {string} base
 * @param {string[]} paths
 */
export function hashOf(base, paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((one) => filesIn(base, one))) {
    const content = readFileSync(join(base, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * @param {string} base
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(base, path) {
  const found = statSync(join(base, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  const names = readdirSync(join(base, path)).sort();
  return names.flatMap((name) => filesIn(base, `${path}/${name}`));
}

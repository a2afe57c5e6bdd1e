/**
 * `npm run export [-- FOLDER | FILE.zip]`: the whole public record as one release, in a folder or a file that is not
 * there yet. Its path is the last line on stdout. May be run while the server runs.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readEnvironment } from "./environment.js";
import { root, runCommand, StepError, say } from "./run.js";
import { prepareRuntime } from "./runtime.js";

await runCommand(async () => {
  const { databaseUrl } = readEnvironment(process.env, root);
  const target = targetOf(process.argv.slice(2));
  await prepareRuntime(import.meta.url);
  const [{ exportRelease }, { isZipName, packRelease }, { openDatabase }, { appVersion }] = await Promise.all(
    [
      import("#db/export-release.ts"),
      import("#db/release-zip.ts"),
      import("#db/open-database.ts"),
      import("./prepare-database.ts"),
    ],
  );
  if (databaseUrl.startsWith("file:") && !existsSync(databaseUrl.slice("file:".length)))
    throw new StepError("There is no database yet: npm start prepares it.");
  // What is not whole has another name, so that nobody takes it for a release.
  const unfinished = `${target}.part`;
  const packed = `${target}.part.zip`;
  const sweep = () => {
    for (const path of [unfinished, packed]) rmSync(path, { recursive: true, force: true });
  };
  sweep();
  mkdirSync(dirname(target), { recursive: true });
  const db = openDatabase(databaseUrl);
  try {
    const { counts, clock } = await exportRelease(db, unfinished, appVersion());
    const isZip = isZipName(target);
    if (isZip) await packRelease(unfinished, packed);
    if (existsSync(target)) rmSync(target, { recursive: true });
    renameSync(isZip ? packed : unfinished, target);
    say(
      `Exported ${counts.agreements} agreements and ${counts.changes} changes, as known at ${clock.known}.`,
    );
    console.log(target);
  } finally {
    sweep();
    await db.close();
  }
});

/**
 * @param {string[]} args
 * @returns {string} a folder that is empty or not there, or a file that is not there
 */
function targetOf(args) {
  if (args.length > 1 || args[0]?.startsWith("-"))
    throw new StepError("Usage: npm run export [-- FOLDER | FILE.zip]");
  const [given = join(root, ".data/release")] = args;
  const target = resolve(process.env.INIT_CWD ?? ".", given);
  const stands = statSync(target, { throwIfNoEntry: false });
  if (stands && !stands.isDirectory())
    throw new StepError(`${target} is there already. Name a file that is not.`);
  if (stands && readdirSync(target).length > 0)
    throw new StepError(`${target} is not empty. Name a folder that is not there yet.`);
  return target;
}

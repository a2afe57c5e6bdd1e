/**
 * `npm run export [-- FOLDER]`: the whole public record as one release, in a folder that is not there yet. Its path is
 * the last line on stdout. May be run while the server runs.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readEnvironment } from "./environment.js";
import { root, runCommand, StepError, say } from "./run.js";
import { prepareRuntime } from "./runtime.js";

await runCommand(async () => {
  const { databaseUrl } = readEnvironment(process.env, root);
  const folder = folderOf(process.argv.slice(2));
  await prepareRuntime(import.meta.url);
  const [{ exportRelease }, { openDatabase }, { appVersion }] = await Promise.all([
    import("#db/export-release.ts"),
    import("#db/open-database.ts"),
    import("./prepare-database.ts"),
  ]);
  if (databaseUrl.startsWith("file:") && !existsSync(databaseUrl.slice("file:".length)))
    throw new StepError("There is no database yet: npm start prepares it.");
  // What is not whole has another name, so that nobody takes it for a release.
  const unfinished = `${folder}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const db = openDatabase(databaseUrl);
  try {
    const { counts, clock } = await exportRelease(db, unfinished, appVersion());
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(unfinished, folder);
    say(
      `Exported ${counts.agreements} agreements and ${counts.changes} changes, as known at ${clock.known}.`,
    );
    console.log(folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    await db.close();
  }
});

/**
 * @param {string[]} args
 * @returns {string} the folder, which is empty or not there
 */
function folderOf(args) {
  if (args.length > 1 || args[0]?.startsWith("-")) throw new StepError("Usage: npm run export [-- FOLDER]");
  const [given = join(root, ".data/release")] = args;
  const folder = resolve(process.env.INIT_CWD ?? ".", given);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new StepError(`${folder} is not empty. Name a folder that is not there yet.`);
  return folder;
}

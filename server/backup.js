/**
 * `npm run backup [-- --to FOLDER]`: a verified copy of the database, made while the server runs. Its path is the last
 * line on stdout. Run it daily from the machine's own timer.
 */
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { pathOfFile, readEnvironment } from "./environment.js";
import { root, runCommand, StepError, say } from "./run.js";
import { prepareRuntime } from "./runtime.js";

await runCommand(async () => {
  const { databaseUrl } = readEnvironment(process.env, root);
  await prepareRuntime(import.meta.url);
  process.umask(0o077);
  const path = pathOfFile(
    databaseUrl,
    "Its server makes the backups: use pg_dump, or continuous archiving, as its own documentation says.",
  );
  const folder = folderOf(process.argv.slice(2)) ?? join(dirname(path), "backups");
  const { backUp } = await import("#db/backup.ts");
  const { appVersion } = await import("./prepare-database.ts");
  const order = { path, folder, now: new Date().toISOString(), appVersion: appVersion(), reason: "asked" };
  const { file, manifest } = await backUp(/** @type {import("#db/backup.ts").BackupOrder} */ (order));
  const broken = manifest.audit?.broken;
  say(
    `Backed up ${manifest.counts.agreements} agreements and ${manifest.audit?.rows ?? 0} changes, and checked the copy.`,
  );
  console.log(file);
  if (broken) {
    throw new StepError(
      `But the audit log is not as it was written: row ${broken.sequence} ${broken.reason}.`,
    );
  }
});

/** @param {string[]} args */
function folderOf(args) {
  try {
    const { to } = parseArgs({ args, options: { to: { type: "string" } } }).values;
    return to === undefined ? undefined : resolve(process.env.INIT_CWD ?? ".", to);
  } catch {
    throw new StepError("Usage: npm run backup [-- --to FOLDER]");
  }
}

/**
 * `npm run audit:verify [-- --against MANIFEST]`: walks the audit log and ends with 1 at the first row that is not as it
 * was written. With a backup's manifest it also finds a log that was cut at its end or written anew.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readEnvironment } from "./environment.js";
import { root, runCommand, StepError } from "./run.js";
import { prepareRuntime } from "./runtime.js";

await runCommand(async () => {
  const { databaseUrl } = readEnvironment(process.env, root);
  await prepareRuntime(import.meta.url);
  const against = manifestIn(process.argv.slice(2));
  const [{ readManifest }, { openDatabase }, { verifyChain }] = await Promise.all([
    import("#db/backup-manifest.ts"),
    import("#db/open-database.ts"),
    import("#db/queries/chain.ts"),
  ]);
  const heads = against === undefined ? [] : (readManifest(against).audit?.heads ?? []);
  const db = openDatabase(databaseUrl);
  const { rows, unchained, anchor, broken } = await verifyChain(db, heads).finally(() => db.close());
  if (broken) throw new StepError(`The audit log is broken: row ${broken.sequence} ${broken.reason}.`);
  const older = unchained > 0 ? `, ${unchained} of them older than the chain` : "";
  console.log(`The audit log is whole: ${rows} rows${older}.`);
  console.log(`Anchor ${anchor}`);
});

/** @param {string[]} args */
function manifestIn(args) {
  try {
    const { against } = parseArgs({ args, options: { against: { type: "string" } } }).values;
    return against === undefined ? undefined : resolve(process.env.INIT_CWD ?? ".", against);
  } catch {
    throw new StepError("Usage: npm run audit:verify [-- --against MANIFEST]");
  }
}

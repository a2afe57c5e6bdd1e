/** `npm run move -- --from URL --to URL`: carries a whole database into an empty one, and proves that both are equal. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { readEnvironment, withoutPassword } from "./environment.js";
import { root, runCommand, StepError, say } from "./run.js";
import { prepareRuntime } from "./runtime.js";

const usage =
  "Usage: npm run move -- --from URL --to URL\n" +
  "Each is file: and a path, or postgres://user:password@host:port/database. Stop all servers on both first.";

await runCommand(async () => {
  const { from, to } = addressesIn(process.argv.slice(2));
  await prepareRuntime(import.meta.url);
  process.umask(0o077);
  if (from.startsWith("file:") && !existsSync(from.slice("file:".length)))
    throw new StepError(`There is no file ${from.slice("file:".length)}.`);
  const [{ moveAll }, { openDatabase }, { migrateDatabase }] = await Promise.all([
    import("#db/move.ts"),
    import("#db/open-database.ts"),
    import("#db/prepare.ts"),
  ]);
  await migrateDatabase(to).catch((error) => {
    throw new StepError(error.message);
  });
  const [source, target] = [openDatabase(from), openDatabase(to)];
  try {
    say(`Moving ${withoutPassword(from)} to ${withoutPassword(to)}`);
    const moved = await moveAll(source, target).catch((error) => {
      throw new StepError(error.message);
    });
    for (const { name, rows, sha256 } of moved)
      console.log(`${sha256}  ${String(rows).padStart(9)}  ${name}`);
    say("Both databases hold the same: the hash of every table is the same on both sides.");
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
});

/**
 * @param {string[]} args
 * @returns {{ from: string, to: string }} checked
 */
function addressesIn(args) {
  const options = /** @type {const} */ ({ from: { type: "string" }, to: { type: "string" } });
  /** @type {{ from?: string, to?: string }} */
  let given = {};
  try {
    given = parseArgs({ args, options }).values;
  } catch {
    // Told below.
  }
  const { from, to } = given;
  if (!from || !to) throw new StepError(usage);
  /** @param {string} url */
  const read = (url) => readEnvironment({ DATABASE_URL: url }, process.env.INIT_CWD ?? root).databaseUrl;
  const addresses = { from: read(from), to: read(to) };
  if (addresses.from === addresses.to) throw new StepError("Both addresses are the same database.");
  return addresses;
}

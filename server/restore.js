/** `npm run restore -- FILE`: puts a backup in the place of the database, after checking it; the old one is kept. */
import { resolve } from "node:path";
import { pathOfFile, readEnvironment } from "./environment.js";
import { root, runCommand, StepError, say } from "./run.js";
import { prepareRuntime } from "./runtime.js";

await runCommand(async () => {
  const { databaseUrl } = readEnvironment(process.env, root);
  await prepareRuntime(import.meta.url);
  process.umask(0o077);
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) throw new StepError("Usage: npm run restore -- FILE");
  const { restore } = await import("#db/restore.ts");
  const restoration = {
    file: resolve(process.env.INIT_CWD ?? ".", file),
    path: pathOfFile(
      databaseUrl,
      "Stop all nodes, bring the dump into an empty database with pg_restore, and point DATABASE_URL to that.",
    ),
    now: new Date().toISOString(),
  };
  const { kept, manifest } = await restore(restoration).catch((error) => {
    throw new StepError(`Nothing was restored. ${error.message}`);
  });
  say(
    `Restored the record as it was at ${manifest.madeAt}. Everybody is signed out; roles and tokens are of that time.`,
  );
  if (kept !== null) say(`The database before is kept as ${kept}.`);
});

/** `npm run import-release -- FOLDER | FILE.zip`: reads a release into an empty database, and checks all of it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readEnvironment } from "./environment.js";
import { root, runCommand, StepError, say } from "./run.js";
import { prepareRuntime } from "./runtime.js";

await runCommand(async () => {
  const { databaseUrl } = readEnvironment(process.env, root);
  const [given, ...more] = process.argv.slice(2);
  if (given === undefined || more.length > 0)
    throw new StepError(
      "Usage: npm run import-release -- FOLDER | FILE.zip\nDATABASE_URL names the empty database to read it into.",
    );
  await prepareRuntime(import.meta.url);
  process.umask(0o077);
  const [{ importRelease }, { isZipName, unpackRelease }, { openDatabase }, { migrateDatabase }] =
    await Promise.all([
      import("#db/import-release.ts"),
      import("#db/release-zip.ts"),
      import("#db/open-database.ts"),
      import("#db/prepare.ts"),
    ]);
  const told = (/** @type {Error} */ error) => {
    throw new StepError(error.message);
  };
  const release = resolve(process.env.INIT_CWD ?? ".", given);
  const unpacked = isZipName(release) ? mkdtempSync(join(tmpdir(), "accords-release-")) : null;
  if (unpacked) process.once("exit", () => rmSync(unpacked, { recursive: true }));
  if (unpacked) await unpackRelease(release, unpacked).catch(told);
  await migrateDatabase(databaseUrl).catch(told);
  const db = openDatabase(databaseUrl);
  try {
    const { manifest, frozenViews } = await importRelease(db, unpacked ?? release).catch(told);
    say(
      `Read ${manifest.counts.agreements} agreements, ${manifest.counts.changes} changes and ${frozenViews} frozen views: every hash holds.`,
    );
  } finally {
    await db.close();
  }
});

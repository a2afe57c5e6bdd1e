/** Makes a database ready to serve: migrated, and with the curated record when it is empty. */
import { dirname, join } from "node:path";
import type { Instant } from "#domain/clocks.ts";
import { curator } from "#domain/permission.ts";
import { backUp, thinAutomatic } from "./backup.ts";
import { importRecord } from "./commands/import-record.ts";
import { migrateSqlite, needsMigration } from "./migrate.ts";
import { migratePostgres } from "./migrate-postgres.ts";
import { engineOf, openDatabase } from "./open-database.ts";
import { readRecord } from "./read-record.ts";
import { refuseDamaged } from "./soundness.ts";
import { sqlitePath } from "./sqlite.ts";

export interface Preparation {
  /** `DATABASE_URL`: `file:` and the path of the SQLite file, or the address of a PostgreSQL database. */
  url: string;
  /** The folder of the curated record. */
  dataDirectory: string;
  now: Instant;
  appVersion: string;
  log: (line: string) => void;
}

/** How many backups of before a migration stay. */
const keptBackups = 5;

/** What is about to be changed in form is kept in its old one, beside the database. An empty file has nothing to keep. */
async function backUpFirst({
  path,
  now,
  appVersion,
  log,
}: { path: string } & Omit<Preparation, "url" | "dataDirectory">) {
  if (!needsMigration(path)) return;
  const folder = join(dirname(path), "backups");
  const { file } = await backUp({ path, folder, now, appVersion, reason: "before-migration" });
  log(`Backed up the database before changing its form: ${file}`);
  thinAutomatic(folder, keptBackups);
}

/** Brings a database to the schema of this code, without a backup; answers how many files were applied. */
export const migrateDatabase = async (url: string): Promise<number> =>
  engineOf(url) === "postgres" ? migratePostgres(url) : migrateSqlite(sqlitePath(url));

/** Checks the file, backs it up and migrates it if need be; answers how many files were applied. */
async function bringFileUpToDate(preparation: Preparation): Promise<number> {
  const path = sqlitePath(preparation.url);
  refuseDamaged(path);
  await backUpFirst({ ...preparation, path });
  return migrateSqlite(path);
}

/**
 * Brings the database to this code's schema, then loads the curated record into an empty one. Several nodes may do so
 * at once. Throws a RecordError for a broken record. A server of PostgreSQL makes its own backups.
 */
export async function prepareDatabase(preparation: Preparation): Promise<void> {
  const { url, dataDirectory, now, log } = preparation;
  const applied = await (engineOf(url) === "postgres"
    ? migratePostgres(url)
    : bringFileUpToDate(preparation));
  if (applied > 0)
    log(`Brought the database up to date (${applied} ${applied === 1 ? "migration" : "migrations"}).`);
  const db = openDatabase(url);
  try {
    if ((await db.read.$count(db.tables.agreements)) > 0) return;
    const { created } = await importRecord(db, curator, readRecord(dataDirectory), now);
    if (created.agreements > 0)
      log(
        `Loaded the curated record: ${created.agreements} agreements, ${created.frameworks} frameworks, ${created.sources} sources.`,
      );
  } finally {
    await db.close();
  }
}

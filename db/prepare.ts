/** Makes a database ready to serve: migrated, and with the curated record when it is empty. */
import type { Instant } from "#domain/clocks.ts";
import { curator } from "#domain/permission.ts";
import { importRecord } from "./commands/import-record.ts";
import { migrateSqlite } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";
import { readRecord } from "./read-record.ts";
import { sqlitePath } from "./sqlite.ts";

export interface Preparation {
  /** `DATABASE_URL`: `file:` and the path of the SQLite file. */
  url: string;
  /** The folder of the curated record. */
  dataDirectory: string;
  now: Instant;
  log: (line: string) => void;
}

/** Migrates, then loads the curated record into an empty database. Throws a RecordError for a broken record. */
export async function prepareDatabase({ url, dataDirectory, now, log }: Preparation): Promise<void> {
  const applied = migrateSqlite(sqlitePath(url));
  if (applied > 0)
    log(`Brought the database up to date (${applied} ${applied === 1 ? "migration" : "migrations"}).`);
  const db = openDatabase(url);
  try {
    if ((await db.read.$count(db.tables.agreements)) > 0) return;
    const { created } = await importRecord(db, curator, readRecord(dataDirectory), now);
    log(
      `Loaded the curated record: ${created.agreements} agreements, ${created.frameworks} frameworks, ${created.sources} sources.`,
    );
  } finally {
    db.close();
  }
}

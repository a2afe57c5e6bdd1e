/**
 * A backup while the server writes: a copy of one moment, checked before it gets its name. A file named
 * `backup-….db` is whole and has its manifest beside it; everything else is of no use and is cleared away.
 */
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { getTableColumns } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Instant } from "#domain/clocks.ts";
import { type BackupReason, type Manifest, manifestOf } from "./backup-manifest.ts";
import { kits } from "./dialects.ts";
import { hashOfFile, publish, writePrivately } from "./durable-files.ts";
import { appliedMigrations } from "./migrate.ts";
import { verifyChain } from "./queries/chain.ts";
import { brokenReferences, damageIn } from "./soundness.ts";
import { connect } from "./sqlite.ts";
import { defineTables } from "./tables.ts";

export interface BackupOrder {
  /** The SQLite file. */
  path: string;
  folder: string;
  now: Instant;
  appVersion: string;
  reason: BackupReason;
}

const pagesAtOnce = 256;
/** A copy in the making that is older than this has lost its maker. */
const abandonedMs = 24 * 3_600_000;

/** Copies one moment of the file at `from`. The open read holds that moment, so that writers cannot make it start again. */
async function copyOf(from: string, to: string): Promise<void> {
  const source = connect(from);
  try {
    source.exec("BEGIN");
    source.prepare("select count(*) from sqlite_master").get();
    await source.backup(to, { progress: () => pagesAtOnce });
  } finally {
    source.close();
  }
}

function countsOf(connection: BetterSqlite.Database): Record<string, number> {
  const names = connection
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[];
  const count = (name: string) =>
    connection.prepare(`select count(*) from "${name}"`).pluck().get() as number;
  return Object.fromEntries(names.map((name) => [name, count(name)]));
}

/** What the audit log of a copy says; null where its schema is older than this code's log. */
async function auditOf(connection: BetterSqlite.Database): Promise<Manifest["audit"]> {
  const tables = defineTables(kits.sqlite);
  const columns = (connection.pragma("table_info(changes)") as { name: string }[]).map(({ name }) => name);
  if (Object.values(getTableColumns(tables.changes)).some(({ name }) => !columns.includes(name))) return null;
  const { rows, anchor, heads, broken } = await verifyChain({
    engine: "sqlite",
    read: drizzle(connection),
    tables,
  });
  return { rows, anchor, heads, broken };
}

/** Everything that can be asked of a file, for its maker and for whoever restores it. Throws when it is not sound. */
export async function inspect(
  connection: BetterSqlite.Database,
): Promise<Pick<Manifest, "schema" | "counts" | "audit">> {
  const damage = damageIn(connection, "integrity_check");
  if (damage !== null) throw new Error(`It is damaged: ${damage.replace(/\s+/g, " ")}.`);
  const broken = brokenReferences(connection);
  if (broken > 0) throw new Error(`${broken} of its references lead to nothing.`);
  return {
    schema: appliedMigrations(connection),
    counts: countsOf(connection),
    audit: await auditOf(connection),
  };
}

function clearAbandoned(folder: string, now: Instant): void {
  for (const name of readdirSync(folder)) {
    if (!/^\.backup-.*\.partial/.test(name)) continue;
    const path = join(folder, name);
    if (Date.parse(now) - statSync(path).mtimeMs > abandonedMs) rmSync(path, { force: true });
  }
}

/** Answers with the path of the backup. Throws, and leaves nothing behind, when the copy is not sound. */
export async function backUp(order: BackupOrder): Promise<{ file: string; manifest: Manifest }> {
  const { path, folder, now, appVersion, reason } = order;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  clearAbandoned(folder, now);
  const suffix = reason === "asked" ? "" : `-${reason}`;
  const name = `backup-${now.replaceAll(/[:.]/g, "-")}${suffix}.db`;
  const file = join(folder, name);
  const copy = join(folder, `.${name}.partial`);
  const note = `${copy}.manifest`;
  try {
    // Made first, so that at no moment others may read it.
    writePrivately(copy, "");
    await copyOf(path, copy);
    const connection = new BetterSqlite(copy);
    let found: Awaited<ReturnType<typeof inspect>>;
    try {
      // One file, without a log beside it.
      connection.pragma("journal_mode = DELETE");
      found = await inspect(connection);
    } catch (error) {
      throw new Error(
        `The copy was not kept. ${error instanceof Error ? error.message : String(error)} Look at the database itself.`,
      );
    } finally {
      connection.close();
    }
    chmodSync(copy, 0o600);
    const manifest: Manifest = {
      form: "accords-backup-1",
      file: name,
      sha256: await hashOfFile(copy),
      bytes: statSync(copy).size,
      madeAt: now,
      reason,
      appVersion,
      engine: "sqlite",
      ...found,
    };
    writePrivately(note, `${JSON.stringify(manifest, null, 1)}\n`);
    // The manifest first: a backup without one could not be told from half a backup.
    publish(note, manifestOf(file));
    publish(copy, file);
    return { file, manifest };
  } finally {
    for (const left of [copy, `${copy}-wal`, `${copy}-shm`, `${copy}-journal`, note])
      rmSync(left, { force: true });
  }
}

/** Removes all but the newest backups that were made before a migration; those that somebody asked for stay. */
export function thinAutomatic(folder: string, kept: number): void {
  const automatic = readdirSync(folder)
    .filter((name) => /^backup-[\dTZ-]+-before-migration\.db$/.test(name))
    .sort()
    .reverse();
  for (const name of automatic.slice(kept)) {
    const file = join(folder, name);
    rmSync(file, { force: true });
    rmSync(manifestOf(file), { force: true });
  }
}

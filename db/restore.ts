/**
 * Puts a backup in the place of the database. Everything is checked and made ready beside it first; the last step is
 * one rename, so that there is a whole database at every moment, the old one or the restored one.
 */
import { chmodSync, copyFileSync, existsSync, linkSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import BetterSqlite from "better-sqlite3";
import type { Instant } from "#domain/clocks.ts";
import { inspect } from "./backup.ts";
import { type Manifest, manifestOf, readManifest } from "./backup-manifest.ts";
import { markRestored } from "./commands/mark-restored.ts";
import { hashOfFile, sync } from "./durable-files.ts";
import { knownMigrations, migrateSqlite } from "./migrate.ts";
import { openSqlite } from "./sqlite.ts";

export interface Restoration {
  /** The backup, or its manifest. */
  file: string;
  /** Where the database is. */
  path: string;
  now: Instant;
}

const beside = ["-wal", "-shm", "-journal"];

/** The checks that need nothing but the file. Throws a sentence. */
async function checkFile(file: string): Promise<Manifest> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const manifest = readManifest(manifestOf(file));
  if (manifest.file !== basename(file))
    throw new Error(`The manifest speaks of ${manifest.file}, not of ${basename(file)}.`);
  if ((await hashOfFile(file)) !== manifest.sha256)
    throw new Error(`${file} is not the file that was backed up: its hash is another than in its manifest.`);
  const known = knownMigrations();
  if (manifest.schema.some((at) => !known.includes(at)))
    throw new Error(`${file} was written by a newer version of Accords. Update the code first.`);
  return manifest;
}

/** What is in the copy must be what the manifest says. Throws a sentence. */
async function checkContent(copy: string, manifest: Manifest): Promise<void> {
  const connection = new BetterSqlite(copy, { readonly: true });
  try {
    const { schema, counts, audit } = await inspect(connection);
    if (JSON.stringify({ schema, counts, audit }) === jsonOf(manifest)) {
      if (audit?.broken)
        throw new Error(`Its audit log is broken: row ${audit.broken.sequence} ${audit.broken.reason}.`);
      return;
    }
    throw new Error("What it holds is not what its manifest says.");
  } finally {
    connection.close();
  }
}
const jsonOf = ({ schema, counts, audit }: Manifest) => JSON.stringify({ schema, counts, audit });

/** Brings the copy to this code's schema, ends what must not come back, and puts everything in one file. */
async function makeReady(copy: string, manifest: Manifest, now: Instant): Promise<void> {
  migrateSqlite(copy);
  const db = openSqlite(copy);
  try {
    await markRestored(db, { madeAt: manifest.madeAt, sha256: manifest.sha256 }, now);
  } finally {
    await db.close();
  }
  const connection = new BetterSqlite(copy);
  connection.pragma("journal_mode = DELETE");
  connection.close();
  sync(copy);
}

/**
 * Holds the database so that no server can be using it or begin to; answers with what lets it go. A file that is no
 * database any more is used by nobody.
 */
function holdAlone(path: string): () => void {
  if (!existsSync(path)) return () => {};
  const connection = new BetterSqlite(path, { timeout: 0 });
  try {
    connection.pragma("locking_mode = EXCLUSIVE");
    // Needs every other connection to be closed, and brings what is in the log into the file.
    connection.pragma("journal_mode = DELETE");
    connection.pragma("journal_mode = MEMORY");
    connection.exec("BEGIN EXCLUSIVE");
    // Spent: bringing the log into the file was the last that was written.
    rmSync(`${path}-journal`, { force: true });
  } catch (error) {
    connection.close();
    const code = error instanceof BetterSqlite.SqliteError ? error.code : "";
    if (/^SQLITE_(BUSY|LOCKED)/.test(code))
      throw new Error(
        "A server is running on this database. Stop it first, then run the same command again.",
      );
    return () => {};
  }
  return () => connection.close();
}

/** Keeps the old file under another name and puts the copy in its place. */
function exchange(copy: string, path: string, kept: string): void {
  for (const suffix of beside) {
    if (existsSync(path + suffix)) renameSync(path + suffix, kept + suffix);
  }
  if (existsSync(path)) {
    try {
      linkSync(path, kept);
    } catch {
      // Not every file system has a second name for a file.
      copyFileSync(path, kept);
      sync(kept);
    }
  }
  renameSync(copy, path);
  sync(dirname(path));
}

/** Answers with where the old database is kept (null: there was none). Throws a sentence, and has then changed nothing. */
export async function restore({
  file,
  path,
  now,
}: Restoration): Promise<{ kept: string | null; manifest: Manifest }> {
  const backup = resolve(file.replace(/\.manifest\.json$/, ".db"));
  if (backup === resolve(path)) throw new Error("That is the database itself, not a backup of it.");
  const manifest = await checkFile(backup);
  const copy = join(dirname(path), `.${basename(path)}.restoring`);
  const clear = () => {
    for (const suffix of ["", ...beside]) rmSync(copy + suffix, { force: true });
  };
  clear();
  let letGo = () => {};
  try {
    copyFileSync(backup, copy);
    chmodSync(copy, 0o600);
    await checkContent(copy, manifest);
    await makeReady(copy, manifest, now);
    letGo = holdAlone(path);
    const existed = existsSync(path);
    const kept = `${path}.before-restore-${now.replaceAll(/[:.]/g, "-")}`;
    exchange(copy, path, kept);
    return { kept: existed ? kept : null, manifest };
  } finally {
    letGo();
    clear();
  }
}

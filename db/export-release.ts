/**
 * Writes the whole public record as one release: JSON Lines, CSV and SQLite of each table, with what they mean, under
 * which licence, how to cite them, and the hash of every file. The same record gives the same bytes.
 */
import { closeSync, mkdirSync, openSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { canonicalJson } from "#domain/canonical-json.ts";
import { type Cell, csvLine } from "#domain/csv.ts";
import { dayOfInstant } from "#domain/day.ts";
import { licence } from "#domain/export-columns.ts";
import type { Database } from "./database.ts";
import { hashOfFile } from "./durable-files.ts";
import { manifestFile, type ReleaseManifest, releaseForm } from "./release-manifest.ts";
import { releasePapers, releaseTitle } from "./release-papers.ts";
import { createReleaseDatabase, type ReleaseDatabase } from "./release-sqlite.ts";
import {
  lineOf,
  publishedRows,
  type ReleaseColumn,
  type ReleaseTable,
  releaseTables,
} from "./release-tables.ts";
import type { Row } from "./table-rows.ts";

/** The version of the tables' form: a release with another one needs another version of Accords. */
export const schemaVersion = 1;

/** What a record is known at that knows nothing yet. */
const beginning = "1970-01-01T00:00:00.000Z";

function cellOf({ key, type }: ReleaseColumn, row: Row): Cell {
  const value = row[key] ?? null;
  if (value === null) return null;
  if (type === "json") return canonicalJson(value);
  return type === "boolean" ? String(value) : (value as string | number);
}

/** Opens a file, lets `write` add to it, and closes it whatever happens. */
async function withFile<T>(path: string, work: (write: (text: string) => void) => Promise<T>): Promise<T> {
  const file = openSync(path, "wx", 0o644);
  try {
    return await work((text) => {
      writeSync(file, text);
    });
  } finally {
    closeSync(file);
  }
}

interface Sinks {
  folder: string;
  sqlite: ReleaseDatabase;
  rowsOf: ReturnType<typeof publishedRows>;
}

interface Written {
  rows: number;
  last: Row | null;
}

/** Writes one table in all three forms. */
function writeTable({ folder, sqlite, rowsOf }: Sinks, table: ReleaseTable): Promise<Written> {
  return withFile(join(folder, "jsonl", `${table.name}.jsonl`), (writeLines) =>
    withFile(join(folder, "csv", `${table.name}.csv`), async (writeCells) => {
      const written: Written = { rows: 0, last: null };
      writeCells(csvLine(table.columns.map(({ name }) => name)));
      for await (const rows of rowsOf(table)) {
        writeLines(rows.map((row) => lineOf(table, row)).join(""));
        writeCells(rows.map((row) => csvLine(table.columns.map((column) => cellOf(column, row)))).join(""));
        sqlite.insert(table, rows);
        written.rows += rows.length;
        written.last = rows.at(-1) ?? null;
      }
      return written;
    }),
  );
}

async function describeFile(folder: string, path: string): Promise<ReleaseManifest["files"][number]> {
  const whole = join(folder, path);
  return { path, bytes: statSync(whole).size, sha256: await hashOfFile(whole) };
}

/**
 * Writes a release into a folder that is empty or is not there yet, of one moment of the database. Answers with its
 * manifest, which is written last: a folder without one is no release.
 */
export function exportRelease(db: Database, folder: string, appVersion: string): Promise<ReleaseManifest> {
  return db.snapshot(async (read) => {
    const tables = releaseTables(db.tables);
    for (const part of ["jsonl", "csv"]) mkdirSync(join(folder, part), { recursive: true });
    const sqlite = createReleaseDatabase(join(folder, "accords.db"), tables);
    const rowsOf = publishedRows({ read, tables: db.tables });
    const counts: Record<string, number> = {};
    // The record is as it was known at its last public change; what is not public is not there to be known.
    let known = beginning;
    try {
      for (const table of tables) {
        const { rows, last } = await writeTable({ folder, sqlite, rowsOf }, table);
        counts[table.name] = rows;
        if (table.from === "changes" && last) known = String(last.recordedAt);
      }
    } catch (error) {
      sqlite.abandon();
      throw error;
    }
    const clock = { on: dayOfInstant(known), known };
    sqlite.finish({ form: releaseForm, title: releaseTitle, appVersion, known, licence: licence.url });
    const papers = releasePapers(tables, { appVersion, clock, counts });
    for (const [name, text] of Object.entries(papers))
      await withFile(join(folder, name), async (write) => write(text));
    const paths = [
      ...Object.keys(papers),
      "accords.db",
      ...tables.flatMap(({ name }) => [`csv/${name}.csv`, `jsonl/${name}.jsonl`]),
    ];
    const files: ReleaseManifest["files"] = [];
    for (const path of paths) files.push(await describeFile(folder, path));
    const manifest: ReleaseManifest = {
      form: releaseForm,
      title: releaseTitle,
      appVersion,
      schemaVersion,
      clock,
      licence: { ...licence },
      counts,
      files,
    };
    await withFile(join(folder, manifestFile), async (write) =>
      write(`${JSON.stringify(manifest, null, 1)}\n`),
    );
    return manifest;
  });
}

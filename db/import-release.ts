/**
 * Reads a release into an empty database: all of it or none of it. Every file is checked before, and afterwards
 * everything that can be computed anew: what is derived, the chains of the log, the hashes of frozen views.
 */
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { operator } from "#domain/permission.ts";
import { chainedHash } from "./change-chain.ts";
import type { Database, Reading, Writer } from "./database.ts";
import { hashOfFile } from "./durable-files.ts";
import { schemaVersion } from "./export-release.ts";
import { verifyChain } from "./queries/chain.ts";
import { readLines } from "./release-lines.ts";
import { type ReleaseManifest, readReleaseManifest } from "./release-manifest.ts";
import { lineOf, publishedRows, type ReleaseTable, releaseTables } from "./release-tables.ts";
import { replayDifferences } from "./replay.ts";
import { insertRows, type Row, tableNames } from "./table-rows.ts";

export interface ImportedRelease {
  manifest: ReleaseManifest;
  /** Frozen views whose text has the hash that they are known by. */
  frozenViews: number;
}

async function checkFiles(folder: string, { files }: ReleaseManifest): Promise<void> {
  for (const { path, bytes, sha256 } of files) {
    const whole = join(folder, path);
    const size = statSync(whole, { throwIfNoEntry: false })?.size;
    if (size === undefined) throw new Error(`${path} is missing from the release.`);
    if (size !== bytes || (await hashOfFile(whole)) !== sha256)
      throw new Error(`${path} is not the file that was exported: its hash is not the one in the manifest.`);
  }
}

async function refuseFilled({ read, tables }: Pick<Database, "read" | "tables">): Promise<void> {
  for (const name of tableNames(tables))
    if ((await read.$count(tables[name])) > 0)
      throw new Error(
        "The database is not empty, and a release replaces nothing. Point DATABASE_URL to a file that is not there yet.",
      );
}

/** What a name needs to be a user's; nobody can sign in with it. */
function asUser({ id, name }: Row): Row {
  const stamp = new Date(0);
  const email = `${id}@writers.invalid`;
  return { id, name, email, role: "contributor", disabled: true, createdAt: stamp, updatedAt: stamp };
}

/** Rows for the numbers that a release leaves out, and hashes for the chain that runs through them. */
function changeFiller(): (row: Row) => Row[] {
  let sequence = 0;
  let recordedAt: unknown = null;
  let hash: string | null = null;
  const chained = (row: Row): Row => {
    const placed = { ...row, hash: chainedHash(hash, row as unknown as Parameters<typeof chainedHash>[1]) };
    hash = placed.hash;
    return placed;
  };
  const withheld = (place: number, at: unknown): Row =>
    chained({
      sequence: place,
      recordedAt: at,
      agreementId: null,
      revision: null,
      verb: "not-published",
      by: operator.id,
      byRole: operator.role,
      requestId: null,
      batch: null,
      reason: null,
      before: null,
      after: null,
    });
  return (row) => {
    const rows: Row[] = [];
    while (sequence + 1 < Number(row.sequence)) {
      sequence += 1;
      rows.push(withheld(sequence, recordedAt ?? row.recordedAt));
    }
    sequence = Number(row.sequence);
    recordedAt = row.recordedAt;
    rows.push(row.agreementId === null ? chained(row) : row);
    return rows;
  };
}

/** Throws for a text that is not what its hash says; a withdrawn view has none. */
function checkedShare(row: Row): Row {
  if (row.withdrawnAt !== null) return { ...row, body: "" };
  if (createHash("sha256").update(String(row.body)).digest("hex") !== row.hash)
    throw new Error(`The frozen view ${row.hash} is not what was frozen: its text has another hash.`);
  return row;
}

function storing(): (table: ReleaseTable, row: Row) => Row[] {
  const fill = changeFiller();
  return ({ from }, row) => {
    if (from === "users") return [asUser(row)];
    if (from === "shares") return [checkedShare(row)];
    return from === "changes" ? fill(row) : [row];
  };
}

/** Whether the database now says what the release says: the same lines, a log that holds, periods that follow. */
async function checkLoaded(
  reading: Reading,
  tables: readonly ReleaseTable[],
  { files }: ReleaseManifest,
): Promise<void> {
  const rowsOf = publishedRows(reading);
  for (const table of tables) {
    const hash = createHash("sha256");
    for await (const rows of rowsOf(table)) for (const row of rows) hash.update(lineOf(table, row));
    const path = `jsonl/${table.name}.jsonl`;
    if (files.find((file) => file.path === path)?.sha256 !== hash.digest("hex"))
      throw new Error(`The table ${table.name} does not read back as ${path} has it.`);
  }
  const { broken } = await verifyChain(reading);
  if (broken) throw new Error(`The log of changes does not hold: row ${broken.sequence} ${broken.reason}.`);
  const [first, ...more] = await replayDifferences(reading);
  if (first !== undefined)
    throw new Error(`The stages are not what the acts say: ${first}, and ${more.length} more.`);
}

/** Throws a sentence, and leaves the database empty, when anything is not as it was exported. */
export async function importRelease(db: Database, folder: string): Promise<ImportedRelease> {
  const manifest = readReleaseManifest(folder);
  if (manifest.schemaVersion !== schemaVersion)
    throw new Error(
      `The release has tables of the form ${manifest.schemaVersion}; this is ${schemaVersion}.`,
    );
  const tables = releaseTables(db.tables);
  const listed = new Set(manifest.files.map(({ path }) => path));
  const missing = tables.find(({ name }) => !listed.has(`jsonl/${name}.jsonl`));
  if (missing) throw new Error(`The manifest names no file for the table ${missing.name}.`);
  await checkFiles(folder, manifest);
  await refuseFilled(db);
  let frozenViews = 0;
  const load = async (tx: Writer) => {
    frozenViews = 0;
    const storedAs = storing();
    for (const table of tables)
      for await (const rows of readLines(table, join(folder, "jsonl", `${table.name}.jsonl`))) {
        if (table.from === "shares")
          frozenViews += rows.filter(({ withdrawnAt }) => withdrawnAt === null).length;
        const stored = rows.flatMap((row) => storedAs(table, row));
        await insertRows({ tx, tables: db.tables }, table.from, stored);
      }
    await checkLoaded({ engine: db.engine, read: tx, tables: db.tables }, tables, manifest);
  };
  await db.transact(load);
  return { manifest, frozenViews };
}

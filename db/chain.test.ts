/** The audit log names the first row that somebody edited, removed or exchanged behind its back. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type BetterSqlite from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { curator } from "#domain/permission.ts";
import { importRecord } from "./commands/import-record.ts";
import type { Database } from "./database.ts";
import { migrateSqlite } from "./migrate.ts";
import { verifyChain } from "./queries/chain.ts";
import { readRecord } from "./read-record.ts";
import { connect, openSqlite } from "./sqlite.ts";

let folder: string;
let db: Database;
let raw: BetterSqlite.Database;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "accords-chain-"));
  const path = join(folder, "test.db");
  migrateSqlite(path);
  db = openSqlite(path);
  await importRecord(
    db,
    curator,
    readRecord(join(import.meta.dirname, "../data")),
    "2026-01-01T00:00:00.000Z",
  );
  raw = connect(path);
  raw.exec("drop trigger changes_never_deleted; drop trigger changes_never_rewritten");
  raw.pragma("foreign_keys = OFF");
}, 60_000);
afterAll(async () => {
  raw.close();
  await db.close();
  rmSync(folder, { recursive: true });
});

/** Tampers, looks, and puts everything back. */
async function after(tampering: string, kept: Parameters<typeof verifyChain>[1] = []) {
  raw.exec("create table kept as select * from changes; create table given as select * from sqlite_sequence");
  try {
    raw.exec(tampering);
    return (await verifyChain(db, kept)).broken;
  } finally {
    raw.exec("delete from changes; insert into changes select * from kept; drop table kept");
    raw.exec(
      "delete from sqlite_sequence; insert into sqlite_sequence select * from given; drop table given",
    );
  }
}

test("a log that nobody touched is whole, and its anchor is its own", async () => {
  const { rows, unchained, broken, heads, anchor } = await verifyChain(db);
  expect([broken, unchained]).toEqual([null, 0]);
  expect(rows).toBeGreaterThan(36);
  expect(heads.length).toBeGreaterThan(36);
  expect(anchor).toMatch(/^[\da-f]{64}$/);
});

const edits: Record<string, [tampering: string, sequence: number, reason: RegExp]> = {
  "an edited value": [
    "update changes set after = json_set(after, '$.title', 'x') where sequence = 12",
    12,
    /not the row/,
  ],
  "another author": ["update changes set changed_by = 'somebody' where sequence = 5", 5, /not the row/],
  "another role": ["update changes set by_role = 'editor' where sequence = 5", 5, /not the row/],
  "another hash": ["update changes set hash = 'x' where sequence = 9", 9, /not the row/],
  "another time": [
    "update changes set recorded_at = '2020-01-01T00:00:00.000Z' where sequence = 9",
    9,
    /older/,
  ],
  "a removed hash": ["update changes set hash = null where sequence = 9", 9, /no hash/],
  "a row removed in the middle": ["delete from changes where sequence = 20", 20, /missing/],
  "the first row removed": ["delete from changes where sequence = 1", 1, /missing/],
  "a row removed and the gap closed": [
    "delete from changes where sequence = 20; update changes set sequence = sequence - 1 where sequence > 20",
    20,
    /not the row/,
  ],
  "two rows exchanged": [
    "update changes set sequence = -1 where sequence = 10; update changes set sequence = 10 where sequence = 11; update changes set sequence = 11 where sequence = -1",
    10,
    /not the row/,
  ],
  "a cut tail": ["delete from changes where sequence > 30", 31, /missing, with all that followed/],
};
test.each(Object.entries(edits))("%s is found", async (_, [tampering, sequence, reason]) => {
  const broken = await after(tampering);
  expect(broken?.reason).toMatch(reason);
  expect(broken?.sequence).toBe(sequence);
});

test("a tail that was cut with care is found with the heads of an earlier day, and not without", async () => {
  const { heads, rows } = await verifyChain(db);
  const cut = `delete from changes where sequence = ${rows}; update sqlite_sequence set seq = ${rows - 1} where name = 'changes'`;
  expect(await after(cut)).toBeNull();
  expect(await after(cut, heads)).toMatchObject({ sequence: rows });
});

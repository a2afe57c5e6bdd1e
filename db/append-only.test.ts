/** The ledger and the audit log have no path that deletes or rewrites: the database itself refuses it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type BetterSqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { curator } from "#domain/permission.ts";
import { importRecord } from "./commands/import-record.ts";
import { migrateSqlite } from "./migrate.ts";
import { readRecord } from "./read-record.ts";
import { connect, openSqlite } from "./sqlite.ts";

let folder: string;
let raw: BetterSqlite.Database;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "accords-"));
  const path = join(folder, "test.db");
  migrateSqlite(path);
  const db = openSqlite(path);
  await importRecord(
    db,
    curator,
    readRecord(join(import.meta.dirname, "../data")),
    "2026-01-01T00:00:00.000Z",
  );
  db.close();
  raw = connect(path);
  raw.pragma("foreign_keys = OFF");
}, 60_000);
afterAll(() => {
  raw.close();
  rmSync(folder, { recursive: true });
});

const kept = [
  "acts",
  "citations",
  "commitments",
  "conflicts",
  "checks",
  "memberships",
  "changes",
  "agreements",
  "agreement_versions",
  "stage_periods",
  "flag_periods",
  "expectations",
  "search_documents",
  "agreement_sides",
  "agreement_tags",
];

describe.each(kept)("%s", (table) => {
  test("cannot be deleted from", () => {
    expect(() => raw.exec(`delete from ${table}`)).toThrow(/append-only/);
  });

  test("cannot be rewritten", () => {
    const columns = raw.pragma(`table_info(${table})`) as { name: string }[];
    const plain = columns
      .map(({ name }) => name)
      .filter((name) => name !== "superseded_at" && name !== "known_to");
    expect(plain.length).toBeGreaterThan(0);
    for (const column of plain)
      expect(() =>
        raw.exec(`update ${table} set ${column} = 'x' where rowid in (select rowid from ${table} limit 1)`),
      ).toThrow(/append-only|datatype/);
  });
});

test("the end of a row can be set once", () => {
  const one = "where id = (select id from acts limit 1)";
  raw.exec("begin");
  raw.exec(`update acts set superseded_at = '2026-02-01T00:00:00.000Z' ${one}`);
  expect(() => raw.exec(`update acts set superseded_at = '2026-03-01T00:00:00.000Z' ${one}`)).toThrow(
    /append-only/,
  );
  raw.exec("rollback");
});

test("a database that newer code wrote is refused", () => {
  const path = join(folder, "newer.db");
  migrateSqlite(path);
  const connection = connect(path);
  connection.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
  connection.close();
  expect(() => migrateSqlite(path)).toThrow(/newer version/);
});

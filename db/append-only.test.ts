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
  await db.close();
  raw = connect(path);
  raw.pragma("foreign_keys = OFF");
  // The curated record contradicts itself nowhere.
  for (const code of ["force-before-signature", "signed-after-end"])
    raw.exec(
      `insert into contradictions (agreement_id, code, acts, valid_from, known_from) values (1, '${code}', '[]', '2024-01-01', '2026-01-01T00:00:00.000Z')`,
    );
}, 60_000);
afterAll(() => {
  raw.close();
  rmSync(folder, { recursive: true });
});

/** Nothing of these may change or go; a table with one of `ends` may be given the end of a row, once. */
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
  "contradictions",
  "search_documents",
  "agreement_sides",
  "agreement_tags",
];
const ends = ["superseded_at", "known_to"];

const columnsOf = (table: string) =>
  raw.pragma(`table_info(${table})`) as { name: string; pk: number; type: string }[];

/** Every set of columns in which no two rows are alike, the row's own number included. */
function keysOf(table: string): string[][] {
  const indexes = raw.pragma(`index_list(${table})`) as { name: string; unique: number }[];
  const columns = (index: string) =>
    (raw.pragma(`index_info(${index})`) as { name: string }[]).map(({ name }) => name);
  return [["rowid"], ...indexes.filter(({ unique }) => unique === 1).map(({ name }) => columns(name))];
}

/** All rows as text, to see that a refused statement left nothing behind. */
const contentOf = (table: string): string =>
  JSON.stringify(raw.prepare(`select rowid as n, * from ${table} order by rowid`).all());

test("every table that keeps what was known is among them, after all migrations", () => {
  const tables = raw.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  const spans = tables.filter((table) => columnsOf(table).some(({ name }) => ends.includes(name)));
  expect(spans.filter((table) => !kept.includes(table))).toEqual([]);
  const triggers = raw
    .prepare("select tbl_name || ' ' || lower(sql) from sqlite_master where type = 'trigger'")
    .pluck()
    .all() as string[];
  for (const table of kept)
    for (const event of ["before delete", "before update", "before insert"])
      expect(
        triggers.some(
          (sql) => sql.startsWith(`${table} `) && sql.includes(event) && sql.includes("raise(abort"),
        ),
        `${table}: ${event}`,
      ).toBe(true);
});

describe.each(kept)("%s", (table) => {
  /** With `recursive_triggers` off, as in a connection that is not ours, REPLACE would fire no trigger of a deletion. */
  const refused = (sql: string, told = /append-only/) => {
    const before = contentOf(table);
    for (const setting of ["ON", "OFF"]) {
      raw.pragma(`recursive_triggers = ${setting}`);
      expect(() => raw.exec(sql), sql).toThrow(told);
    }
    raw.pragma("recursive_triggers = ON");
    expect(contentOf(table)).toBe(before);
  };

  test("holds rows to try it on", () => {
    expect(raw.prepare(`select count(*) from ${table}`).pluck().get()).toBeGreaterThan(1);
  });

  test("cannot be deleted from", () => {
    refused(`delete from ${table}`);
    refused(`delete from ${table} where rowid = (select max(rowid) from ${table})`);
    refused(
      `with last as (select max(rowid) as n from ${table}) delete from ${table} where rowid in (select n from last)`,
    );
  });

  test("cannot be rewritten, column by column", () => {
    const plain = [...columnsOf(table).map(({ name }) => name), "rowid"].filter(
      (name) => !ends.includes(name),
    );
    expect(plain.length).toBeGreaterThan(1);
    for (const column of plain) {
      const value = column === "rowid" ? "999999999" : "'x'";
      for (const or of ["", "or replace", "or ignore", "or rollback", "or fail"])
        refused(
          `update ${or} ${table} set ${column} = ${value} where rowid = (select min(rowid) from ${table})`,
          /append-only|datatype/,
        );
    }
  });

  test("cannot be replaced under any of its keys", () => {
    const columns = columnsOf(table);
    const keyed = columns.filter(({ pk }) => pk > 0);
    const number = keyed.length === 1 && keyed[0]?.type.toLowerCase() === "integer" ? keyed[0].name : "rowid";
    const names = [...new Set([number, ...columns.map(({ name }) => name)])];
    const keys = keysOf(table).map((key) => key.map((name) => (name === "rowid" ? number : name)));
    for (const key of keys) {
      const whole = key.map((name) => `${name} is not null`).join(" and ");
      const count = raw.prepare(`select count(*) from ${table} where ${whole}`).pluck().get();
      if (count === 0) continue;
      // A row with this key and no other: what is part of other keys is new.
      const values = names.map((name) => {
        if (key.includes(name) || !keys.flat().includes(name)) return name;
        return columns.find((column) => column.name === name)?.type === "text"
          ? `'new-' || ${name}`
          : "987654321";
      });
      for (const verb of ["insert or replace", "replace", "insert or ignore"])
        refused(
          `${verb} into ${table} (${names.join(", ")}) select ${values.join(", ")} from ${table} where ${whole} limit 1`,
        );
    }
  });

  test("cannot be reached from another database that is attached", () => {
    const other = connect(":memory:");
    try {
      other.pragma("trusted_schema = ON");
      other.exec(`attach database '${join(folder, "test.db")}' as record`);
      expect(() => other.exec(`delete from record.${table}`)).toThrow(/append-only/);
      expect(() => other.exec(`replace into record.${table} select * from record.${table}`)).toThrow(
        /append-only/,
      );
      // A trigger of the other database cannot name a table of this one.
      expect(() =>
        other.exec(
          `create trigger main.sneak after insert on record.${table} begin delete from ${table}; end`,
        ),
      ).toThrow();
    } finally {
      other.close();
    }
  });
});

test("the numbers of changes cannot be given anew, nor the counter set back without a trace", () => {
  const last = raw.prepare("select max(sequence) from changes").pluck().get();
  expect(() => raw.exec(`update changes set sequence = sequence + 1000`)).toThrow(/append-only/);
  expect(() => raw.exec(`update or replace changes set sequence = 1 where sequence = ${last}`)).toThrow(
    /append-only/,
  );
  expect(raw.prepare("select max(sequence) from changes").pluck().get()).toBe(last);
});

test("a source keeps its address", () => {
  expect(() => raw.exec("update or replace sources set url = (select max(url) from sources)")).toThrow(
    /append-only/,
  );
  expect(() => raw.exec("replace into sources select * from sources")).toThrow(/append-only/);
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

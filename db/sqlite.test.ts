/** Opening a database file: what cannot be opened is refused at once, in a sentence. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrateSqlite } from "./migrate.ts";
import { connect, openSqlite } from "./sqlite.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "accords-sqlite-"));
  writeFileSync(
    join(folder, "text"),
    "no database at all, but long enough to be taken for one by its size alone",
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["a folder", () => folder],
  ["a file that is no database", () => join(folder, "text")],
  ["a folder below a file", () => join(folder, "text/deeper/accords.db")],
  ["a folder where none can be made", () => "/proc/nowhere/deeper/accords.db"],
])("%s cannot be opened", (_what, path) => {
  expect(() => connect(path())).toThrow(/^The database file .+ cannot be opened: .+ DATABASE_URL/);
});

test("the folders of a new file are made", () => {
  const connection = connect(join(folder, "a/b/accords.db"));
  expect(connection.pragma("journal_mode", { simple: true })).toBe("wal");
  connection.close();
});

test("while another process writes, a write waits and everything else goes on", async () => {
  const path = join(folder, "shared.db");
  migrateSqlite(path);
  const db = openSqlite(path);
  const other = connect(path);
  other.exec("BEGIN IMMEDIATE");
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
    if (turns === 10) other.exec("COMMIT");
  }, 20);
  const answer = await db.transact(async (tx) => tx.select().from(db.tables.countries));
  clearInterval(timer);
  expect(answer).toEqual([]);
  expect(turns).toBeGreaterThanOrEqual(10);
  other.close();
  await db.close();
});

test("the revision moves with every commit, of this process or another, and with nothing else", async () => {
  const path = join(folder, "revision.db");
  migrateSqlite(path);
  const db = openSqlite(path);
  const { countries } = db.tables;
  const add = (code: string) => ({ code, name: code, kind: "state" as const, names: {}, aliases: [] });
  const first = await db.revision();
  await db.read.select().from(countries);
  await db.rehearse(async (tx) => void (await tx.insert(countries).values(add("AA"))));
  expect(await db.revision()).toBe(first);
  await db.transact(async (tx) => void (await tx.insert(countries).values(add("BB"))));
  const second = await db.revision();
  expect(second).not.toBe(first);
  const other = connect(path);
  other.exec("update countries set name = 'Elsewhere'");
  other.close();
  expect(await db.revision()).not.toBe(second);
  await db.close();
});

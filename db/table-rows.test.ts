/** Whole tables: every row once and in order, whatever the size of a part; the same content has the same hash. */
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { curator } from "#domain/permission.ts";
import { addUser } from "./commands/add-user.ts";
import { checkAgreement } from "./commands/check-agreement.ts";
import type { Database } from "./database.ts";
import { kits } from "./dialects.ts";
import { columnsOf, contentOf, insertRows, keyOf, type Row, rowsOf, tableNames } from "./table-rows.ts";
import { defineTables } from "./tables.ts";
import { openEmpty, openWorld } from "./testing.ts";

let db: Database;
beforeAll(async () => {
  db = await openWorld({
    agreements: {
      "aa-bb": { tags: ["one", "two"], acts: [{ kind: "signed", date: "2024-05-14" }] },
      "aa-cc": { sides: [["AA"], ["CC", "DD"]], framework: "joint", acts: [{ kind: "talks", date: "2024" }] },
      "bb-cc": { sides: [["BB"], ["CC"]], tags: ["one"] },
    },
  });
  const who = { email: "a@example.org", name: "A", role: "editor" as const };
  await addUser(db, curator, who, "2026-01-02T00:00:00.000Z");
});
afterAll(() => db.close());

async function inParts(of: Database, name: keyof Database["tables"], size: number): Promise<Row[]> {
  const all: Row[] = [];
  for await (const rows of rowsOf(of, name, size)) {
    expect(rows.length).toBeLessThanOrEqual(size);
    all.push(...rows);
  }
  return all;
}

test("every table has the key that the schema gives it, and refers only to tables before it", () => {
  const tables = defineTables(kits.sqlite);
  const before = new Set<string>();
  for (const name of tableNames(tables)) {
    const { name: stored, primaryKeys, foreignKeys } = getTableConfig(tables[name]);
    before.add(stored);
    for (const { reference } of foreignKeys)
      expect(before).toContain(getTableConfig(reference().foreignTable).name);
    const composed = primaryKeys.flatMap(({ columns }) => columns.map((column) => column.name));
    const columns = new Map(columnsOf(tables, name).map(([key, column]) => [key, column.name]));
    const own = columnsOf(tables, name).flatMap(([, column]) => (column.primary ? [column.name] : []));
    expect(keyOf(tables, name).map((key) => columns.get(key))).toEqual(composed.length > 0 ? composed : own);
  }
});

test("parts of any size give the same rows in the same order", async () => {
  for (const name of tableNames(db.tables)) {
    const whole = await inParts(db, name, 1000);
    expect(await db.read.$count(db.tables[name])).toBe(whole.length);
    for (const size of [1, 2, 3]) expect(await inParts(db, name, size)).toEqual(whole);
  }
});

test("a copy, row by row, has the same content; one more row has not", async () => {
  const copy = await openEmpty();
  await copy.transact(async (tx) => {
    for (const name of tableNames(db.tables))
      for await (const rows of rowsOf(db, name, 2)) await insertRows({ tx, tables: copy.tables }, name, rows);
  });
  for (const name of tableNames(db.tables))
    expect([name, await contentOf(copy, name)]).toEqual([name, await contentOf(db, name)]);
  expect((await contentOf(copy, "users")).rows).toBe(1);
  await checkAgreement(
    copy,
    curator,
    { slug: "aa-bb", on: "2026-01-03", note: null },
    "2026-01-03T00:00:00.000Z",
  );
  expect(await contentOf(copy, "checks")).not.toEqual(await contentOf(db, "checks"));
  await copy.close();
});

test("a snapshot stays at its moment while others write", async () => {
  const world = await openWorld({ agreements: { "aa-bb": {} } });
  await world.snapshot(async (read) => {
    const before = await contentOf({ read, tables: world.tables }, "changes");
    await addUser(
      world,
      curator,
      { email: "b@example.org", name: "B", role: "editor" },
      "2026-01-02T00:00:00.000Z",
    );
    expect(await contentOf({ read, tables: world.tables }, "changes")).toEqual(before);
    expect((await contentOf(world, "changes")).rows).toBe(before.rows + 1);
  });
  await world.close();
});

/** A move carries everything, proves it, and leaves a database that can be written on; and nothing else than that. */
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { curator } from "#domain/permission.ts";
import { addUser } from "./commands/add-user.ts";
import { checkAgreement } from "./commands/check-agreement.ts";
import { importRecord } from "./commands/import-record.ts";
import type { Database } from "./database.ts";
import { moveAll } from "./move.ts";
import { verifyChain } from "./queries/chain.ts";
import { matchingDocuments } from "./queries/search.ts";
import { readRecord } from "./read-record.ts";
import { contentOf, tableNames } from "./table-rows.ts";
import { loadedAt, openEmpty, openFile } from "./testing.ts";

const later = "2026-02-01T00:00:00.000Z";
const check = (db: Database, now = later) =>
  checkAgreement(
    db,
    curator,
    { slug: "ukraine-luxembourg-security-2024", on: "2026-01-03", note: null },
    now,
  );

let file: Database;
let other: Database;
let back: Database;
beforeAll(async () => {
  [file, other, back] = [openFile(), await openEmpty(), openFile()];
  await importRecord(file, curator, readRecord(join(import.meta.dirname, "../data")), loadedAt);
  await addUser(file, curator, { email: "a@example.org", name: "A", role: "editor" }, later);
  await check(file);
}, 60_000);
afterAll(() => Promise.all([file, other, back].map((db) => db.close())));

test("there and back again, every table holds the same", async () => {
  const there = await moveAll(file, other);
  expect(there.map(({ name }) => name)).toEqual(tableNames(file.tables));
  expect(there.find(({ name }) => name === "acts")?.rows).toBeGreaterThan(100);
  expect(await moveAll(other, back)).toEqual(there);
  for (const { name, rows, sha256 } of there)
    expect([name, await contentOf(back, name)]).toEqual([name, { rows, sha256 }]);
});

test("what was moved can be searched, is whole, and goes on where it ended", async () => {
  const documents = async (db: Database) => [...(await matchingDocuments(db, "luxemb"))].sort();
  const anchor = (await verifyChain(file)).anchor;
  for (const db of [other, back]) {
    expect(await documents(db)).toEqual(await documents(file));
    expect(await verifyChain(db)).toMatchObject({ broken: null, anchor });
    await check(db, "2026-02-02T00:00:00.000Z");
    expect((await verifyChain(db)).broken).toBeNull();
  }
});

test("a database that is not empty is left as it is", async () => {
  const before = await contentOf(other, "changes");
  await expect(moveAll(file, other)).rejects.toThrow(/not empty/);
  expect(await contentOf(other, "changes")).toEqual(before);
});

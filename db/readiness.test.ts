/** Ready means that the next edit can be stored, and says so again once the disk has room. */

import BetterSqlite from "better-sqlite3";
import { expect, test } from "vitest";
import type { Database } from "./database.ts";
import { unreadiness } from "./queries/readiness.ts";
import { openEmpty } from "./testing.ts";

/** A database whose disk takes nothing for a while. */
function faulty(db: Database) {
  const state = { broken: true, fault: "SQLITE_FULL" as string | null };
  return {
    state,
    db: {
      ...db,
      storageFault: () => state.fault,
      tryStorage: async () => {
        if (state.broken) throw new BetterSqlite.SqliteError("full", "SQLITE_FULL");
        await db.tryStorage();
        state.fault = null;
      },
    },
  };
}

test("a fault of the disk is told until a write can be stored again", async () => {
  const db = await openEmpty();
  const { state, db: world } = faulty(db);
  expect(await unreadiness(world)).toMatch(/could not be stored/);
  state.broken = false;
  expect(await unreadiness(world)).toBeNull();
  await db.close();
});

test("a disk that is nearly full is told, by its size", async () => {
  const db = await openEmpty();
  const on = (free: number, size: number) => unreadiness({ ...db, disk: () => ({ free, size }) });
  const mebibyte = 1024 * 1024;
  expect(await on(199 * mebibyte, 100_000 * mebibyte)).toMatch(/nearly full/);
  expect(await on(201 * mebibyte, 100_000 * mebibyte)).toBeNull();
  expect(await on(1 * mebibyte, 8 * mebibyte)).toBeNull();
  expect(await unreadiness({ ...db, disk: () => null })).toBeNull();
  await db.close();
});

test("a try of the disk changes no row, and can be repeated", async () => {
  const db = await openEmpty();
  await db.tryStorage();
  await db.tryStorage();
  expect(await db.read.$count(db.tables.changes)).toBe(0);
  await db.close();
});

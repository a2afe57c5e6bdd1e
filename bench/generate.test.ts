import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import countries from "#data/countries.json" with { type: "json" };
import type { Database } from "#db/database.ts";
import { listAgreements } from "#db/queries/agreements.ts";
import { verifyChain } from "#db/queries/chain.ts";
import { summaryOf } from "#db/queries/summary.ts";
import { openSqlite } from "#db/sqlite.ts";
import { faultsOf } from "#db/testing.ts";
import { generalRules } from "#domain/counting.ts";
import { noFilters } from "#domain/view.ts";
import { generate, lastDay } from "./generate.ts";

const folder = mkdtempSync(join(tmpdir(), "accords-generate-"));
const open: Database[] = [];
const now = { on: lastDay, known: "2026-12-01T00:00:00.000Z" };

async function make(name: string) {
  const path = join(folder, name);
  const made = await generate({ path, agreements: 300, countries }, () => undefined);
  const db = openSqlite(path);
  open.push(db);
  return { path, made, db };
}

let first: Awaited<ReturnType<typeof make>>;
beforeAll(async () => {
  first = await make("first.db");
});
afterAll(async () => {
  await Promise.all(open.map((db) => db.close()));
  rmSync(folder, { recursive: true });
});

const rowsOf = async (db: Database) => {
  const sort = { word: "title", descending: false } as const;
  const page = await listAgreements(db, { filters: noFilters, sort, limit: 1000, after: null }, now);
  return page.rows;
};

test("a generated record is a sound one, with about seven acts for each agreement", async () => {
  const { path, made, db } = first;
  expect(await faultsOf(`file:${path}`)).toEqual([]);
  expect((await verifyChain(db)).broken).toBeNull();
  expect(made.agreements).toBe(300);
  expect(made.acts / made.agreements).toBeGreaterThan(6);
  expect(made.acts / made.agreements).toBeLessThan(8);
  expect(made.revisions).toBeGreaterThan(0);
});

test("its agreements stand at every part of the path", async () => {
  const { db } = first;
  const [rule] = generalRules;
  if (!rule) throw new Error("There is no rule.");
  const { byStage } = await summaryOf(db, rule, noFilters, now);
  for (const stage of ["negotiating", "signed", "in-force", "in-effect", "ended", "discontinued"] as const)
    expect(byStage[stage], stage).toBeGreaterThan(0);
});

test("the same seed gives the same facts", async () => {
  const second = await make("second.db");
  expect(second.made).toMatchObject({ acts: first.made.acts, revisions: first.made.revisions });
  expect(await rowsOf(second.db)).toEqual(await rowsOf(first.db));
});

/** What holds on every engine: the schema is the one that code knows, and words are found in the same way. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultSort, noFilters } from "#domain/view.ts";
import type { Database } from "./database.ts";
import { allAgreements } from "./queries/agreements.ts";
import { tableNames } from "./table-rows.ts";
import { loadedAt, openWorld } from "./testing.ts";

const titles = {
  accents: "Accord de coopération sécuritaire à l’Élysée",
  ukrainian: "Угода про СПІВРОБІТНИЦТВО, Київ і Їжак",
  greek: "Συμφωνία των ΑΘΗΝΩΝ",
  nordic: "Ærø-Øresund memorandum",
  vietnamese: "Hiệp định giữa Việt Nam và Campuchia",
  numbers: "Protocol 2024/05 (no. 12b), see example.org/abc",
  apostrophes: "People's \"quoted\" & 'odd' agreement \\ percent % under_score",
};

let db: Database;
beforeAll(async () => {
  const agreements = Object.entries(titles).map(([slug, title]) => [slug, { title, type: "treaty" }]);
  db = await openWorld({ agreements: Object.fromEntries(agreements) });
});
afterAll(() => db.close());

test("every table has the columns of the schema, after all migrations", async () => {
  for (const name of tableNames(db.tables))
    expect(await db.read.select().from(db.tables[name]).limit(1), name).toBeInstanceOf(Array);
});

test.each<[query: string, found: (keyof typeof titles)[]]>([
  ["cooperation", ["accents"]],
  ["COOPÉRATION elysee", ["accents"]],
  ["coop sécu", ["accents"]],
  ["operation", []],
  ["співробітництво", ["ukrainian"]],
  ["КИЇВ", ["ukrainian"]],
  ["киів", []],
  ["їжак", ["ukrainian"]],
  ["αθηνων", ["greek"]],
  ["ærø", ["nordic"]],
  ["oresund", []],
  ["viet hiep", ["vietnamese"]],
  ["2024 05", ["numbers"]],
  ["2024/05", ["numbers"]],
  ["12b abc example", ["numbers"]],
  ["peoples", []],
  ["people's quoted", ["apostrophes"]],
  ["'quoted' & !odd:* \\", ["apostrophes"]],
  ["treaty country", Object.keys(titles) as (keyof typeof titles)[]],
  ["!!! ::", []],
])("“%s” finds %j", async (query, found) => {
  const clocks = { on: "2026-01-01", known: loadedAt };
  const rows = await allAgreements(db, { ...noFilters, q: query }, defaultSort, clocks);
  expect(rows.map(({ slug }) => slug).sort()).toEqual([...found].sort());
});

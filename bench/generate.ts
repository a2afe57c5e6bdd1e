/**
 * Makes a database of a size: 200 countries, agreements with about seven acts each, recorded in ten batches through
 * the writing half of the import, and corrections, withdrawals and checks through their own commands. The same size
 * and seed give the same facts on every machine; only the keys of acts are drawn anew.
 */
import { existsSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { createAgreements } from "#db/commands/create-agreements.ts";
import { importRecord } from "#db/commands/import-record.ts";
import { manyInserts } from "#db/commands/insert-many.ts";
import { write } from "#db/commands/ledger.ts";
import type { Database } from "#db/database.ts";
import { migrateSqlite } from "#db/migrate.ts";
import { frameworkTitles, importCountries } from "#db/queries/import-knowledge.ts";
import { openSqlite } from "#db/sqlite.ts";
import { type Day, dayOfInstant } from "#domain/day.ts";
import { curator } from "#domain/permission.ts";
import { type CuratedRecord, recordFiles, recordLists } from "#domain/record.ts";
import { createDice } from "./dice.ts";
import { drawAgreements } from "./new-agreements.ts";
import { reviseSome } from "./revise.ts";
import { frameworks } from "./subjects.ts";

/** The last day that a generated record knows of. */
export const lastDay: Day = "2026-10-31";
const countryCount = 200;
const batches = 10;
const chunk = 50;

/** Batches are recorded on the first days of January to October, each with what had happened by then. */
const batchAt = (batch: number) => `2026-${String(batch + 1).padStart(2, "0")}-01T06:00:00.000Z`;

export interface GeneratedRecord {
  agreements: number;
  acts: number;
  /** Corrections, withdrawals and checks. */
  revisions: number;
  /** How long the agreements took to write, in milliseconds. */
  writingMs: number;
}

/** The record before its first agreement. `countries` is the curated list of countries, as its file has it. */
function beginning(countries: unknown): CuratedRecord {
  const states = recordLists.country
    .array()
    .parse(countries)
    .filter(({ kind, until }) => kind === "state" && until === null);
  return {
    countries: states.slice(0, countryCount),
    sources: [],
    countingRules: [],
    frameworks: frameworks.map((framework) =>
      recordFiles.framework.parse({ ...framework, shortTitle: framework.title }),
    ),
    agreements: [],
    leftOut: [],
  };
}

async function recordBatch(
  db: Database,
  { from, to }: { from: number; to: number },
  seed: number,
  now: string,
): Promise<number> {
  const { index: _index, rows: countries } = await importCountries(db);
  const titles = await frameworkTitles(db);
  const named = [...countries.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const dice = createDice(seed);
  return write(db, curator, "import", now, async (entry) => {
    const knowledge = { countries, frameworks: titles, inserts: manyInserts(entry) };
    let acts = 0;
    for (const drawn of drawAgreements({ from, to, chunk }, named, dayOfInstant(now), dice)) {
      await createAgreements(entry, drawn, knowledge);
      acts += drawn.reduce((sum, { row }) => sum + row.acts.length, 0);
      await setImmediate();
    }
    return acts;
  });
}

/** Writes the record into a new file at `path`; throws when there is one already. */
export async function generate(
  {
    path,
    agreements,
    seed = 1,
    countries,
  }: { path: string; agreements: number; seed?: number; countries: unknown },
  tell: (line: string) => void,
): Promise<GeneratedRecord> {
  if (existsSync(path)) throw new Error(`There is a file ${path} already.`);
  migrateSqlite(path);
  const db = openSqlite(path);
  try {
    await importRecord(db, curator, beginning(countries), "2025-12-31T06:00:00.000Z");
    let acts = 0;
    const start = performance.now();
    for (let batch = 0; batch < batches; batch++) {
      const span = {
        from: Math.floor((agreements * batch) / batches),
        to: Math.floor((agreements * (batch + 1)) / batches),
      };
      acts += await recordBatch(db, span, seed * 1000 + batch, batchAt(batch));
      tell(`${span.to} of ${agreements} agreements, ${acts} acts`);
    }
    const writingMs = performance.now() - start;
    const revisions = await reviseSome(db, Math.ceil(agreements / 100), createDice(seed));
    tell(`${revisions} corrections, withdrawals and checks`);
    return { agreements, acts, revisions, writingMs };
  } finally {
    await db.close();
  }
}

/** A test states its world as a literal and asks a real database. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ActKind, Certainty, Profile } from "#domain/act.ts";
import type { Instant } from "#domain/clocks.ts";
import { curator } from "#domain/permission.ts";
import { type CuratedRecord, recordFiles } from "#domain/record.ts";
import { importRecord } from "./commands/import-record.ts";
import type { Database } from "./database.ts";
import { migrateSqlite } from "./migrate.ts";
import { engineOf, openDatabase } from "./open-database.ts";
import { replayDifferences } from "./replay.ts";
import { connect, openSqlite, sqlitePath } from "./sqlite.ts";
import { openCopy } from "./testing-postgres.ts";

/** An act in a few words: what a test does not say is done by both sides and sourced. */
export interface WorldAct {
  kind: ActKind;
  date: string;
  id?: string;
  actor?: "side1" | "side2" | "both" | "third";
  certainty?: Certainty;
  place?: string;
  /** Addresses of sources; `["none"]` for no source at all. */
  sources?: string[];
}

export interface WorldAgreement {
  profile?: Profile | null;
  sides?: [string[], string[]];
  framework?: string | null;
  type?: string;
  tags?: string[];
  title?: string;
  acts?: WorldAct[];
}

export interface World {
  agreements: Record<string, WorldAgreement>;
  /** Publication dates of sources by address; sources that are only cited are dated like the first act. */
  sources?: Record<string, string>;
  /** When the world is loaded. */
  now?: Instant;
}

export const loadedAt: Instant = "2026-01-01T00:00:00.000Z";
const plainSource = "https://example.org/source";

/** The curated record that a world is loaded from. */
export function curatedWorld(world: World): CuratedRecord {
  const agreements = Object.entries(world.agreements).map(([slug, agreement]) =>
    recordFiles.agreement.parse({
      slug,
      title: agreement.title ?? slug,
      type: agreement.type ?? "agreement",
      profile: agreement.profile === undefined ? "political" : agreement.profile,
      framework: agreement.framework ?? null,
      sides: agreement.sides ?? [["AA"], ["BB"]],
      tags: agreement.tags ?? [],
      acts: (agreement.acts ?? []).map(({ sources, ...act }, index) => ({
        actor: "both",
        ...act,
        id: act.id ?? `${slug}-${index + 1}`,
        citations: (sources ?? [plainSource]).filter((url) => url !== "none").map((source) => ({ source })),
      })),
    }),
  );
  const cited = agreements.flatMap(({ acts }) =>
    acts.flatMap(({ citations }) => citations.map(({ source }) => source)),
  );
  const urls = new Set([...cited, ...Object.keys(world.sources ?? {})]);
  const codes = new Set(agreements.flatMap(({ sides }) => sides.flat()));
  const frameworks = new Set(agreements.flatMap(({ framework }) => framework ?? []));
  return {
    countries: [...codes].map((code) => ({
      code,
      name: `Country ${code}`,
      officialName: null,
      kind: "state",
      until: null,
      names: {},
      aliases: [],
    })),
    sources: [...urls].map((url) => ({
      url,
      publisher: null,
      title: null,
      publishedOn: world.sources?.[url] ?? "2000-01-01",
      language: null,
      note: null,
    })),
    countingRules: [],
    frameworks: [...frameworks].map((slug) =>
      recordFiles.framework.parse({ slug, title: slug, shortTitle: slug, kind: "declaration" }),
    ),
    agreements,
    leftOut: [],
  };
}

/** A migrated, empty database of the run's engine; `close` removes it. */
export const openEmpty = async (): Promise<Database> =>
  process.env.TEST_POSTGRES ? openCopy(process.env.TEST_POSTGRES) : openFile();

/** A migrated, empty SQLite database in a folder of its own; `close` removes it. */
export function openFile(): Database {
  const folder = mkdtempSync(join(tmpdir(), "accords-"));
  const path = join(folder, "test.db");
  migrateSqlite(path);
  const db = openSqlite(path);
  return {
    ...db,
    async close() {
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A database that holds the world. */
export async function openWorld(world: World): Promise<Database> {
  const db = await openEmpty();
  await importRecord(db, curator, curatedWorld(world), world.now ?? loadedAt);
  return db;
}

/**
 * What is wrong with a database: damage that SQLite finds in its file, and periods that no replay of the ledger gives.
 * @param url DATABASE_URL
 */
export async function faultsOf(url: string): Promise<string[]> {
  const damage = engineOf(url) === "sqlite" ? damageOf(sqlitePath(url)) : [];
  const db = openDatabase(url);
  try {
    return [...damage, ...(await replayDifferences(db))];
  } finally {
    await db.close();
  }
}

function damageOf(path: string): string[] {
  const connection = connect(path);
  const damage = connection.pragma("integrity_check") as { integrity_check: string }[];
  const strays = connection.pragma("foreign_key_check") as unknown[];
  connection.close();
  return [
    ...damage.map((row) => row.integrity_check).filter((text) => text !== "ok"),
    ...strays.map((row) => JSON.stringify(row)),
  ];
}

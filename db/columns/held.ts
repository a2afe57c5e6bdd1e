/** The columns of a database, held in memory and brought up to date by what was committed since. */
import { asc, desc, gt } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { Filters } from "#domain/view.ts";
import type { Row } from "#domain/wire.ts";
import type { Database } from "../database.ts";
import { matching } from "../queries/search.ts";
import { type Columns, emptyColumns } from "./columns.ts";
import { loadAgreements, loadAll } from "./load.ts";
import { type Match, takeMatch } from "./match.ts";
import { type Slice, takeSlice } from "./slice.ts";

/** Slices and matches that are kept: at 100,000 agreements about 3 MB a slice and 0.1 MB a match. */
const keptSlices = 8;
const keptMatches = 16;

export interface Held {
  columns: Columns;
  /** The last change that they know. */
  sequence: number;
  /** Its instant: no later `known` reads anything else. */
  lastAt: string;
  revision: string;
  slices: Map<string, Slice>;
  /** Rows of the wire by agreement, revision and day: what a row says follows from these three. */
  rows: Map<string, Row>;
}

const key = Symbol.for("accords.columns");
/** One process loads this module several times, and must hold the record once. */
const global = globalThis as { [key]?: WeakMap<Database["tables"], Promise<Held>> };

const pause = () => new Promise<void>((resume) => setImmediate(resume));

async function lastChange({ read, tables: { changes } }: Database) {
  const [last] = await read
    .select({ sequence: changes.sequence, at: changes.recordedAt })
    .from(changes)
    .orderBy(desc(changes.sequence))
    .limit(1);
  return { sequence: last?.sequence ?? 0, lastAt: last?.at ?? "" };
}

/** Everything, anew. What is committed while it is read is read again by the next refresh. */
async function load(db: Database): Promise<Held> {
  const revision = await db.revision();
  const last = await lastChange(db);
  const columns = emptyColumns();
  await loadAll(columns, db, pause);
  return { columns, revision, ...last, slices: new Map(), rows: new Map() };
}

/** More rows than the record itself, and at least these, are not carried along. */
const bearableWaste = 100_000;

/** What was committed since. Every change of an agreement is in the ledger of changes, in the order of the commits. */
async function refresh(db: Database, held: Held): Promise<Held> {
  const revision = await db.revision();
  if (revision === held.revision) return held;
  const { columns } = held;
  if (columns.waste > Math.max(bearableWaste, columns.periods.stage.length / 2)) return load(db);
  const { changes } = db.tables;
  const since = await db.read
    .select({ sequence: changes.sequence, at: changes.recordedAt, agreementId: changes.agreementId })
    .from(changes)
    .where(gt(changes.sequence, held.sequence))
    .orderBy(asc(changes.sequence));
  const changed = new Set(since.flatMap(({ agreementId }) => agreementId ?? []));
  await loadAgreements(columns, db, [...changed]);
  const last = since.at(-1);
  return Object.assign(held, { revision }, last ? { sequence: last.sequence, lastAt: last.at } : {});
}

/**
 * The columns as of this moment: an edit that was acknowledged before is in them. One request at a time brings them
 * up to date; the others wait for it.
 */
export async function heldColumns(db: Database): Promise<Held> {
  global[key] ??= new WeakMap();
  const all = global[key];
  const before = all.get(db.tables);
  const next = (before ? before.then((held) => refresh(db, held)) : load(db)).catch((error) => {
    all.delete(db.tables);
    throw error;
  });
  all.set(db.tables, next);
  return next;
}

/** Keeps those that were asked for last. */
export function keep<T>(kept: Map<string, T>, name: string, value: T, most: number): T {
  kept.delete(name);
  kept.set(name, value);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return value;
}

export interface Standing {
  columns: Columns;
  slice: Slice;
  rows: Held["rows"];
}

/** How everything stood at both clocks. */
export async function standingAt(db: Database, { on, known }: Clocks): Promise<Standing> {
  const { columns, slices, rows, lastAt } = await heldColumns(db);
  // Nothing is known later than what was recorded last, so all later instants are one.
  const clocks = { on, known: known > lastAt ? lastAt : known };
  const name = `${clocks.on} ${clocks.known}`;
  const slice = keep(slices, name, slices.get(name) ?? takeSlice(columns, clocks), keptSlices);
  return { columns, slice, rows };
}

/** How everything stood, and which of it meets the filters. */
export async function matchAt(
  db: Database,
  filters: Filters,
  clocks: Clocks,
): Promise<Standing & { match: Match }> {
  const standing = await standingAt(db, clocks);
  const { columns, slice } = standing;
  const { matches } = slice;
  const name = JSON.stringify(filters);
  const known = matches.get(name);
  const found = known || filters.q === null ? null : await matching(db, filters.q, clocks);
  const match = known ?? takeMatch(columns, slice, filters, found);
  return { ...standing, match: keep(matches, name, match, keptMatches) };
}

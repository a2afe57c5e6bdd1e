/** The columns of a database, held in memory and brought up to date by what was committed since. */
import type { Clocks } from "#domain/clocks.ts";
import type { CountingRule } from "#domain/counting.ts";
import type { Filters, Vocabulary } from "#domain/view.ts";
import type { Database } from "../database.ts";
import { matchingDocuments } from "../queries/search.ts";
import { type Columns, emptyColumns, knownRow, momentAt } from "./columns.ts";
import { loadAgreements, loadMoments } from "./load.ts";
import { type Match, takeMatch } from "./match.ts";
import { type Slice, takeSlice } from "./slice.ts";

/** Slices that are kept: at 100,000 agreements about 5 MB each, beside their selections (`selection.ts`). */
const keptSlices = 8;
/** Searches that are kept, at 100,000 agreements 0.1 MB each. */
const keptSearches = 16;

export interface Held {
  columns: Columns;
  /** The last change that they know. */
  sequence: number;
  /** The database's revision when they were read; null before. */
  revision: string | null;
  slices: Map<string, Slice>;
  /** Of this revision; null until they are asked for. */
  names: Promise<Names> | null;
}

/** What everybody asks for and few edits change: the words of views, what they are called, and the counting rules. */
export interface Names {
  vocabulary: Vocabulary;
  countries: ReadonlyMap<string, string>;
  /** Short titles by address. */
  frameworks: ReadonlyMap<string, string>;
  rules: readonly CountingRule[];
}

const key = Symbol.for("accords.columns");
/** One process loads this module several times, and must hold the record once. */
const global = globalThis as { [key]?: WeakMap<Database["tables"], Promise<Held>> };

const pause = () => new Promise<void>((resume) => setImmediate(resume));

/** Everything, anew. */
const load = (db: Database): Promise<Held> =>
  refresh(db, { columns: emptyColumns(), sequence: 0, revision: null, slices: new Map(), names: null });

/** Rows that nothing points at are not carried along for ever. */
const bearableWaste = 100_000;

/** What was committed since. Every change of an agreement is in the ledger of changes, in the order of the commits. */
async function refresh(db: Database, held: Held): Promise<Held> {
  // Read first: what is committed from here on makes another revision, and is looked for again.
  const revision = await db.revision();
  if (revision === held.revision) return held;
  const { columns } = held;
  if (columns.waste > Math.max(bearableWaste, columns.periods.stage.length)) return load(db);
  const { sequence, changed } = await loadMoments(columns, db, held.sequence);
  await loadAgreements(columns, db, [...changed], pause);
  return Object.assign(held, { revision, sequence, names: null });
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
function keep<T>(kept: Map<string, T>, name: string, value: T, most: number): T {
  kept.delete(name);
  kept.set(name, value);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return value;
}

export interface Standing {
  columns: Columns;
  slice: Slice;
}

/** How everything stood at both clocks. */
export async function standingAt(db: Database, clocks: Clocks): Promise<Standing> {
  const { columns, slices } = await heldColumns(db);
  // All instants between two moments know the same.
  const name = `${clocks.on} ${momentAt(columns, clocks.known)}`;
  const slice = keep(
    slices,
    name,
    slices.get(name) ?? takeSlice(columns, clocks, slices.values()),
    keptSlices,
  );
  return { columns, slice };
}

/** 1 for each agreement whose search document, as known then, was found. */
async function search(db: Database, { columns, slice }: Standing, text: string): Promise<Uint8Array> {
  const { searches } = slice.knowledge;
  const known = searches.get(text);
  if (known) return keep(searches, text, known, keptSearches);
  const { documents } = columns;
  const found = new Uint8Array(slice.size);
  for (const id of await matchingDocuments(db, text)) {
    const row = documents.rowOf.get(id);
    if (row !== undefined && knownRow(documents, row, slice.known))
      found[documents.agreement.values[row] ?? 0] = 1;
  }
  return keep(searches, text, found, keptSearches);
}

/** How everything stood, and which of it meets the filters. */
export async function matchAt(
  db: Database,
  filters: Filters,
  clocks: Clocks,
): Promise<Standing & { match: Match }> {
  const standing = await standingAt(db, clocks);
  const found = filters.q === null ? null : await search(db, standing, filters.q);
  return { ...standing, match: takeMatch(standing.columns, standing.slice, filters, found) };
}

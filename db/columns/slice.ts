/** How every agreement stood: its fields, its stage and its signature, as rows of the columns, at both clocks. */
import type { Clocks } from "#domain/clocks.ts";
import { type Columns, dayKey, momentAt, never, none } from "./columns.ts";
import type { DayFields, VersionFields } from "./facet-field.ts";
import type { Order } from "./order.ts";
import { atTheStart, pathsOf, type Stood, signed, stoodOn, unknown } from "./paths.ts";
import type { Selected, Selection } from "./selection.ts";

/** What is known at a moment whatever the day: all slices of the moment share it. */
export interface Knowledge {
  /** By agreement: the row of its version; none where it is not known. */
  version: Int32Array;
  /** What was found out about it before. */
  fields: VersionFields | null;
  selections: Map<string, Selected>;
  /** 1 for each agreement that a text was found in. */
  searches: Map<string, Uint8Array>;
  /** The first and the last day on which a stage begins, as numbers; null until somebody asks. */
  span: readonly [number, number] | null;
}

export interface Slice extends Stood {
  on: number;
  known: number;
  /** Agreements that there were when it was taken; later ones are not known in it. */
  size: number;
  knowledge: Knowledge;
  /** By agreement: rows of the versions; none where there is none. */
  version: Int32Array;
  /** What was found out about it before. */
  orders: Map<string, Order>;
  selections: Map<string, Selection>;
  fields: DayFields | null;
}

/** The version of each agreement known at the moment. */
function takeKnowledge({ versions }: Columns, known: number, size: number): Knowledge {
  const version = new Int32Array(size).fill(none);
  const [first, end] = [versions.first.values, versions.end.values];
  const [knownFrom, knownTo] = [versions.knownFrom.values, versions.knownTo.values];
  for (let agreement = 0; agreement < size; agreement++)
    // The later ones lie last.
    for (let row = (end[agreement] ?? 0) - 1; row >= (first[agreement] ?? 0); row--)
      if ((knownFrom[row] ?? 0) <= known && (knownTo[row] ?? 0) > known) {
        version[agreement] = row;
        break;
      }
  return { version, fields: null, selections: new Map(), searches: new Map(), span: null };
}

/**
 * Looks through the path of one agreement. Its periods lie by the day on which they begin, so that from the last one
 * backwards the first that fits is the one, and few are looked at.
 */
function lookThrough({ periods }: Columns, on: number, known: number, stood: Stood, agreement: number): void {
  const { current, signing, stage, signedOn } = stood;
  const [from, to, stages] = [periods.from.values, periods.to.values, periods.stage.values];
  const [knownFrom, knownTo] = [periods.knownFrom.values, periods.knownTo.values];
  const start = periods.first.values[agreement] ?? 0;
  let sought = true;
  for (let row = (periods.end.values[agreement] ?? 0) - 1; row >= start; row--) {
    const began = from[row] ?? 0;
    if (began > on || (knownTo[row] ?? 0) <= known || (knownFrom[row] ?? 0) > known) continue;
    const code = stages[row] ?? unknown;
    if (sought && (to[row] ?? 0) > on) {
      current[agreement] = row;
      stage[agreement] = code;
      sought = false;
    }
    if (code === signed && signing[agreement] === none) {
      signing[agreement] = row;
      signedOn[agreement] = began;
    }
    if (!sought && signing[agreement] !== none) break;
  }
}

/** The stage and the signature of each agreement. */
function takeStages(columns: Columns, on: number, known: number, version: Int32Array): Stood {
  const size = version.length;
  const paths = pathsOf(columns);
  const stood = paths ? stoodOn(paths, on, size) : atTheStart(size);
  const since = paths?.since ?? new Int32Array();
  for (let agreement = 0; agreement < since.length; agreement++) {
    const steadyFrom = since[agreement] ?? never;
    const isKnown = version[agreement] !== none;
    if (isKnown && steadyFrom <= known) continue;
    // Nothing has begun of what was not known then.
    stood.current[agreement] = none;
    stood.signing[agreement] = none;
    stood.stage[agreement] = unknown;
    stood.signedOn[agreement] = none;
    if (isKnown && steadyFrom === never) lookThrough(columns, on, known, stood, agreement);
  }
  for (let agreement = since.length; agreement < size; agreement++)
    if (version[agreement] !== none) lookThrough(columns, on, known, stood, agreement);
  return stood;
}

/** `others` that were taken before: one of the same moment shares what is known with it. */
export function takeSlice(columns: Columns, clocks: Clocks, others: Iterable<Slice> = []): Slice {
  const size = columns.ids.length;
  const known = momentAt(columns, clocks.known);
  const like = [...others].find((other) => other.known === known && other.size === size);
  const knowledge = like?.knowledge ?? takeKnowledge(columns, known, size);
  const { version } = knowledge;
  const on = dayKey(clocks.on);
  return {
    on,
    known,
    size,
    knowledge,
    version,
    ...takeStages(columns, on, known, version),
    orders: new Map(),
    selections: new Map(),
    fields: null,
  };
}

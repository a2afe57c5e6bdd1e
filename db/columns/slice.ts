/** How every agreement stood: its fields, its stage and its signature, as rows of the columns, at both clocks. */
import type { Clocks } from "#domain/clocks.ts";
import { stageCodes } from "#domain/stage.ts";
import { type Columns, dayKey, momentAt, none } from "./columns.ts";
import type { DayFields, VersionFields } from "./facet-field.ts";
import type { Order } from "./order.ts";
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

export interface Slice {
  on: number;
  known: number;
  /** Agreements that there were when it was taken; later ones are not known in it. */
  size: number;
  knowledge: Knowledge;
  /** By agreement: rows of the versions and of the periods; none where there is none. */
  version: Int32Array;
  current: Int32Array;
  /** The last signature by the day. */
  signing: Int32Array;
  /** The stage's position in the vocabulary; an agreement without any stage act yet is `unknown`. */
  stage: Int32Array;
  /** The day of the signature, as a number; none before it. */
  signedOn: Int32Array;
  /** What was found out about it before. */
  orders: Map<string, Order>;
  selections: Map<string, Selection>;
  fields: DayFields | null;
}

const signed = stageCodes.indexOf("signed");
const unknown = stageCodes.indexOf("unknown");

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
 * The stage and the signature of each agreement. Its periods lie by the day on which they begin, so that from the last
 * one backwards the first that fits is the one, and few are looked at.
 */
function takeStages({ periods }: Columns, slice: Slice): void {
  const { on, known, size, version, current, signing, stage, signedOn } = slice;
  const [first, end] = [periods.first.values, periods.end.values];
  const [from, to, stages] = [periods.from.values, periods.to.values, periods.stage.values];
  const [knownFrom, knownTo] = [periods.knownFrom.values, periods.knownTo.values];
  for (let agreement = 0; agreement < size; agreement++) {
    if (version[agreement] === none) continue;
    const start = first[agreement] ?? 0;
    let sought = true;
    for (let row = (end[agreement] ?? 0) - 1; row >= start; row--) {
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
}

/** `others` that were taken before: one of the same moment shares what is known with it. */
export function takeSlice(columns: Columns, clocks: Clocks, others: Iterable<Slice> = []): Slice {
  const size = columns.ids.length;
  const known = momentAt(columns, clocks.known);
  const like = [...others].find((other) => other.known === known && other.size === size);
  const knowledge = like?.knowledge ?? takeKnowledge(columns, known, size);
  const rows = () => new Int32Array(size).fill(none);
  const slice: Slice = {
    on: dayKey(clocks.on),
    known,
    size,
    knowledge,
    version: knowledge.version,
    current: rows(),
    signing: rows(),
    stage: rows().fill(unknown),
    signedOn: rows(),
    orders: new Map(),
    selections: new Map(),
    fields: null,
  };
  takeStages(columns, slice);
  return slice;
}

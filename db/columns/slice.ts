/** How every agreement stood: its fields, its stage and its signature, as rows of the columns, at both clocks. */
import type { Clocks } from "#domain/clocks.ts";
import { stageCodes } from "#domain/stage.ts";
import { type Columns, dayKey, knownRow, none } from "./columns.ts";
import type { Match } from "./match.ts";
import type { Order } from "./order.ts";

export interface Slice {
  on: number;
  known: number;
  /** Agreements that there were when it was taken; later ones are not known in it. */
  size: number;
  /** By agreement: rows of the versions and of the periods; none where there is none. */
  version: Int32Array;
  current: Int32Array;
  /** The last signature by the day. */
  signing: Int32Array;
  /** What was found out about it before. */
  orders: Map<string, Order>;
  matches: Map<string, Match>;
}

const signed = stageCodes.indexOf("signed");

/** The version known at the instant; the later ones lie last. */
function versionAt({ versions }: Columns, agreement: number, known: number): number {
  const first = versions.first[agreement] ?? 0;
  for (let row = (versions.end[agreement] ?? 0) - 1; row >= first; row--)
    if (knownRow(versions, row, known)) return row;
  return none;
}

function stand({ periods }: Columns, slice: Slice, agreement: number): void {
  const { on, known } = slice;
  const end = periods.end[agreement] ?? 0;
  for (let row = periods.first[agreement] ?? 0; row < end; row++) {
    const from = periods.from[row] ?? 0;
    if (from > on || !knownRow(periods, row, known)) continue;
    if ((periods.to[row] ?? 0) > on) slice.current[agreement] = row;
    if (periods.stage[row] !== signed) continue;
    const other = slice.signing[agreement] ?? none;
    if (other === none || from >= (periods.from[other] ?? 0)) slice.signing[agreement] = row;
  }
}

export function takeSlice(columns: Columns, clocks: Clocks): Slice {
  const size = columns.ids.length;
  const slice: Slice = {
    on: dayKey(clocks.on),
    known: Date.parse(clocks.known),
    size,
    version: new Int32Array(size).fill(none),
    current: new Int32Array(size).fill(none),
    signing: new Int32Array(size).fill(none),
    orders: new Map(),
    matches: new Map(),
  };
  for (let agreement = 0; agreement < size; agreement++) {
    const version = versionAt(columns, agreement, slice.known);
    slice.version[agreement] = version;
    if (version !== none) stand(columns, slice, agreement);
  }
  return slice;
}

/** The stage's position in the vocabulary; an agreement without any stage act yet is `unknown`. */
export const stageIn = ({ periods }: Columns, slice: Slice, agreement: number): number => {
  const row = slice.current[agreement] ?? none;
  return row === none ? unknown : (periods.stage[row] ?? unknown);
};
const unknown = stageCodes.indexOf("unknown");

/** The day of the signature, as a number; none before it. */
export const signedIn = ({ periods }: Columns, slice: Slice, agreement: number): number => {
  const row = slice.signing[agreement] ?? none;
  return row === none ? none : (periods.from[row] ?? none);
};

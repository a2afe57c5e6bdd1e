/** How every agreement stood: its fields, its stage and its signature, as rows of the columns, at both clocks. */
import type { Clocks } from "#domain/clocks.ts";
import { stageCodes } from "#domain/stage.ts";
import { type Columns, dayKey, knownRow, momentAt, none } from "./columns.ts";
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
  /** The stage's position in the vocabulary; an agreement without any stage act yet is `unknown`. */
  stage: Uint8Array;
  /** The day of the signature, as a number; none before it. */
  signedOn: Int32Array;
  /** What was found out about it before. */
  orders: Map<string, Order>;
  matches: Map<string, Match>;
}

const signed = stageCodes.indexOf("signed");
const unknown = stageCodes.indexOf("unknown");

/** The version known at the moment; the later ones lie last. */
function versionAt({ versions }: Columns, agreement: number, known: number): number {
  const first = versions.first.values[agreement] ?? 0;
  for (let row = (versions.end.values[agreement] ?? 0) - 1; row >= first; row--)
    if (knownRow(versions, row, known)) return row;
  return none;
}

function stand({ periods }: Columns, slice: Slice, agreement: number): void {
  const { on, known } = slice;
  const [from, to, stage] = [periods.from.values, periods.to.values, periods.stage.values];
  const end = periods.end.values[agreement] ?? 0;
  for (let row = periods.first.values[agreement] ?? 0; row < end; row++) {
    const began = from[row] ?? 0;
    if (began > on || !knownRow(periods, row, known)) continue;
    if ((to[row] ?? 0) > on) {
      slice.current[agreement] = row;
      slice.stage[agreement] = stage[row] ?? unknown;
    }
    if (stage[row] === signed && began >= (slice.signedOn[agreement] ?? none)) {
      slice.signing[agreement] = row;
      slice.signedOn[agreement] = began;
    }
  }
}

export function takeSlice(columns: Columns, clocks: Clocks): Slice {
  const size = columns.ids.length;
  const rows = () => new Int32Array(size).fill(none);
  const slice: Slice = {
    on: dayKey(clocks.on),
    known: momentAt(columns, clocks.known),
    size,
    version: rows(),
    current: rows(),
    signing: rows(),
    stage: new Uint8Array(size).fill(unknown),
    signedOn: rows(),
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

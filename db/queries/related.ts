/** What stands beside an agreement: others of the same two sides, and the nearest of its framework. */
import type { Clocks } from "#domain/clocks.ts";
import type { Row } from "#domain/wire.ts";
import { type Columns, none, numberOfKey } from "../columns/columns.ts";
import { standingAt } from "../columns/held.ts";
import { endOf, listOf, startOf } from "../columns/numbers.ts";
import type { Slice } from "../columns/slice.ts";
import { ranksOf } from "../columns/words.ts";
import type { Database } from "../database.ts";
import { rowsAt } from "./rows.ts";

/** As many as are shown where the pair itself has fewer. */
const shown = 4;

/** How many of a version's countries are marked. */
function markedOf({ versions: { sides } }: Columns, version: number, marked: Uint8Array): number {
  let found = 0;
  for (let at = startOf(sides, version), end = endOf(sides, version); at < end; at++)
    found += marked[(sides.all.values[at] ?? 0) >> 1] ?? 0;
  return found;
}

/** The day by which an agreement is near to others, as a number: of its signature, else of its stage. */
function pivotOf({ periods }: Columns, slice: Slice, place: number): number {
  const signedOn = slice.signedOn[place] ?? none;
  if (signedOn !== none) return signedOn;
  const current = slice.current[place] ?? none;
  return current === none ? slice.on : (periods.from.values[current] ?? 0);
}

/** The `most` places that come first by days from the pivot and then by address. */
function nearestOf(
  columns: Columns,
  slice: Slice,
  { places, pivot, most }: { places: readonly number[]; pivot: number; most: number },
): number[] {
  if (most <= 0) return [];
  const center = numberOfKey(pivot);
  const slugRanks = ranksOf(columns.slugs);
  const nearest: { place: number; days: number; rank: number }[] = [];
  for (const place of places) {
    const days = Math.abs(numberOfKey(pivotOf(columns, slice, place)) - center);
    const last = nearest[most - 1];
    if (last && last.days < days) continue;
    nearest.push({ place, days, rank: slugRanks[place] ?? 0 });
    nearest.sort((a, b) => a.days - b.days || a.rank - b.rank).splice(most);
  }
  return nearest.map(({ place }) => place);
}

/**
 * Other agreements between the same two sides, then the nearest of the same framework by the day of signature; of one
 * that hangs under none, the nearest that share a country with it.
 */
export async function relatedTo(db: Database, id: number, clocks: Clocks): Promise<Row[]> {
  const { columns, slice } = await standingAt(db, clocks);
  const { versions } = columns;
  const place = columns.placeOf.get(id) ?? none;
  const version = slice.version[place] ?? none;
  const isParty = new Uint8Array(columns.countries.list.length);
  for (const side of listOf(versions.sides, version)) isParty[side >> 1] = 1;
  const framework = versions.framework.values[version] ?? none;
  const samePair: number[] = [];
  const nearby: number[] = [];
  for (let other = 0; other < slice.size; other++) {
    const its = slice.version[other] ?? none;
    if (its === none || other === place) continue;
    const hangsUnderIt = framework !== none && versions.framework.values[its] === framework;
    const shared = markedOf(columns, its, isParty);
    if (shared === endOf(versions.sides, its) - startOf(versions.sides, its)) samePair.push(other);
    else if (hangsUnderIt || (framework === none && shared > 0)) nearby.push(other);
  }
  const pivot = pivotOf(columns, slice, place);
  const nearest = nearestOf(columns, slice, { places: nearby, pivot, most: shown - samePair.length });
  return rowsAt({ columns, slice }, [...samePair, ...nearest]);
}

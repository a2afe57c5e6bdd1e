/** What stands beside an agreement: others of the same two sides, and the nearest of its framework. */
import type { Clocks } from "#domain/clocks.ts";
import { type Day, daysBetween } from "#domain/day.ts";
import type { Row } from "#domain/wire.ts";
import { type Columns, dayOfKey, none } from "../columns/columns.ts";
import { standingAt } from "../columns/held.ts";
import { listOf } from "../columns/numbers.ts";
import type { Slice } from "../columns/slice.ts";
import type { Database } from "../database.ts";
import { rowsAt } from "./rows.ts";

/** As many as are shown where the pair itself has fewer. */
const shown = 4;

/** How many countries a version names, and how many of them are marked. */
function partiesOf(
  { versions }: Columns,
  version: number,
  marked: Uint8Array,
): [all: number, marked: number] {
  const { all, ends } = versions.sides;
  const [start, end] = [version === 0 ? 0 : (ends.values[version - 1] ?? 0), ends.values[version] ?? 0];
  let found = 0;
  for (let at = start; at < end; at++) found += marked[(all.values[at] ?? 0) >> 1] ?? 0;
  return [end - start, found];
}

/** The day by which an agreement is near to others: of its signature, else of its stage. */
function pivotOf({ periods }: Columns, slice: Slice, place: number, { on }: Clocks): Day {
  const signedOn = slice.signedOn[place] ?? none;
  if (signedOn !== none) return dayOfKey(signedOn);
  const current = slice.current[place] ?? none;
  return current === none ? on : dayOfKey(periods.from.values[current] ?? 0);
}

/**
 * Other agreements between the same two sides, then the nearest of the same framework by the day of signature; of one
 * that hangs under none, the nearest that share a country with it.
 */
export async function relatedTo(db: Database, id: number, clocks: Clocks): Promise<Row[]> {
  const { columns, slice } = await standingAt(db, clocks);
  const { versions, slugs } = columns;
  const place = columns.placeOf.get(id) ?? none;
  const version = slice.version[place] ?? none;
  const isParty = new Uint8Array(columns.countries.list.length);
  for (const side of listOf(versions.sides, version)) isParty[side >> 1] = 1;
  const framework = versions.framework.values[version] ?? none;
  const pivot = pivotOf(columns, slice, place, clocks);
  const samePair: number[] = [];
  const nearby: { other: number; days: number }[] = [];
  for (let other = 0; other < slice.size; other++) {
    const its = slice.version[other] ?? none;
    if (its === none || other === place) continue;
    const hangsUnderIt = framework !== none && versions.framework.values[its] === framework;
    const [all, shared] = partiesOf(columns, its, isParty);
    if (shared === all) samePair.push(other);
    else if (hangsUnderIt || (framework === none && shared > 0))
      nearby.push({ other, days: Math.abs(daysBetween(pivot, pivotOf(columns, slice, other, clocks))) });
  }
  const slugOf = (at: number) => slugs.list[at] ?? "";
  nearby.sort((a, b) => a.days - b.days || (slugOf(a.other) < slugOf(b.other) ? -1 : 1));
  const nearest = nearby.slice(0, Math.max(0, shown - samePair.length)).map(({ other }) => other);
  return rowsAt({ columns, slice }, [...samePair, ...nearest]);
}

/** The rows of the wire for chosen agreements, as of both clocks: out of the columns, without asking the database. */
import type { Clocks } from "#domain/clocks.ts";
import { endOfTime } from "#domain/day.ts";
import { type StageCode, stageCodes, stages } from "#domain/stage.ts";
import { type Flag, flagCodes } from "#domain/standing.ts";
import type { Row } from "#domain/wire.ts";
import { type Columns, dayKey, dayOfKey, emptyColumns, knownRow, none } from "../columns/columns.ts";
import type { Standing } from "../columns/held.ts";
import { loadAlone } from "../columns/load.ts";
import { listOf } from "../columns/numbers.ts";
import { changedAt, checkedOn } from "../columns/order.ts";
import { type Slice, takeSlice } from "../columns/slice.ts";
import type { Words } from "../columns/words.ts";
import type { Reading } from "../database.ts";

const wordAt = ({ list }: Words, position: number | undefined): string | null =>
  list[position ?? none] ?? null;

/** Both sides of a version, as `of` shows a country's position. */
export function sidesAt<T>({ versions }: Columns, version: number, of: (position: number) => T): T[][] {
  const sides: T[][] = [[], []];
  for (const value of listOf(versions.sides, version)) sides[value & 1]?.push(of(value >> 1));
  return sides;
}

function stageAt({ periods }: Columns, slice: Slice, place: number): Row["stage"] {
  const row = slice.current[place] ?? none;
  if (row === none)
    return {
      code: "unknown",
      label: stages.unknown.label,
      since: null,
      sinceLatest: null,
      certainty: "surely",
    };
  const code = stageCodes[slice.stage[place] ?? 0] ?? "unknown";
  const latest = periods.fromLatest.values[row] ?? 0;
  return {
    code,
    label: stages[code].label,
    since: dayOfKey(periods.from.values[row] ?? 0),
    sinceLatest: latest === dayKey(endOfTime) ? null : dayOfKey(latest),
    certainty: slice.on >= latest ? "surely" : "possibly",
  };
}

const force = ["in-force", "in-effect"].map((code) => stageCodes.indexOf(code as StageCode));
const talks = [stageCodes.indexOf("negotiating")];

/** The first day by the day of the view on which one of these stages began. */
function firstDay({ periods }: Columns, { on, known }: Slice, place: number, wanted: readonly number[]) {
  let first = Number.POSITIVE_INFINITY;
  for (let row = periods.first.values[place] ?? 0; row < (periods.end.values[place] ?? 0); row++) {
    const from = periods.from.values[row] ?? 0;
    if (from > on || from >= first || !wanted.includes(periods.stage.values[row] ?? none)) continue;
    if (knownRow(periods, row, known)) first = from;
  }
  return Number.isFinite(first) ? dayOfKey(first) : null;
}

/** The expected act that is due first. */
function nextOf(columns: Columns, { on, known }: Slice, place: number): Row["next"] {
  const { expectations: table, kinds, dates, certainties } = columns;
  for (let row = table.first.values[place] ?? 0; row < (table.end.values[place] ?? 0); row++) {
    const held = (table.from.values[row] ?? 0) <= on && (table.to.values[row] ?? 0) > on;
    if (!held || !knownRow(table, row, known)) continue;
    return {
      kind: wordAt(kinds, table.kind.values[row]) as NonNullable<Row["next"]>["kind"],
      date: wordAt(dates, table.date.values[row]) ?? "",
      certainty: wordAt(certainties, table.certainty.values[row]) as NonNullable<Row["next"]>["certainty"],
    };
  }
  return null;
}

/** The flags that it has on the day. */
function flagsAt({ flags }: Columns, { on, known }: Slice, place: number): Flag[] {
  let held = 0;
  for (let row = flags.first.values[place] ?? 0, end = flags.end.values[place] ?? 0; row < end; row++) {
    const lasts = (flags.from.values[row] ?? 0) <= on && (flags.to.values[row] ?? 0) > on;
    if (lasts && knownRow(flags, row, known)) held |= 1 << (flags.flag.values[row] ?? 0);
  }
  return held === 0 ? [] : flagCodes.filter((_flag, position) => (held & (1 << position)) !== 0);
}

/** How many sources are cited for anything of it. */
function sourcesOf({ citations }: Columns, { known }: Slice, place: number): number {
  const [first, end] = [citations.first.values[place] ?? 0, citations.end.values[place] ?? 0];
  // Most have one.
  if (end - first <= 1) return end > first && knownRow(citations, first, known) ? 1 : 0;
  const sources = new Set<number>();
  for (let row = first; row < end; row++)
    if (knownRow(citations, row, known)) sources.add(citations.source.values[row] ?? none);
  return sources.size;
}

function rowAt(columns: Columns, slice: Slice, place: number): Row {
  const { versions, periods, changes, checks, countries, countryNames } = columns;
  const version = slice.version[place] ?? none;
  const signing = slice.signing[place] ?? none;
  const signedOn = slice.signedOn[place] ?? none;
  const talksDays = periods.talksDays.values[signing] ?? none;
  const changed = changedAt(columns, place, slice.known);
  const country = (at: number) => ({ code: countries.list[at] ?? "", name: countryNames[at] ?? "" });
  return {
    slug: columns.slugs.list[place] ?? "",
    title: wordAt(columns.titles, versions.title.values[version]) ?? "",
    sides: sidesAt(columns, version, country),
    type: wordAt(columns.types, versions.type.values[version]) ?? "",
    profile: wordAt(columns.profiles, versions.profile.values[version]) as Row["profile"],
    framework: wordAt(columns.frameworks, versions.framework.values[version]),
    tags: Array.from(listOf(versions.tags, version), (tag) => columns.tags.list[tag] ?? ""),
    stage: stageAt(columns, slice, place),
    signedOn: signedOn === none ? null : dayOfKey(signedOn),
    inForceOn: firstDay(columns, slice, place, force),
    talksSince: firstDay(columns, slice, place, talks),
    talksDays: talksDays === none ? null : talksDays,
    place: wordAt(columns.places, periods.place.values[signing]),
    next: nextOf(columns, slice, place),
    flags: flagsAt(columns, slice, place),
    sources: sourcesOf(columns, slice, place),
    revision: changed === none ? 0 : changed - (changes.first.values[place] ?? 0) + 1,
    changedAt: columns.moments[changes.at.values[changed] ?? versions.knownFrom.values[version] ?? 0] ?? "",
    checkedOn: wordAt(columns.dates, checks.on.values[checkedOn(columns, slice, place)]),
  };
}

/** The rows of the agreements at these places, in their order; one that is not known then has none. */
export const rowsAt = ({ columns, slice }: Standing, places: readonly number[]): Row[] =>
  places
    .filter((place) => (slice.version[place] ?? none) !== none)
    .map((place) => rowAt(columns, slice, place));

/** The rows of these agreements, in the order of `ids`, as a transaction sees them; for some, not for many. */
export async function rowsOf(db: Reading, ids: readonly number[], clocks: Clocks): Promise<Row[]> {
  if (ids.length === 0) return [];
  const columns = emptyColumns();
  await loadAlone(columns, db, ids);
  const slice = takeSlice(columns, clocks);
  return rowsAt(
    { columns, slice },
    ids.flatMap((id) => columns.placeOf.get(id) ?? []),
  );
}

/**
 * Rows of the wire for places of the columns. A row follows from the agreement's revision and the day alone, because
 * everything that a row says of an agreement changes with its revision; so it is read once and kept.
 */
import type { Clocks } from "#domain/clocks.ts";
import type { Row } from "#domain/wire.ts";
import type { Columns } from "../columns/columns.ts";
import { keep, type Standing } from "../columns/held.ts";
import type { Database } from "../database.ts";
import { rowsOf } from "./rows.ts";

/** About 2 KB each. */
const keptRows = 20_000;
/** Rows that are read with one set of queries: their keys are parameters, and databases bound those. */
const chunk = 500;

/** Changes known at the instant. */
function revisionAt({ changes }: Columns, place: number, known: number): number {
  const first = changes.first[place] ?? 0;
  let end = changes.end[place] ?? 0;
  while (end > first && (changes.at[end - 1] ?? 0) > known) end--;
  return end - first;
}

/** The rows of these agreements, in their order. */
export async function heldRows(
  db: Database,
  { columns, slice, rows }: Standing,
  places: readonly number[],
  clocks: Clocks,
): Promise<Row[]> {
  const wanted = places.map((place) => ({
    id: columns.ids[place] ?? -1,
    slug: columns.slugs.list[place] ?? "",
    name: `${place} ${revisionAt(columns, place, slice.known)} ${slice.on}`,
  }));
  const found = new Map<string, Row>();
  for (const { slug, name } of wanted) {
    const row = rows.get(name);
    if (row) found.set(slug, keep(rows, name, row, keptRows));
  }
  const names = new Map(wanted.map(({ slug, name }) => [slug, name]));
  const unread = wanted.filter(({ slug }) => !found.has(slug)).map(({ id }) => id);
  for (let start = 0; start < unread.length; start += chunk) {
    for (const row of await rowsOf(db, unread.slice(start, start + chunk), clocks)) {
      found.set(row.slug, row);
      keep(rows, names.get(row.slug) ?? "", row, keptRows);
    }
  }
  return wanted.flatMap(({ slug }) => found.get(slug) ?? []);
}

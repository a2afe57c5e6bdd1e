/** The list of agreements: filter, sort, keyset pages and total, as of both clocks. */
import type { Clocks, Instant } from "#domain/clocks.ts";
import type { Cursor } from "#domain/cursor.ts";
import { DomainError } from "#domain/errors.ts";
import type { Filters, Sort } from "#domain/view.ts";
import type { Row } from "#domain/wire.ts";
import { none } from "../columns/columns.ts";
import { heldColumns, matchAt, standingAt } from "../columns/held.ts";
import { metIn, partOf } from "../columns/match.ts";
import { changedAt } from "../columns/order.ts";
import { ranksOf } from "../columns/words.ts";
import type { Database } from "../database.ts";
import { rowsAt } from "./rows.ts";

export interface ListRequest {
  filters: Filters;
  sort: Sort;
  limit: number;
  /** The address of the last row of the page before; null for the first page. */
  after: Pick<Cursor, "slug"> | null;
}

/** Places of the agreements that meet the filters, in order, behind `after`: no more than `limit`. */
async function pageOf(db: Database, { filters, sort, limit, after }: ListRequest, clocks: Clocks) {
  const standing = await matchAt(db, filters, clocks);
  const { columns, slice, match } = standing;
  const last = after === null ? null : columns.slugs.positionOf.get(after.slug);
  if (last === undefined) throw new DomainError("malformed", "This cursor does not belong to this list.");
  return { ...standing, places: partOf(columns, slice, match, { sort, limit, after: last }) };
}

/** How many agreements meet the filters. */
export async function countAgreements(db: Database, filters: Filters, clocks: Clocks): Promise<number> {
  const { match } = await matchAt(db, filters, clocks);
  return match.agreements.length;
}

/** Agreements by their keys. */
export interface Chosen {
  has: (id: number) => boolean;
  /** All of them, where they are few enough to be named in a query; else null. */
  few: readonly number[] | null;
}
/** Keys are parameters, and databases bound those: SQLite at 32,766. */
const fewest = 5000;

/** The agreements that meet the filters, to choose other rows by. */
export async function chosenAgreements(db: Database, filters: Filters, clocks: Clocks): Promise<Chosen> {
  const { columns, slice, match } = await matchAt(db, filters, clocks);
  const met = metIn(slice, match);
  const isFew = match.agreements.length <= fewest;
  return {
    has: (id) => met[columns.placeOf.get(id) ?? none] === 1,
    few: isFew ? Array.from(match.agreements, (place) => columns.ids.values[place] ?? none) : null,
  };
}

/** The agreement at this address alone. */
export async function oneAgreement(db: Database, slug: string): Promise<Chosen> {
  const { columns } = await heldColumns(db);
  const id = columns.ids.values[columns.slugs.positionOf.get(slug) ?? none] ?? none;
  return { has: (one) => one === id, few: [id] };
}

export interface AgreementPage {
  rows: Row[];
  total: number;
  /** Where the next page begins; null when nothing follows. */
  end: Pick<Cursor, "slug"> | null;
}

/** One page of the list with its total. */
export async function listAgreements(
  db: Database,
  request: ListRequest,
  clocks: Clocks,
): Promise<AgreementPage> {
  const page = await pageOf(db, { ...request, limit: request.limit + 1 }, clocks);
  const rows = rowsAt(page, page.places.slice(0, request.limit));
  const last = rows.at(-1);
  return {
    rows,
    total: page.match.agreements.length,
    end: page.places.length > request.limit && last ? { slug: last.slug } : null,
  };
}

/** Every row that meets the filters, in order: for timelines and frameworks, which are not paged. */
export async function allAgreements(
  db: Database,
  filters: Filters,
  sort: Sort,
  clocks: Clocks,
): Promise<Row[]> {
  const page = await pageOf(db, { filters, sort, limit: Number.POSITIVE_INFINITY, after: null }, clocks);
  return rowsAt(page, page.places);
}

/** The address of every agreement known then with the instant of its last change. */
export async function allAddresses(
  db: Database,
  clocks: Clocks,
): Promise<{ slug: string; changedAt: Instant }[]> {
  const { columns, slice } = await standingAt(db, clocks);
  const { changes, slugs, moments } = columns;
  ranksOf(slugs);
  return slugs.sorted.flatMap((place) => {
    if ((slice.version[place] ?? none) === none) return [];
    const at = changes.at.values[changedAt(columns, place, slice.known)] ?? none;
    return [{ slug: slugs.list[place] ?? "", changedAt: moments[at] ?? clocks.known }];
  });
}

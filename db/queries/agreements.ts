/** The list of agreements: filter, sort, keyset pages, total and facets, as of both clocks. */
import { and, asc, count, desc, eq, lte, max, type SQL, sql } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { Cursor } from "#domain/cursor.ts";
import { endOfTime } from "#domain/day.ts";
import type { Sort, SortWord } from "#domain/view.ts";
import type { Row } from "#domain/wire.ts";
import type { Database } from "../database.ts";
import { conditionsOf, type Filters } from "./conditions.ts";
import { rowsOf } from "./rows.ts";
import { recordedBy, type StandingTables, stageRankOf, standingJoins, standingTables } from "./standing.ts";

/** What a row without a value sorts by: after all others, whichever way. */
const missing = (descending: boolean) => ({
  text: descending ? "" : endOfTime,
  number: descending ? -1e9 : 1e9,
});

function sortKey(
  db: Database,
  tables: StandingTables,
  clocks: Clocks,
  { word, descending }: Sort,
): SQL<string | number> {
  const { agreements, versions, signing } = tables;
  const { changes, checks } = db.tables;
  const { text, number } = missing(descending);
  const lastChange = db.read
    .select({ at: max(changes.recordedAt) })
    .from(changes)
    .where(and(eq(changes.agreementId, agreements.id), lte(changes.recordedAt, clocks.known)));
  const lastCheck = db.read
    .select({ on: max(checks.latest) })
    .from(checks)
    .where(
      and(eq(checks.agreementId, agreements.id), lte(checks.latest, clocks.on), recordedBy(checks, clocks)),
    );
  const keys = {
    signed: sql`coalesce(${signing.validFrom}, ${text})`,
    stage: stageRankOf(tables),
    changed: sql`coalesce(${lastChange}, ${text})`,
    checked: sql`coalesce(${lastCheck}, ${text})`,
    title: sql`lower(${versions.title})`,
    party: sql`${versions.partyKey}`,
    duration: sql`coalesce(${signing.daysSinceTalks}, ${number})`,
  } satisfies Record<SortWord, SQL>;
  return keys[word] as SQL<string | number>;
}

export interface ListRequest {
  filters: Filters;
  sort: Sort;
  limit: number;
  /** Where the page before ended; null for the first page. */
  after: Pick<Cursor, "key" | "slug"> | null;
}

/** A page of agreement ids in order, and where it ended (null when nothing follows). */
async function pageOf(db: Database, { filters, sort, limit, after }: ListRequest, clocks: Clocks) {
  const tables = standingTables(db);
  const { agreements, versions, current, signing } = tables;
  const joins = standingJoins(tables, clocks);
  const key = sortKey(db, tables, clocks, sort);
  const order = sort.descending ? desc : asc;
  const beyond = after
    ? sort.descending
      ? sql`(${key}, ${agreements.slug}) < (${after.key}, ${after.slug})`
      : sql`(${key}, ${agreements.slug}) > (${after.key}, ${after.slug})`
    : undefined;
  const found = await db.read
    .select({ id: agreements.id, slug: agreements.slug, key })
    .from(agreements)
    .innerJoin(versions, joins.versions)
    .leftJoin(current, joins.current)
    .leftJoin(signing, joins.signing)
    .where(and(conditionsOf(db, tables, filters, clocks), beyond))
    .orderBy(order(key), order(agreements.slug))
    .limit(limit + 1);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    ids: page.map(({ id }) => id),
    end: found.length > limit && last ? { key: last.key, slug: last.slug } : null,
  };
}

/** How many agreements meet the filters. */
export async function countAgreements(db: Database, filters: Filters, clocks: Clocks): Promise<number> {
  const tables = standingTables(db);
  const joins = standingJoins(tables, clocks);
  const [counted] = await db.read
    .select({ total: count() })
    .from(tables.agreements)
    .innerJoin(tables.versions, joins.versions)
    .leftJoin(tables.current, joins.current)
    .leftJoin(tables.signing, joins.signing)
    .where(conditionsOf(db, tables, filters, clocks));
  return counted?.total ?? 0;
}

/** The keys of the agreements that meet the filters, as a query to choose other rows by. */
export function chosenAgreements(db: Database, filters: Filters, clocks: Clocks) {
  const tables = standingTables(db);
  const joins = standingJoins(tables, clocks);
  return db.read
    .select({ id: tables.agreements.id })
    .from(tables.agreements)
    .innerJoin(tables.versions, joins.versions)
    .leftJoin(tables.current, joins.current)
    .leftJoin(tables.signing, joins.signing)
    .where(conditionsOf(db, tables, filters, clocks));
}

export interface AgreementPage {
  rows: Row[];
  total: number;
  end: Pick<Cursor, "key" | "slug"> | null;
}

/** One page of the list with its total. */
export async function listAgreements(
  db: Database,
  request: ListRequest,
  clocks: Clocks,
): Promise<AgreementPage> {
  const { ids, end } = await pageOf(db, request, clocks);
  const [rows, total] = await Promise.all([
    rowsOf(db, ids, clocks),
    countAgreements(db, request.filters, clocks),
  ]);
  return { rows, total, end };
}

/** Every row that meets the filters, in order: for timelines, frameworks and files, which are not paged. */
export async function allAgreements(
  db: Database,
  filters: Filters,
  sort: Sort,
  clocks: Clocks,
): Promise<Row[]> {
  const { ids } = await pageOf(
    db,
    { filters, sort, limit: Number.MAX_SAFE_INTEGER - 1, after: null },
    clocks,
  );
  return rowsOf(db, ids, clocks);
}

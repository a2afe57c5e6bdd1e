/** Puts agreements from the database into columns: all of them, or those that have changed. */
import { asc, gt, inArray } from "drizzle-orm";
import { endOfKnowledge, type Instant } from "#domain/clocks.ts";
import { pairKey } from "#domain/pair.ts";
import { stageCodes } from "#domain/stage.ts";
import { flagCodes } from "#domain/standing.ts";
import type { Reading } from "../database.ts";
import {
  type Columns,
  dayKey,
  type Extents,
  type KnownSpans,
  momentsBefore,
  never,
  none,
} from "./columns.ts";
import { push, pushList, put } from "./numbers.ts";
import { movePath } from "./paths.ts";
import { type ReadAgreements, readAgreements } from "./read.ts";
import { positionOf, type Words } from "./words.ts";

/** Agreements that are read at once; other requests are answered between. */
const chunk = 500;

interface Spanned {
  knownFrom: Instant;
  knownTo: Instant;
}

/** Writes the rows of one agreement behind all others and points at them. */
function putRows<T extends Spanned>(
  columns: Columns,
  table: Extents & KnownSpans,
  place: number,
  rows: readonly T[] | undefined,
  pushRow: (row: T) => void,
): void {
  columns.waste += (table.end.values[place] ?? 0) - (table.first.values[place] ?? 0);
  put(table.first, place, table.knownFrom.length);
  for (const row of rows ?? []) {
    push(table.knownFrom, momentsBefore(columns, row.knownFrom));
    push(table.knownTo, row.knownTo === endOfKnowledge ? never : momentsBefore(columns, row.knownTo));
    pushRow(row);
  }
  put(table.end, place, table.knownFrom.length);
}

const wordOrNone = (words: Words, word: string | null | undefined): number =>
  word == null ? none : positionOf(words, word);

function putFields(columns: Columns, place: number, read: ReadAgreements, id: number): void {
  const { versions: table, countries } = columns;
  putRows(columns, table, place, read.fields.get(id), (row) => {
    push(table.title, positionOf(columns.titles, row.title));
    push(table.sorting, positionOf(columns.sortings, row.title.toLowerCase()));
    push(table.party, positionOf(columns.parties, row.party));
    push(table.pair, positionOf(columns.pairs, pairKey(row.sides)));
    push(table.type, positionOf(columns.types, row.type));
    push(table.framework, wordOrNone(columns.frameworks, row.framework));
    push(table.profile, wordOrNone(columns.profiles, row.profile));
    const sides = row.sides.flatMap((codes, side) =>
      codes.map((code) => positionOf(countries, code) * 2 + side),
    );
    pushList(table.sides, sides);
    pushList(
      table.tags,
      row.tags.map((tag) => positionOf(columns.tags, tag)),
    );
    const isListed = Object.keys(row.listNumbers).length > 0;
    table.listNumbers.push(isListed ? row.listNumbers : undefined);
    table.anyListed ||= isListed;
  });
}

function putPath(columns: Columns, place: number, read: ReadAgreements, id: number): void {
  const { periods: table } = columns;
  // What walks through them backwards may stop at the first that fits.
  const rows = read.periods.get(id)?.sort((a, b) => dayKey(a.from) - dayKey(b.from));
  putRows(columns, table, place, rows, (row) => {
    push(table.agreement, place);
    push(table.stage, stageCodes.indexOf(row.stage));
    push(table.from, dayKey(row.from));
    push(table.fromLatest, dayKey(row.fromLatest));
    push(table.to, dayKey(row.to));
    push(table.step, row.step);
    push(table.transition, positionOf(columns.transitions, row.transition));
    push(table.talksDays, row.talksDays ?? none);
    const signedAt = row.acts.map((act) => read.placeOf.get(act) ?? null);
    const where = row.stage === "signed" ? signedAt.findLast((one) => one !== null) : null;
    push(table.place, wordOrNone(columns.places, where));
  });
}

function putBesides(columns: Columns, place: number, read: ReadAgreements, id: number): void {
  const { flags, expectations, checks, citations, documents } = columns;
  putRows(columns, flags, place, read.flags.get(id), (row) => {
    push(flags.flag, flagCodes.indexOf(row.flag));
    push(flags.from, dayKey(row.validFrom));
    push(flags.to, dayKey(row.validTo));
  });
  putRows(columns, expectations, place, read.expectations.get(id), (row) => {
    push(expectations.from, dayKey(row.from));
    push(expectations.to, dayKey(row.to));
    push(expectations.kind, positionOf(columns.kinds, row.kind));
    push(expectations.date, positionOf(columns.dates, row.date));
    push(expectations.certainty, positionOf(columns.certainties, row.certainty));
  });
  putRows(columns, checks, place, read.checks.get(id), (row) => {
    push(checks.on, positionOf(columns.dates, row.on));
    push(checks.latest, dayKey(row.latest));
  });
  putRows(columns, citations, place, read.citations.get(id), (row) => {
    push(citations.source, positionOf(columns.sources, row.source));
  });
  putRows(columns, documents, place, read.documents.get(id), (row) => {
    documents.rowOf.set(row.id, documents.agreement.length);
    push(documents.agreement, place);
  });
}

function putChanges(columns: Columns, place: number, read: ReadAgreements, id: number): void {
  const { changes: table } = columns;
  put(table.first, place, table.at.length);
  for (const { at } of read.changes.get(id) ?? []) push(table.at, momentsBefore(columns, at));
  put(table.end, place, table.at.length);
}

interface Named {
  id: number;
  slug: string;
}

async function loadChunk(columns: Columns, db: Reading, named: readonly Named[]): Promise<void> {
  const read = await readAgreements(
    db,
    named.map(({ id }) => id),
  );
  for (const { id, slug } of named) {
    let place = columns.placeOf.get(id);
    if (place === undefined) {
      // An address is given once and never again, so that its position is that of its agreement.
      place = positionOf(columns.slugs, slug);
      columns.placeOf.set(id, place);
      put(columns.ids, place, id);
    }
    putFields(columns, place, read, id);
    putPath(columns, place, read, id);
    movePath(columns, place);
    putBesides(columns, place, read, id);
    putChanges(columns, place, read, id);
  }
  await nameCountries(columns, db);
}

/** The names of countries that have none yet. */
async function nameCountries({ countries, countryNames }: Columns, db: Reading): Promise<void> {
  const unnamed = countries.list.slice(countryNames.length);
  if (unnamed.length === 0) return;
  const { countries: table } = db.tables;
  const found = await db.read
    .select({ code: table.code, name: table.name })
    .from(table)
    .where(inArray(table.code, unnamed));
  const names = new Map(found.map(({ code, name }) => [code, name]));
  countryNames.push(...unnamed.map((code) => names.get(code) ?? code));
}

/** Takes note of the moments after `sequence`; answers with the last of them and the agreements that they changed. */
export async function loadMoments(columns: Columns, { read, tables }: Reading, sequence: number) {
  const { changes } = tables;
  const found = await read
    .select({ sequence: changes.sequence, at: changes.recordedAt, agreementId: changes.agreementId })
    .from(changes)
    .where(gt(changes.sequence, sequence))
    .orderBy(asc(changes.sequence));
  for (const { at } of found) if (at !== columns.moments.at(-1)) columns.moments.push(at);
  return {
    sequence: found.at(-1)?.sequence ?? sequence,
    changed: new Set(found.flatMap(({ agreementId }) => agreementId ?? [])),
  };
}

/** Puts these agreements into the columns, in place of what stood there; `pause` lets others go on between two chunks. */
export async function loadAgreements(
  columns: Columns,
  db: Reading,
  ids: readonly number[],
  pause: () => Promise<void> = async () => undefined,
): Promise<void> {
  const { agreements } = db.tables;
  const inTurn = [...ids].sort((a, b) => a - b);
  for (let start = 0; start < inTurn.length; start += chunk) {
    const named = await db.read
      .select({ id: agreements.id, slug: agreements.slug })
      .from(agreements)
      .where(inArray(agreements.id, inTurn.slice(start, start + chunk)))
      .orderBy(asc(agreements.id));
    await loadChunk(columns, db, named);
    if (start + chunk < inTurn.length) await pause();
  }
}

/** These agreements alone, into empty columns: also what a transaction has not committed yet. */
export async function loadAlone(columns: Columns, db: Reading, ids: readonly number[]): Promise<void> {
  const { changes } = db.tables;
  for (let start = 0; start < ids.length; start += chunk) {
    const found = await db.read
      .select({ at: changes.recordedAt })
      .from(changes)
      .where(inArray(changes.agreementId, ids.slice(start, start + chunk)));
    columns.moments.push(...found.map(({ at }) => at));
  }
  columns.moments = [...new Set(columns.moments)].sort();
  await loadAgreements(columns, db, ids);
}

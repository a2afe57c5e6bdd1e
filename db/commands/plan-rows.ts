/**
 * Plans what becomes of the rows of a file, chunk by chunk: created, an update, unchanged or rejected. The same plan
 * serves the dry run, which reads, and the import, which writes what was planned in the same transaction.
 */
import { canonicalJson } from "#domain/canonical-json.ts";
import { boundsOf } from "#domain/edtf.ts";
import { type ColumnChoice, type Columns, readColumns } from "#domain/import/columns.ts";
import { compareRow, type ExistingAgreement, type Update } from "#domain/import/compare-row.ts";
import { rowIdentity } from "#domain/import/identity.ts";
import { type RowContext, readRow } from "#domain/import/read-row.ts";
import type { FileRow, Reason, RowAgreement, RowResult } from "#domain/import/row.ts";
import { agreementSlug } from "#domain/slug-words.ts";
import type { Reading } from "../database.ts";
import {
  agreementsAt,
  existingAgreements,
  frameworkTitles,
  identities,
  importCountries,
  importedRows,
  shortKey,
  slugLookup,
} from "../queries/import-knowledge.ts";
import type { BatchKnowledge } from "./create-agreements.ts";

/** A row with the headers that it stands under; the list is the same object for rows of one header. */
export interface HeadedRow {
  headers: readonly string[];
  row: FileRow;
}

export type PlannedAction =
  | { create: { row: RowAgreement; slug: string } }
  | { update: { there: ExistingAgreement; update: Update; sources: readonly string[] } };

export interface PlannedRow {
  row: number;
  result: RowResult;
  title: string | null;
  slug: string | null;
  reasons: readonly Reason[];
  /** What to write; null where nothing is. */
  action: PlannedAction | null;
  listKey: string | null;
  rowHash: string;
}

/** How the file is to be read. */
export interface ImportChoices {
  columns: ColumnChoice;
  /** Names in the file with the codes that a person chose, the first that fits the date. */
  parties: ReadonlyMap<string, readonly string[]>;
  order: RowContext["order"];
}

/** What a plan keeps in mind from row to row. */
export interface Plan {
  context: RowContext;
  knowledge: Omit<BatchKnowledge, "inserts">;
  choices: ImportChoices;
  /** The columns of each header that the file has. */
  columns: Map<string, Columns>;
  there: Map<string, number>;
  /** The rows that took an identity, a number of the list or an address, so that a second one is told. */
  seen: Map<string, number>;
  /** Addresses that begin alike, as far as they were looked up, and those that this file took. */
  taken: Map<string, Set<string>>;
  slugsLike: ReturnType<typeof slugLookup>;
}

/** Looks up what the plan needs, once for a file. */
export async function beginPlan(db: Reading, choices: ImportChoices, today: string): Promise<Plan> {
  const countries = await importCountries(db);
  const frameworks = await frameworkTitles(db);
  return {
    context: {
      index: countries.index,
      chosen: choices.parties,
      order: choices.order,
      today,
      frameworks: new Set(frameworks.keys()),
    },
    knowledge: { countries: countries.rows, frameworks },
    choices,
    columns: new Map(),
    there: await identities(db),
    seen: new Map(),
    taken: new Map(),
    slugsLike: slugLookup(db),
  };
}

/** Headers differ from record to record in JSON; a file with more kinds of record than this is no list. */
const mostHeaders = 1000;

function columnsFor(plan: Plan, headers: readonly string[]): Columns {
  const key = headers.join("\n");
  const known = plan.columns.get(key);
  if (known) return known;
  // In JSON a record need not have every chosen name.
  const choice = Object.fromEntries(
    Object.entries(plan.choices.columns).filter(([, header]) => header === "" || headers.includes(header)),
  );
  const columns = readColumns(headers, choice);
  if (plan.columns.size < mostHeaders) plan.columns.set(key, columns);
  return columns;
}

interface ReadRow {
  file: FileRow;
  columns: Columns;
  agreement: RowAgreement;
  identity: string;
  listKey: string | null;
  rowHash: string;
}

type Read = ReadRow | { rejected: PlannedRow };

const rejected = (
  row: number,
  title: string | null,
  reasons: readonly Reason[],
  slug: string | null = null,
): PlannedRow => ({
  row,
  result: "rejected",
  title: title === null ? null : title.slice(0, 300).toWellFormed(),
  slug,
  reasons,
  action: null,
  listKey: null,
  rowHash: "",
});

function read(plan: Plan, { headers, row }: HeadedRow): Read {
  const columns = columnsFor(plan, headers);
  const reading = readRow(row, columns, plan.context);
  if ("reasons" in reading) return { rejected: rejected(row.row, reading.title, reading.reasons) };
  const { agreement } = reading;
  const { mapped } = columns;
  const { slug: _slug, notes: _notes, ...said } = agreement;
  return {
    file: row,
    columns,
    agreement,
    identity: shortKey(rowIdentity(agreement)),
    listKey: agreement.listId === null ? null : shortKey(...headers, mapped.id ?? "", agreement.listId),
    rowHash: shortKey(canonicalJson(said)),
  };
}

/** The keys by which a second row in the file is known to speak of the same agreement, each with its column. */
const keysOf = ({ agreement, identity, listKey, columns: { mapped } }: ReadRow) => [
  ...(agreement.slug === null ? [] : [{ key: `slug ${agreement.slug}`, column: mapped.slug ?? "slug" }]),
  ...(listKey === null ? [] : [{ key: `list ${listKey}`, column: mapped.id ?? "id" }]),
  { key: identity, column: mapped.title ?? "row" },
];

function duplicateOf(plan: Plan, row: ReadRow): Reason | null {
  const [first] = keysOf(row).filter(({ key }) => plan.seen.has(key));
  if (!first) return null;
  const message = first.key.startsWith("list ")
    ? `Row ${plan.seen.get(first.key)} has the same number; which of the two is meant cannot be told.`
    : `The same agreement is in row ${plan.seen.get(first.key)}.`;
  return { column: first.column, message };
}

interface Lookups {
  slugs: Awaited<ReturnType<typeof agreementsAt>>;
  listKeys: ReadonlyMap<string, number>;
  hashes: ReadonlyMap<string, number>;
  existing: ReadonlyMap<number, ExistingAgreement>;
}

const sidesKey = (sides: readonly (readonly string[])[]) =>
  sides
    .map((side) => [...side].sort().join("+"))
    .sort()
    .join("/");

async function lookUp(plan: Plan, db: Reading, rows: readonly ReadRow[]): Promise<Lookups> {
  const slugs = await agreementsAt(
    db,
    rows.flatMap(({ agreement }) => agreement.slug ?? []),
  );
  const listKeys = await importedRows(
    db,
    "listKey",
    rows.flatMap(({ listKey }) => listKey ?? []),
  );
  const hashes = await importedRows(
    db,
    "rowHash",
    rows.map(({ rowHash }) => rowHash),
  );
  const ids = rows.flatMap(({ agreement, listKey, rowHash, identity }) => [
    (agreement.slug === null ? undefined : slugs.get(agreement.slug)?.id) ?? [],
    (listKey === null ? undefined : listKeys.get(listKey)) ?? [],
    hashes.get(rowHash) ?? [],
    plan.there.get(identity) ?? [],
  ]);
  return { slugs, listKeys, hashes, existing: await existingAgreements(db, [...new Set(ids.flat())]) };
}

/** The agreement that a row is recognised as: by address, by its number in the list, or by what it is. */
function recognise(plan: Plan, row: ReadRow, found: Lookups): ExistingAgreement | undefined {
  const { agreement, listKey, identity } = row;
  if (agreement.slug !== null) return found.existing.get(found.slugs.get(agreement.slug)?.id ?? -1);
  const listed = listKey === null ? undefined : found.existing.get(found.listKeys.get(listKey) ?? -1);
  // Another list may count alike; one with other parties is another list.
  if (listed && sidesKey(listed.sides) === sidesKey(agreement.sides)) return listed;
  return found.existing.get(plan.there.get(identity) ?? -1);
}

async function freeSlug(plan: Plan, { agreement, file }: ReadRow): Promise<string> {
  const names = agreement.sides.map(([first = ""]) => plan.knowledge.countries.get(first)?.name ?? first);
  const dated = agreement.acts.find(({ kind }) => kind === "signed") ?? agreement.acts[0];
  const year = dated ? boundsOf(dated.date).earliest.slice(0, 4) : "";
  const wanted = agreementSlug(names, agreement.type ?? "agreement", year);
  const taken = plan.taken.get(wanted) ?? (await plan.slugsLike(wanted));
  plan.taken.set(wanted, taken);
  let slug = wanted;
  for (let number = taken.size; taken.has(slug) || plan.seen.has(`slug ${slug}`); number += 1)
    slug = `${wanted}-${number + 1}`;
  taken.add(slug);
  plan.seen.set(`slug ${slug}`, file.row);
  return slug;
}

async function planRow(plan: Plan, row: ReadRow, found: Lookups): Promise<PlannedRow> {
  const { agreement, columns, file, listKey, rowHash } = row;
  const duplicate = duplicateOf(plan, row);
  if (duplicate) return rejected(file.row, agreement.title, [duplicate]);
  const base = { row: file.row, title: agreement.title, reasons: agreement.notes, listKey, rowHash };
  const before = found.existing.get(found.hashes.get(rowHash) ?? -1);
  if (before && (agreement.slug === null || agreement.slug === before.slug)) {
    for (const { key } of keysOf(row)) plan.seen.set(key, file.row);
    return { ...base, result: "unchanged", slug: before.slug, action: null };
  }
  const there = recognise(plan, row, found);
  const compared = there ? compareRow(agreement, there, columns) : null;
  if (compared && "reasons" in compared)
    return rejected(file.row, agreement.title, compared.reasons, there?.slug ?? null);
  if (!there && agreement.slug !== null && found.slugs.has(agreement.slug)) {
    const message = "This address belonged to an agreement that was taken out of the record.";
    return rejected(file.row, agreement.title, [{ column: columns.mapped.slug ?? "slug", message }]);
  }
  for (const { key } of keysOf(row)) plan.seen.set(key, file.row);
  if (there && compared?.result === "update") {
    const { sources } = agreement;
    const action = { update: { there, update: compared.update, sources } };
    return { ...base, result: "update", slug: there.slug, action };
  }
  if (there) return { ...base, result: "unchanged", slug: there.slug, action: null };
  const slug = agreement.slug ?? (await freeSlug(plan, row));
  return { ...base, result: "create", slug, action: { create: { row: agreement, slug } } };
}

/** Plans the next rows of the file, in its order. `db` reads the record as the plan is to see it. */
export async function planRows(plan: Plan, db: Reading, rows: readonly HeadedRow[]): Promise<PlannedRow[]> {
  const readings = rows.map((row) => read(plan, row));
  const found = await lookUp(
    plan,
    db,
    readings.flatMap((reading) => ("rejected" in reading ? [] : [reading])),
  );
  const planned: PlannedRow[] = [];
  for (const reading of readings)
    planned.push("rejected" in reading ? reading.rejected : await planRow(plan, reading, found));
  return planned;
}

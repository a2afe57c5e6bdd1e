/**
 * Imports the rows of a file as one batch, in one transaction that can be reverted as one, or rehearses it. Rows that
 * cannot be imported are named, and nothing is stored unless whoever imports has said how many of the rows may be.
 */

import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { dayOfInstant } from "#domain/day.ts";
import { DomainError } from "#domain/errors.ts";
import { flatChoices } from "#domain/import/api.ts";
import { columnRoleCodes } from "#domain/import/columns.ts";
import type { ImportReport, RowReport } from "#domain/import/report.ts";
import type { Database, Reading } from "../database.ts";
import { earlierImport } from "../queries/imports.ts";
import { createAgreements, type NewAgreement } from "./create-agreements.ts";
import { type ManyInserts, manyInserts } from "./insert-many.ts";
import { appendChange, type Entry } from "./ledger.ts";
import {
  beginPlan,
  type HeadedRow,
  type ImportChoices,
  type Plan,
  type PlannedRow,
  planRows,
} from "./plan-rows.ts";
import { updateFromRow } from "./update-from-row.ts";

export interface ImportInput {
  /** Reads the file from its beginning. */
  rows: () => AsyncIterable<HeadedRow>;
  name: string;
  /** SHA-256 of the bytes of the file. */
  fileHash: string;
  choices: ImportChoices;
  /** Of the file's header, for the choices to be remembered; null: it has none. */
  headerHash: string | null;
  /** How many rows may be imported although others are rejected: that many, any number, or only all. */
  accept: number | "any" | "all";
  /** The first row that the answer tells of. */
  from: number;
  /** Told now and then how many rows were read. */
  onProgress?: (rows: number) => void;
}

/** How many rows are planned and written between two turns of the event loop, so that readers are served meanwhile. */
const chunkSize = 50;
/** How many rows an answer tells of; rejected ones are told beyond that. */
export const mostResults = { rows: 1000, rejected: 10_000 } as const;
/** A list longer than this is to be split: what is kept in mind of each row adds up. */
export const mostRows = 200_000;

type Counts = Pick<ImportReport, "rows" | "create" | "update" | "unchanged" | "rejected">;

interface Tally {
  counts: Counts;
  results: RowReport[];
  told: { rows: number; rejected: number };
  more: boolean;
}

function tell({ counts, results, told }: Tally, planned: PlannedRow, from: number): boolean {
  counts.rows += 1;
  counts[planned.result] += 1;
  if (planned.row < from) return true;
  const fits =
    planned.result === "rejected" ? told.rejected < mostResults.rejected : told.rows < mostResults.rows;
  if (!fits) return false;
  told[planned.result === "rejected" ? "rejected" : "rows"] += 1;
  const { row, result, slug, title, reasons } = planned;
  results.push({ row, result, slug, title, reasons: [...reasons] });
  return true;
}

async function* chunked(rows: AsyncIterable<HeadedRow>): AsyncGenerator<HeadedRow[]> {
  let chunk: HeadedRow[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < chunkSize) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Runs through the file once; `put` writes what was planned. */
async function run(
  db: Reading,
  plan: Plan,
  { rows, from, onProgress }: ImportInput,
  put: (planned: readonly PlannedRow[]) => Promise<void>,
): Promise<Tally> {
  const tally: Tally = {
    counts: { rows: 0, create: 0, update: 0, unchanged: 0, rejected: 0 },
    results: [],
    told: { rows: 0, rejected: 0 },
    more: false,
  };
  for await (const chunk of chunked(rows())) {
    const planned = await planRows(plan, db, chunk);
    await put(planned);
    for (const row of planned) if (!tell(tally, row, from)) tally.more = true;
    if (tally.counts.rows > mostRows)
      throw new DomainError("too-large", `A file may have ${mostRows} rows at most; split it.`);
    onProgress?.(tally.counts.rows);
    await setImmediate();
  }
  return tally;
}

/** Which columns were used, over all records of the file. */
function columnsOf({ columns, choices }: Plan): ImportReport["columns"] {
  const all = [...columns.values()];
  const mapped = Object.fromEntries(
    columnRoleCodes.flatMap((role) => {
      const header = all.find((one) => one.mapped[role] !== undefined)?.mapped[role];
      return header === undefined ? [] : [[role, header]];
    }),
  );
  const used = new Set([...Object.values(mapped), ...all.flatMap(({ further }) => further)]);
  const ignored = [...new Set(all.flatMap((one) => one.ignored))].filter((header) => !used.has(header));
  const missing = Object.entries(choices.columns).filter(([, header]) => header !== "" && !used.has(header));
  const [first] = missing;
  if (first && all.length > 0)
    throw new DomainError("malformed", `The file has no column “${first[1]}”.`, {
      errors: missing.map(([role]) => ({ path: `mapping.${role}`, message: "no such column in the file" })),
    });
  return {
    mapped,
    ignored: ignored.slice(0, 500),
    further: [...new Set(all.flatMap(({ further }) => further))],
  };
}

function report(
  plan: Plan,
  { counts, results, more }: Tally,
  { fileHash }: ImportInput,
): Omit<ImportReport, "dryRun"> {
  return { ...counts, results, more, columns: columnsOf(plan), choices: flatChoices(plan.choices), fileHash };
}

/** Refuses a file with rejected rows, unless that many of the others were agreed to. */
export function demandAccepted(
  { rows, rejected, results }: Omit<ImportReport, "dryRun">,
  accept: ImportInput["accept"],
): void {
  const importable = rows - rejected;
  if (rejected === 0 || accept === "any" || accept === importable) return;
  const guard = accept === "all" ? "rows-rejected" : "rows-changed";
  const message =
    accept === "all"
      ? `${rejected} of ${rows} rows cannot be imported, so nothing was. Mend them, or import the other ${importable} with accept=${importable}.`
      : `${accept} rows were to be imported; now ${importable} of ${rows} can be. Nothing was stored: look at the dry run again.`;
  const errors = results
    .filter(({ result }) => result === "rejected")
    .flatMap(({ row, reasons }) =>
      reasons.map(({ column, message: why }) => ({ path: `row ${row}, ${column}`, message: why })),
    )
    .slice(0, 1000);
  throw new DomainError("rule-broken", message, { guard, errors });
}

/** What an import would do. Nothing is written. */
export async function rehearseImport(
  db: Database,
  input: ImportInput,
  now: string,
): Promise<Omit<ImportReport, "dryRun">> {
  const plan = await beginPlan(db, input.choices, dayOfInstant(now));
  const foreseen = report(plan, await run(db, plan, input, async () => undefined), input);
  const alreadyImported = await earlierImport(db, input.fileHash);
  return alreadyImported ? { ...foreseen, alreadyImported } : foreseen;
}

async function put(
  entry: Entry,
  plan: Plan,
  planned: readonly PlannedRow[],
  importId: string,
  reason: string,
  inserts: ManyInserts,
) {
  const created: (NewAgreement & { planned: PlannedRow })[] = [];
  const rows: { planned: PlannedRow; agreementId: number }[] = [];
  for (const one of planned) {
    if (one.action === null) continue;
    if ("create" in one.action) {
      created.push({ ...one.action.create, planned: one });
      continue;
    }
    const { there, update, sources } = one.action.update;
    await updateFromRow(entry, there, update, sources, reason);
    rows.push({ planned: one, agreementId: there.id });
  }
  const ids = await createAgreements(entry, created, { ...plan.knowledge, inserts });
  for (const [index, agreementId] of ids.entries()) {
    const draft = created[index];
    if (draft) rows.push({ planned: draft.planned, agreementId });
  }
  await inserts.insertAll(
    "importRows",
    rows.map(({ planned: { row, result, listKey, rowHash }, agreementId }) => ({
      importId,
      row,
      agreementId,
      result: result === "update" ? ("update" as const) : ("create" as const),
      listKey,
      rowHash,
    })),
  );
}

/** Keeps the choices for the next file with this header. */
async function remember({ tx, tables, recordedAt, actor }: Entry, { headerHash, choices }: ImportInput) {
  const mapping = flatChoices(choices);
  if (headerHash === null || Object.keys(mapping).length === 0) return;
  const kept = { mapping, recordedAt, recordedBy: actor.id };
  await tx
    .insert(tables.importMappings)
    .values({ headerHash, ...kept })
    .onConflictDoUpdate({ target: tables.importMappings.headerHash, set: kept });
}

/**
 * Imports inside a transaction whose rights were checked. Awaits the file between chunks: the transaction has the
 * only writing connection to itself, others wait their turn. Answers with the report; without an id where the file
 * brought nothing new.
 */
export async function importBatch(entry: Entry, input: ImportInput): Promise<Omit<ImportReport, "dryRun">> {
  const { tx, tables, recordedAt, actor } = entry;
  const id = `i-${randomUUID()}`;
  const batch: Entry = { ...entry, batch: id };
  const plan = await beginPlan(entry.reading, input.choices, dayOfInstant(recordedAt));
  const reason = `Imported from ${input.name}`;
  const inserts = manyInserts(batch);
  const tally = await run(entry.reading, plan, input, (planned) =>
    put(batch, plan, planned, id, reason, inserts),
  );
  const done = report(plan, tally, input);
  const nothingNew = done.create + done.update === 0;
  const earlier = await earlierImport(entry.reading, input.fileHash);
  if (nothingNew && earlier) return { ...done, alreadyImported: earlier };
  demandAccepted(done, input.accept);
  if (nothingNew) return done;
  const { rows, create, update, unchanged, rejected } = done;
  await tx.insert(tables.imports).values({
    id,
    recordedAt,
    recordedBy: actor.id,
    name: input.name,
    fileHash: input.fileHash,
    mapping: flatChoices(input.choices),
    rows,
    created: create,
    updated: update,
    unchanged,
    rejected,
  });
  await remember(entry, input);
  await appendChange(batch, {
    agreementId: null,
    verb: "import-committed",
    reason: null,
    before: null,
    after: {
      import: id,
      name: input.name,
      fileHash: input.fileHash,
      rows,
      create,
      update,
      unchanged,
      rejected,
    },
  });
  return { id, ...done };
}

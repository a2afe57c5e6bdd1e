/** Imports, the newest first, with what they wrote; and the choices that are remembered for a header. */
import { and, asc, desc, eq, gte, isNull } from "drizzle-orm";
import { endOfKnowledge } from "#domain/clocks.ts";
import type { ImportDetail, ImportSummary } from "#domain/import/api.ts";
import type { Reading } from "../database.ts";
import { shownNames } from "./names.ts";

const mostListed = 200;

type Stored = Reading["tables"]["imports"]["$inferSelect"];

async function summaries(db: Reading, stored: readonly Stored[]): Promise<ImportSummary[]> {
  const nameOf = await shownNames(
    db,
    stored.flatMap(({ recordedBy, revertedBy }) => [
      recordedBy,
      ...(revertedBy === null ? [] : [revertedBy]),
    ]),
  );
  return stored.map(({ created, updated, mapping: _mapping, recordedBy, revertedBy, ...rest }) => ({
    ...rest,
    create: created,
    update: updated,
    recordedBy: nameOf(recordedBy),
    revertedBy: revertedBy === null ? null : nameOf(revertedBy),
  }));
}

/** At most 200. */
export async function listImports(db: Reading): Promise<ImportSummary[]> {
  const { imports } = db.tables;
  return summaries(
    db,
    await db.read
      .select()
      .from(imports)
      .orderBy(desc(imports.recordedAt), desc(imports.id))
      .limit(mostListed),
  );
}

/** One import with the rows that wrote something, from a row on; null for none. */
export async function importAt(db: Reading, id: string, from: number): Promise<ImportDetail | null> {
  const { imports, importRows, agreements, versions } = db.tables;
  const [found] = await db.read.select().from(imports).where(eq(imports.id, id));
  if (!found) return null;
  const [summary] = await summaries(db, [found]);
  if (!summary) return null;
  const rows = await db.read
    .select({ row: importRows.row, result: importRows.result, slug: agreements.slug, title: versions.title })
    .from(importRows)
    .innerJoin(agreements, eq(agreements.id, importRows.agreementId))
    .leftJoin(versions, and(eq(versions.agreementId, agreements.id), eq(versions.knownTo, endOfKnowledge)))
    .where(and(eq(importRows.importId, id), gte(importRows.row, from)))
    .orderBy(asc(importRows.row))
    .limit(mostListed + 1);
  const results = rows.slice(0, mostListed);
  return { ...summary, choices: found.mapping, results, next: rows[mostListed]?.row ?? null };
}

/** The import of the very same file that stands, the latest of several. */
export async function earlierImport(db: Reading, fileHash: string) {
  const { imports } = db.tables;
  const [found] = await db.read
    .select({ id: imports.id, recordedAt: imports.recordedAt })
    .from(imports)
    .where(and(eq(imports.fileHash, fileHash), isNull(imports.revertedAt)))
    .orderBy(desc(imports.recordedAt))
    .limit(1);
  return found ?? null;
}

/** What was chosen the last time for a file with this header. */
export async function rememberedChoices(db: Reading, headerHash: string): Promise<Record<string, string>> {
  const { importMappings } = db.tables;
  const [kept] = await db.read.select().from(importMappings).where(eq(importMappings.headerHash, headerHash));
  return kept?.mapping ?? {};
}

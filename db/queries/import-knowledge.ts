/** What an import must know of the record: countries, frameworks, and which agreements are there already. */
import { createHash } from "node:crypto";
import { and, eq, gt, gte, inArray, isNull, lt, max, sql } from "drizzle-orm";
import { endOfKnowledge } from "#domain/clocks.ts";
import type { ExistingAgreement } from "#domain/import/compare-row.ts";
import { identityKey } from "#domain/import/identity.ts";
import { indexParties, type PartyIndex } from "#domain/import/party-names.ts";
import { alpha3 } from "#domain/import/state-life.ts";
import type { Reading } from "../database.ts";

/** A short name for a long key, so that a hundred thousand of them fit into memory. */
export const shortKey = (...parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, 22);

/** Every country with its names, and its row for the text by which agreements are found. */
export async function importCountries(db: Reading) {
  const rows = await db.read.select().from(db.tables.countries);
  const index: PartyIndex = indexParties(rows, alpha3);
  return { index, rows: new Map(rows.map((row) => [row.code, row])) };
}

/** Titles of frameworks by slug. */
export async function frameworkTitles(db: Reading): Promise<Map<string, string>> {
  const { frameworks } = db.tables;
  const rows = await db.read.select({ slug: frameworks.slug, title: frameworks.title }).from(frameworks);
  return new Map(rows.map(({ slug, title }) => [slug, title]));
}

const done = ["done", "reported"] as const;

/** The last date of each agreement's acts of these kinds that happened. */
async function lastDates(db: Reading, kinds: readonly ("signed" | "in-force" | "in-effect")[]) {
  const { acts } = db.tables;
  const rows = await db.read
    .select({ id: acts.agreementId, date: max(acts.date) })
    .from(acts)
    .where(
      and(
        inArray(acts.kind, [...kinds]),
        inArray(acts.certainty, [...done]),
        eq(acts.supersededAt, endOfKnowledge),
        eq(acts.withdrawal, false),
      ),
    )
    .groupBy(acts.agreementId);
  return new Map(rows.map(({ id, date }) => [id, date]));
}

/** Every agreement that is there by sides, title and day; the first where several are alike. */
export async function identities(db: Reading): Promise<Map<string, number>> {
  const { versions } = db.tables;
  const signed = await lastDates(db, ["signed"]);
  const force = await lastDates(db, ["in-force", "in-effect"]);
  const rows = await db.read
    .select({ id: versions.agreementId, title: versions.title, sides: versions.sides })
    .from(versions)
    .where(eq(versions.knownTo, endOfKnowledge));
  const found = new Map<string, number>();
  for (const { id, title, sides } of rows) {
    const key = shortKey(identityKey(sides, title, signed.get(id) ?? null, force.get(id) ?? null));
    const other = found.get(key);
    if (other === undefined || id < other) found.set(key, id);
  }
  return found;
}

/** Agreements by address: their keys, and whether they were taken out of the record. */
export async function agreementsAt(db: Reading, slugs: readonly string[]) {
  if (slugs.length === 0) return new Map<string, { id: number; there: boolean }>();
  const { agreements, versions } = db.tables;
  const rows = await db.read
    .select({ id: agreements.id, slug: agreements.slug, version: versions.id })
    .from(agreements)
    .leftJoin(versions, and(eq(versions.agreementId, agreements.id), eq(versions.knownTo, endOfKnowledge)))
    .where(inArray(agreements.slug, [...slugs]));
  return new Map(rows.map(({ id, slug, version }) => [slug, { id, there: version !== null }]));
}

/** Looks up addresses that begin with one: itself, and with a hyphen and more behind it. */
export function slugLookup(db: Reading): (slug: string) => Promise<Set<string>> {
  const { agreements } = db.tables;
  const statement = db.read
    .select({ slug: agreements.slug })
    .from(agreements)
    // The full stop is the character behind the hyphen.
    .where(and(gte(agreements.slug, sql.placeholder("from")), lt(agreements.slug, sql.placeholder("to"))))
    .prepare();
  return async (slug) => {
    const rows = await statement.execute({ from: slug, to: `${slug}.` });
    return new Set(rows.map((row) => row.slug));
  };
}

/** Rows of imports that stand, by the row's number in its list or by what it says, with their agreements. */
export async function importedRows(db: Reading, by: "listKey" | "rowHash", keys: readonly string[]) {
  if (keys.length === 0) return new Map<string, number>();
  const { imports, importRows, versions } = db.tables;
  const rows = await db.read
    .select({ key: importRows[by], id: importRows.agreementId })
    .from(importRows)
    .innerJoin(imports, and(eq(imports.id, importRows.importId), isNull(imports.revertedAt)))
    // An agreement that was taken out is not there.
    .innerJoin(
      versions,
      and(eq(versions.agreementId, importRows.agreementId), eq(versions.knownTo, endOfKnowledge)),
    )
    .where(inArray(importRows[by], [...keys]));
  return new Map(rows.flatMap(({ key, id }) => (key === null ? [] : [[key, id] as const])));
}

/** Agreements as they stand, for a row to be compared with. */
export async function existingAgreements(
  db: Reading,
  ids: readonly number[],
): Promise<Map<number, ExistingAgreement>> {
  if (ids.length === 0) return new Map();
  const { agreements, versions, acts, changes } = db.tables;
  const rows = await db.read
    .select({ slug: agreements.slug, version: versions })
    .from(agreements)
    .innerJoin(versions, and(eq(versions.agreementId, agreements.id), eq(versions.knownTo, endOfKnowledge)))
    .where(inArray(agreements.id, [...ids]));
  const ledger = await db.read
    .select()
    .from(acts)
    .where(and(inArray(acts.agreementId, [...ids]), gt(acts.supersededAt, acts.recordedAt)));
  const revisions = await db.read
    .select({ id: changes.agreementId, revision: max(changes.revision) })
    .from(changes)
    .where(inArray(changes.agreementId, [...ids]))
    .groupBy(changes.agreementId);
  const revisionById = new Map(revisions.map(({ id, revision }) => [id, revision]));
  return new Map(
    rows.map(({ slug, version }) => {
      const own = ledger.filter(({ agreementId }) => agreementId === version.agreementId);
      return [
        version.agreementId,
        {
          id: version.agreementId,
          slug,
          revision: revisionById.get(version.agreementId) ?? 0,
          title: version.title,
          type: version.type,
          profile: version.profile,
          framework: version.framework,
          sides: version.sides,
          tags: version.tags,
          acts: own.filter((act) => !act.withdrawal && act.supersededAt === endOfKnowledge),
          withdrawn: own.filter((act) => act.withdrawal).map(({ kind }) => kind),
        },
      ];
    }),
  );
}

/** What editors type of an agreement, as it was known at an instant: what a conflict shows of both versions. */
import { and, asc, eq } from "drizzle-orm";
import { type LoggedFields, pickFields } from "#domain/change-content.ts";
import type { FactPart } from "#domain/change-parts.ts";
import type { Instant } from "#domain/clocks.ts";
import type { Reading } from "../database.ts";
import { knownAt, recordedBy } from "./standing.ts";

/** The fields known at the instant; null when there were none yet. */
export async function fieldsAt(
  db: Reading,
  agreementId: number,
  known: Instant,
): Promise<LoggedFields | null> {
  const { versions } = db.tables;
  const [version] = await db.read
    .select()
    .from(versions)
    .where(and(eq(versions.agreementId, agreementId), knownAt(versions, { known })));
  return version ? pickFields(version) : null;
}

/** The instant of a revision; null when the agreement has none such. */
export async function instantOf(db: Reading, agreementId: number, revision: number): Promise<Instant | null> {
  const { changes } = db.tables;
  const [change] = await db.read
    .select({ at: changes.recordedAt })
    .from(changes)
    .where(and(eq(changes.agreementId, agreementId), eq(changes.revision, revision)));
  return change?.at ?? null;
}

const stampColumns = ["agreementId", "recordedBy", "supersededAt", "withdrawal", "framework"];
const plain = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !stampColumns.includes(column)));

/** The facts of one part that stood at the instant, oldest first. */
async function factsAt(db: Reading, agreementId: number, part: FactPart, known: Instant) {
  const table = db.tables[part];
  const rows = await db.read
    .select()
    .from(table)
    .where(and(eq(table.agreementId, agreementId), recordedBy(table, { known })))
    .orderBy(asc(table.recordedAt), asc(table.id));
  return rows.filter((row) => !("withdrawal" in row && row.withdrawal)).map(plain);
}

/** The fields, and the facts of the parts in question; null when the agreement was not known then. */
export async function recordedState(
  db: Reading,
  agreementId: number,
  known: Instant,
  parts: readonly FactPart[],
) {
  const fields = await fieldsAt(db, agreementId, known);
  if (!fields) return null;
  const state: Record<string, unknown> = { ...fields };
  for (const part of parts) state[part] = await factsAt(db, agreementId, part, known);
  return state;
}

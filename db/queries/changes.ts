/** The audit log, newest first, with public fields only. */
import { and, desc, eq, gt, lt, lte } from "drizzle-orm";
import type { Clocks, Instant } from "#domain/clocks.ts";
import type { Change } from "#domain/wire.ts";
import type { Database } from "../database.ts";
import { knownAt } from "./standing.ts";

export interface ChangeRequest {
  /** Only changes recorded after this instant, or after the change with this sequence number. */
  since: Instant | number | null;
  agreement: string | null;
  limit: number;
  /** The sequence number before which the page begins. */
  before: number | null;
}

/** Changes known at the instant, newest first; `end` is where the next page begins. */
export async function listChanges(
  db: Database,
  { since, agreement, limit, before }: ChangeRequest,
  clocks: Clocks,
) {
  const { changes, agreements, versions } = db.tables;
  const found = await db.read
    .select({ change: changes, slug: agreements.slug, title: versions.title })
    .from(changes)
    .leftJoin(agreements, eq(agreements.id, changes.agreementId))
    .leftJoin(versions, and(eq(versions.agreementId, agreements.id), knownAt(versions, clocks)))
    .where(
      and(
        lte(changes.recordedAt, clocks.known),
        typeof since === "string" ? gt(changes.recordedAt, since) : undefined,
        typeof since === "number" ? gt(changes.sequence, since) : undefined,
        agreement === null ? undefined : eq(agreements.slug, agreement),
        before === null ? undefined : lt(changes.sequence, before),
      ),
    )
    .orderBy(desc(changes.sequence))
    .limit(limit + 1);
  const page = found.slice(0, limit);
  return {
    rows: page.map(
      ({ change: { agreementId: _agreementId, ...change }, slug, title }): Change => ({
        ...change,
        agreement: slug,
        title,
      }),
    ),
    end: found.length > limit ? (page.at(-1)?.change.sequence ?? null) : null,
  };
}

/** Whether there was an agreement at this address, as known then. */
export async function knowsAgreement(db: Database, slug: string, clocks: Clocks): Promise<boolean> {
  const { agreements, versions } = db.tables;
  const found = await db.read
    .select({ id: agreements.id })
    .from(agreements)
    .innerJoin(versions, and(eq(versions.agreementId, agreements.id), knownAt(versions, clocks)))
    .where(eq(agreements.slug, slug));
  return found.length > 0;
}

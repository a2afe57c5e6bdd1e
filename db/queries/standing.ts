/**
 * The conditions of both clocks that all queries share. Lists, facets and counts ask the same of columns in memory
 * (`db/columns`).
 */
import { and, gt, lte } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";

/** Columns of what is known over a span of instants, or held over a span of days. */
interface KnownSpan {
  knownFrom: Parameters<typeof lte>[0];
  knownTo: Parameters<typeof gt>[0];
}
interface ValidSpan {
  validFrom: Parameters<typeof lte>[0];
  validTo: Parameters<typeof gt>[0];
}
interface RecordedSpan {
  recordedAt: Parameters<typeof lte>[0];
  supersededAt: Parameters<typeof gt>[0];
}

/** Known at the instant. */
export const knownAt = (table: KnownSpan, { known }: Pick<Clocks, "known">) =>
  and(lte(table.knownFrom, known), gt(table.knownTo, known));
/** Recorded by the instant and not yet superseded. */
export const recordedBy = (table: RecordedSpan, { known }: Pick<Clocks, "known">) =>
  and(lte(table.recordedAt, known), gt(table.supersededAt, known));
/** Held on the day, as known at the instant. */
export const heldOn = (table: KnownSpan & ValidSpan, clocks: Clocks) =>
  and(lte(table.validFrom, clocks.on), gt(table.validTo, clocks.on), knownAt(table, clocks));

/**
 * Every agreement as it stood: the joins and conditions that all lists share. This is the one visibility predicate
 * of both clocks; pages, JSON, CSV, feeds and images read through it.
 */
import { aliasedTable, and, eq, gt, lte } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { Reading } from "../database.ts";

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

/** The tables of a list, under the names that conditions and sort keys use. */
export function standingTables({ tables }: Reading) {
  return {
    agreements: tables.agreements,
    versions: tables.versions,
    /** The stage on the day. */
    current: aliasedTable(tables.stagePeriods, "current_stage"),
    /** The signature, once it lies at or before the day. */
    signing: aliasedTable(tables.stagePeriods, "signing"),
  };
}
export type StandingTables = ReturnType<typeof standingTables>;

/** How the tables of {@link standingTables} hang together at both clocks. */
export function standingJoins({ agreements, versions, current, signing }: StandingTables, clocks: Clocks) {
  return {
    versions: and(eq(versions.agreementId, agreements.id), knownAt(versions, clocks)),
    current: and(eq(current.agreementId, agreements.id), heldOn(current, clocks)),
    signing: and(
      eq(signing.agreementId, agreements.id),
      eq(signing.stage, "signed"),
      lte(signing.validFrom, clocks.on),
      knownAt(signing, clocks),
    ),
  };
}

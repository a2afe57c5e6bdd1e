/** What a history shows beside its changes: which of them moved the stage, and every revision there was. */
import { and, desc, eq, gt, inArray, isNotNull, lte } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { Revision, StageMove } from "#domain/history.ts";
import type { Change } from "#domain/wire.ts";
import type { Reading } from "../database.ts";

/** The stage on the day as known just before and just after each change, by its sequence number, where the two differ. */
export async function stageMoves(
  { read, tables }: Reading,
  changes: readonly Change[],
  { on }: Pick<Clocks, "on">,
): Promise<Map<number, StageMove>> {
  const { agreements, stagePeriods } = tables;
  const slugs = [...new Set(changes.flatMap(({ agreement }) => agreement ?? []))];
  const periods =
    slugs.length === 0
      ? []
      : await read
          .select({
            slug: agreements.slug,
            stage: stagePeriods.stage,
            from: stagePeriods.knownFrom,
            to: stagePeriods.knownTo,
          })
          .from(stagePeriods)
          .innerJoin(agreements, eq(agreements.id, stagePeriods.agreementId))
          .where(
            and(
              inArray(agreements.slug, slugs),
              lte(stagePeriods.validFrom, on),
              gt(stagePeriods.validTo, on),
            ),
          );
  const moves = changes.map(({ sequence, agreement, recordedAt }): [number, StageMove] => {
    const own = periods.filter(({ slug }) => slug === agreement);
    const before = own.find(({ from, to }) => from < recordedAt && to >= recordedAt);
    const after = own.find(({ from, to }) => from <= recordedAt && to > recordedAt);
    return [sequence, { from: before?.stage ?? "unknown", to: after?.stage ?? "unknown" }];
  });
  return new Map(moves.filter(([, { from, to }]) => from !== to));
}

/** More than these make no list to choose from. */
const mostRevisions = 500;

/** The revisions of an agreement as known then, newest first. */
export async function revisionsOf(
  { read, tables: { changes, agreements } }: Reading,
  slug: string,
  { known }: Pick<Clocks, "known">,
): Promise<Revision[]> {
  const found = await read
    .select({
      sequence: changes.sequence,
      revision: changes.revision,
      recordedAt: changes.recordedAt,
      verb: changes.verb,
    })
    .from(changes)
    .innerJoin(agreements, eq(agreements.id, changes.agreementId))
    .where(and(eq(agreements.slug, slug), isNotNull(changes.revision), lte(changes.recordedAt, known)))
    .orderBy(desc(changes.revision))
    .limit(mostRevisions);
  return found.map((row) => ({ ...row, revision: row.revision ?? 0 }));
}

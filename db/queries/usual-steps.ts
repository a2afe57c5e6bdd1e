/** What usually comes next in this record: how many agreements left a stage by which act. */
import { aliasedTable, and, count, eq, isNull, sql } from "drizzle-orm";
import type { ActKind } from "#domain/act.ts";
import type { Clocks } from "#domain/clocks.ts";
import { type StageCode, transitionById } from "#domain/stage.ts";
import type { Database } from "../database.ts";
import { knownAt } from "./standing.ts";

/** Counts by kind of act, for agreements that stood at `from`; `unknown` asks for the first act. */
export async function usualNext(
  db: Database,
  from: StageCode,
  clocks: Clocks,
): Promise<Partial<Record<ActKind, number>>> {
  const { stagePeriods: table } = db.tables;
  const before = aliasedTable(table, "before");
  const steps = await db.read
    .select({ transition: table.transition, n: count() })
    .from(table)
    .leftJoin(
      before,
      and(
        eq(before.agreementId, table.agreementId),
        eq(before.step, sql`${table.step} - 1`),
        knownAt(before, clocks),
      ),
    )
    .where(and(knownAt(table, clocks), from === "unknown" ? isNull(before.stage) : eq(before.stage, from)))
    .groupBy(table.transition);
  const counts: Partial<Record<ActKind, number>> = {};
  for (const { transition, n } of steps) {
    const { act } = transitionById(transition);
    counts[act] = (counts[act] ?? 0) + n;
  }
  return counts;
}

/** What usually comes next in this record: how many agreements left a stage by which act. */
import type { ActKind } from "#domain/act.ts";
import type { Clocks } from "#domain/clocks.ts";
import { type StageCode, stageCodes, transitionById } from "#domain/stage.ts";
import { knownRow, none } from "../columns/columns.ts";
import { standingAt } from "../columns/held.ts";
import type { Database } from "../database.ts";

/** Counts by kind of act, for agreements that stood at `from`; `unknown` asks for the first act. */
export async function usualNext(
  db: Database,
  from: StageCode,
  clocks: Clocks,
): Promise<Partial<Record<ActKind, number>>> {
  const { columns, slice } = await standingAt(db, clocks);
  const { periods, transitions } = columns;
  const left = stageCodes.indexOf(from);
  const steps = new Map<number, number>();
  for (let place = 0; place < slice.size; place++) {
    // Rows of one path lie in the order in which they were written, which is not that of its steps.
    const path: number[] = [];
    for (let row = periods.first.values[place] ?? 0; row < (periods.end.values[place] ?? 0); row++)
      if (knownRow(periods, row, slice.known)) path[periods.step.values[row] ?? 0] = row;
    path.forEach((row, step) => {
      const before = path[step - 1];
      const stood = before === undefined ? none : (periods.stage.values[before] ?? none);
      if (stood !== (from === "unknown" ? none : left)) return;
      const transition = periods.transition.values[row] ?? none;
      steps.set(transition, (steps.get(transition) ?? 0) + 1);
    });
  }
  const counts: Partial<Record<ActKind, number>> = {};
  for (const [transition, n] of steps) {
    const { act } = transitionById(transitions.list[transition] ?? "");
    counts[act] = (counts[act] ?? 0) + n;
  }
  return counts;
}

/** Agreements gathered by the countries that are a side of them, for a timeline of too many lines. */
import type { Clocks } from "#domain/clocks.ts";
import { type Drawing, stageCodes, stages } from "#domain/stage.ts";
import type { Filters } from "#domain/view.ts";
import { none } from "../columns/columns.ts";
import { matchAt } from "../columns/held.ts";
import { endOf, startOf } from "../columns/numbers.ts";
import type { Database } from "../database.ts";

export interface PartyGroup {
  code: string;
  name: string;
  total: number;
  /** How many stand at each kind of stage on the day; those that have none yet are in the total alone. */
  byDrawing: Partial<Record<Drawing, number>>;
}

/** The groups of the agreements that meet the filters, the largest first; countries that the filters ask for are none. */
export async function partyGroups(db: Database, filters: Filters, clocks: Clocks): Promise<PartyGroup[]> {
  const { columns, slice, match } = await matchAt(db, filters, clocks);
  const { versions, countries, countryNames } = columns;
  const { sides } = versions;
  const kinds = stageCodes.length;
  const counts = new Uint32Array(countries.list.length * kinds);
  for (const place of match.agreements) {
    const stage = slice.stage[place] ?? 0;
    const version = slice.version[place] ?? none;
    for (let at = startOf(sides, version), end = endOf(sides, version); at < end; at++) {
      const cell = ((sides.all.values[at] ?? 0) >> 1) * kinds + stage;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  const asked = new Set([...filters.party, ...(filters.between ?? [])]);
  return countries.list
    .map((code, position): PartyGroup => {
      const byDrawing: PartyGroup["byDrawing"] = {};
      let total = 0;
      for (const [stage, count] of counts.subarray(position * kinds, (position + 1) * kinds).entries()) {
        const word = stageCodes[stage] ?? "unknown";
        total += count;
        if (count === 0 || word === "unknown") continue;
        const { drawing } = stages[word];
        byDrawing[drawing] = (byDrawing[drawing] ?? 0) + count;
      }
      return { code, name: countryNames[position] ?? code, total, byDrawing };
    })
    .filter(({ code, total }) => total > 0 && !asked.has(code))
    .sort((a, b) => b.total - a.total || (a.code < b.code ? -1 : 1));
}

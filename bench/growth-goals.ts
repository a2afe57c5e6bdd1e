/** The targets for queries inside the process. */
import type { Goal } from "./goals.ts";
import type { Grown } from "./growth.ts";
import { queryNames } from "./queries.ts";

/** A query may take this long however small it was before, in milliseconds. */
const bearable = 5;

/** How far a query is from growing too much: 1 is the bound. */
export const growthOf = ({ small, large }: Grown): number | null =>
  small === null || large === null ? null : large / Math.max(2 * small, bearable);

export function goalsOfGrowth(grown: readonly Grown[]): Goal[] {
  const of = (name: string) => grown.find((one) => one.name === name)?.large ?? null;
  const within = (words: string, bound: number, measured: number | null): Goal => ({
    words,
    bound,
    is: "at most",
    unit: "ms",
    measured,
  });
  const [first, any] = [of(queryNames.firstPage), of(queryNames.anyPage)];
  const worst = grown.reduce<number | null>((most, one) => {
    const growth = growthOf(one);
    return growth === null || (most !== null && most >= growth) ? most : growth;
  }, null);
  return [
    within("Stage counts as of a day, with all facets", 5, of(queryNames.stagesAsOf)),
    within("Facets under new filters", 5, of(queryNames.facets)),
    within(
      "Any page of a list beyond its first one",
      1,
      first === null || any === null ? null : Math.max(0, any - first),
    ),
    within("Full text for a common word, with the list", 20, of(queryNames.commonWord)),
    {
      words: "The query that grows most, of twice its time at 1k or 5 ms",
      bound: 1,
      is: "at most",
      unit: "× that",
      measured: worst,
    },
  ];
}

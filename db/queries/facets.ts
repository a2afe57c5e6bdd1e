/** Facets: how many agreements each value of a word would show, under all the other words of the view. */
import { profileRules, profiles } from "#domain/act.ts";
import type { Clocks } from "#domain/clocks.ts";
import { stageCodes, stages } from "#domain/stage.ts";
import { flagCodes, flagRules } from "#domain/standing.ts";
import { typeLabel } from "#domain/type-label.ts";
import type { Filters } from "#domain/view.ts";
import type { Facets } from "#domain/wire.ts";
import { facetValues } from "../columns/facet-field.ts";
import { matchAt } from "../columns/held.ts";
import { facetCounts } from "../columns/match.ts";
import type { Database } from "../database.ts";
import { readNames } from "./vocabulary.ts";

type Facet = Facets["stage"];

/** In the order of a closed vocabulary. */
const inOrder = (facet: Facet, order: readonly string[]) =>
  [...facet].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));

/** What the values of closed vocabularies are called. */
const labels: Record<string, string> = {
  ...Object.fromEntries(stageCodes.map((code) => [code, stages[code].label])),
  ...Object.fromEntries(profiles.map((code) => [code, profileRules[code].label])),
  ...Object.fromEntries(flagCodes.map((code) => [code, flagRules[code].label])),
};

/** All facets of a view. */
export async function facetsOf(db: Database, filters: Filters, clocks: Clocks): Promise<Facets> {
  const [{ columns, slice, match }, { countries, frameworks }] = await Promise.all([
    matchAt(db, filters, clocks),
    readNames(db),
  ]);
  const counts = facetCounts(columns, slice, match);
  /** The values that some agreement has, the most frequent first, then by label. */
  const facet = (word: keyof Facets, label: (value: string) => string): Facet => {
    const found: Facet = [];
    for (const [position, value] of facetValues(columns, word).entries()) {
      const count = counts[word][position] ?? 0;
      if (count > 0) found.push({ value, label: label(value), count });
    }
    return found.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  };
  const closed = (value: string) => labels[value] ?? value;
  return {
    stage: inOrder(facet("stage", closed), stageCodes),
    type: facet("type", typeLabel),
    framework: facet("framework", (slug) => frameworks.get(slug) ?? slug),
    profile: inOrder(facet("profile", closed), profiles),
    tag: facet("tag", typeLabel),
    party: facet("party", (code) => countries.get(code) ?? code),
    flag: inOrder(facet("flag", closed), flagCodes),
  };
}

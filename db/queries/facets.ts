/** Facets: how many agreements each value of a word would show, under all the other words of the view. */
import { profileRules, profiles } from "#domain/act.ts";
import type { Clocks } from "#domain/clocks.ts";
import { stageCodes, stages } from "#domain/stage.ts";
import { flagCodes, flagRules } from "#domain/standing.ts";
import { typeLabel } from "#domain/type-label.ts";
import type { Filters } from "#domain/view.ts";
import type { Facets } from "#domain/wire.ts";
import { matchAt } from "../columns/held.ts";
import { facetValues } from "../columns/match.ts";
import type { Database } from "../database.ts";

type Facet = Facets["stage"];

/** In the order of a closed vocabulary. */
const inOrder = (facet: Facet, order: readonly string[]) =>
  [...facet].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));

/** All facets of a view. */
export async function facetsOf(db: Database, filters: Filters, clocks: Clocks): Promise<Facets> {
  const { countries, frameworks } = db.tables;
  const [{ columns, match }, names, titles] = await Promise.all([
    matchAt(db, filters, clocks),
    db.read.select({ code: countries.code, name: countries.name }).from(countries),
    db.read.select({ slug: frameworks.slug, title: frameworks.shortTitle }).from(frameworks),
  ]);
  /** The values that some agreement has, the most frequent first, then by label. */
  const facet = (word: keyof Facets, label: (value: string) => string): Facet =>
    facetValues(columns, word)
      .flatMap((value, position) => {
        const count = match.counts[word][position] ?? 0;
        return count === 0 ? [] : [{ value, label: label(value), count }];
      })
      .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  const nameOf = new Map(names.map(({ code, name }) => [code, name]));
  const titleOf = new Map(titles.map(({ slug, title }) => [slug, title]));
  const labels: Record<string, string> = {
    ...Object.fromEntries(stageCodes.map((code) => [code, stages[code].label])),
    ...Object.fromEntries(profiles.map((code) => [code, profileRules[code].label])),
    ...Object.fromEntries(flagCodes.map((code) => [code, flagRules[code].label])),
  };
  const closed = (value: string) => labels[value] ?? value;
  return {
    stage: inOrder(facet("stage", closed), stageCodes),
    type: facet("type", typeLabel),
    framework: facet("framework", (slug) => titleOf.get(slug) ?? slug),
    profile: inOrder(facet("profile", closed), profiles),
    tag: facet("tag", typeLabel),
    party: facet("party", (code) => nameOf.get(code) ?? code),
    flag: inOrder(facet("flag", closed), flagCodes),
  };
}

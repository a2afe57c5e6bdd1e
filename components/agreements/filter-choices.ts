/** What the filter bar offers, as plain values: they cross to the browser once. */
import { type CountingRule, defaultRule } from "#domain/counting.ts";
import { apiPaths, paths } from "#domain/paths.ts";
import { carried, defaultSort, type SortWord, type View, viewPairs, withView } from "#domain/view.ts";
import type { Facets } from "#domain/wire.ts";
import { columns, defaultColumns, sortAddress, sortInWords, sortLabels } from "./columns.ts";

/** Words that have a field of their own in the form; every other word of the address rides along unseen. */
const fields: readonly string[] = [
  "q",
  "party",
  "stage",
  "type",
  "framework",
  "profile",
  "tag",
  "flag",
  "signedFrom",
  "signedTo",
  "rule",
  "sort",
  "columns",
  "cursor",
];

type FacetWord = keyof Facets;
type Option = [value: string, label: string, count: number];

export interface FilterChoices {
  action: string;
  address: string;
  hidden: [word: string, value: string][];
  q: string;
  facets: Record<FacetWord, Option[]>;
  chosen: Record<FacetWord, readonly string[]>;
  /** Where all countries are, when the facet lists only some: for programs, and as a page. Null when it lists all. */
  allCountries: { count: number; api: string; href: string } | null;
  signedFrom: string;
  signedTo: string;
  rules: { value: string; label: string; note: string }[];
  rule: string;
  sorts: { value: string; label: string }[];
  sort: string;
  columns: { value: string; label: string }[];
  shown: readonly string[];
  api: string;
  agreement: [before: string, after: string];
}

/** A record of many countries lists the most frequent; a menu of hundreds is slow to send and slow to read. */
const mostCountries = 40;

function fewCountries(all: readonly Option[], chosen: readonly string[]): Option[] {
  if (all.length <= mostCountries + 10) return [...all];
  return all.filter(([code], index) => index < mostCountries || chosen.includes(code));
}

/** Every value of a facet, and those chosen that no row would have: they can be taken back too. */
function optionsOf(facet: Facets["stage"], chosen: readonly string[]): Option[] {
  const missing = chosen.filter((value) => facet.every((option) => option.value !== value));
  return [
    ...facet.map(({ value, label, count }): Option => [value, label, count]),
    ...missing.map((value): Option => [value, value, 0]),
  ];
}

const sorts = (Object.keys(sortLabels) as SortWord[]).flatMap((word) =>
  [sortLabels[word].descends, !sortLabels[word].descends].map((descending) => {
    const sort = { word, descending };
    const isDefault = sortAddress(sort) === sortAddress(defaultSort);
    return { value: isDefault ? "" : sortAddress(sort), label: sortInWords(sort) };
  }),
);

export function filterChoices(view: View, facets: Facets, rules: readonly CountingRule[]): FilterChoices {
  const [before = "", after = ""] = paths.agreement("-slug-", view).split("-slug-");
  const words = ["stage", "party", "type", "framework", "profile", "tag", "flag"] as const;
  const each = <T>(value: (word: FacetWord) => T) =>
    Object.fromEntries(words.map((word) => [word, value(word)])) as Record<FacetWord, T>;
  const options = each((word) => optionsOf(facets[word], view[word]));
  const listed = fewCountries(options.party, view.party);
  return {
    action: paths.agreements(),
    address: paths.agreements(view),
    hidden: viewPairs(view).filter(([word]) => !fields.includes(word)),
    q: view.q ?? "",
    facets: { ...options, party: listed },
    allCountries:
      listed.length === options.party.length
        ? null
        : {
            count: options.party.length,
            api: apiPaths.agreements({ ...withView(view, { limit: 1 }), columns: null, ghosts: true }),
            href: paths.countries(view),
          },
    chosen: each((word) => view[word]),
    signedFrom: view.signedFrom ?? "",
    signedTo: view.signedTo ?? "",
    rules: rules.map(({ id, label, definition }) => ({
      value: id === defaultRule ? "" : id,
      label,
      note: definition,
    })),
    rule: view.rule ?? "",
    sorts,
    sort: view.sort ? sortAddress(view.sort) : "",
    columns: columns.flatMap(({ word, label }) =>
      word === "party" || word === "stage" || word === "flags" ? [] : { value: word, label },
    ),
    shown: view.columns ?? defaultColumns,
    api: apiPaths.agreements({ ...carried(view), rule: null, limit: 8 }),
    agreement: [before, after],
  };
}

/** What the filter bar offers, as plain values: they cross to the browser once. */
import { type CountingRule, defaultRule } from "#domain/counting.ts";
import { apiPaths, paths } from "#domain/paths.ts";
import { carried, defaultSort, type SortWord, type View, viewPairs } from "#domain/view.ts";
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
  return {
    action: paths.agreements(),
    address: paths.agreements(view),
    hidden: viewPairs(view).filter(([word]) => !fields.includes(word)),
    q: view.q ?? "",
    facets: each((word) => optionsOf(facets[word], view[word])),
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

/** The columns of the status table in their order, what they are called, and how each is sorted. */
import { type ColumnWord, defaultSort, type Sort, type SortWord, type View, withView } from "#domain/view.ts";

interface Column {
  word: ColumnWord | "party" | "stage" | "flags";
  label: string;
  /** The word that sorts by it, and whether the first press descends. */
  sort?: SortWord;
  descends?: boolean;
  numeric?: boolean;
}

/** The party, the stage and the flags always stay; the flags only where there are some. */
export const columns: readonly Column[] = [
  { word: "party", label: "Partner", sort: "party" },
  { word: "stage", label: "Stage", sort: "stage" },
  { word: "path", label: "Path" },
  { word: "talks", label: "Talks began", numeric: true },
  { word: "signed", label: "Signed", sort: "signed", descends: true, numeric: true },
  { word: "place", label: "Place" },
  { word: "duration", label: "Talks to signing", sort: "duration", descends: true, numeric: true },
  { word: "changed", label: "Stage since", numeric: true },
  { word: "next", label: "Expected next" },
  { word: "checked", label: "Last checked", sort: "checked", descends: true, numeric: true },
  { word: "flags", label: "Flags" },
  { word: "sources", label: "Sources", numeric: true },
];

/** What is shown until a reader chooses: as much as fits a screen. */
export const defaultColumns: readonly ColumnWord[] = [
  "path",
  "talks",
  "signed",
  "place",
  "duration",
  "next",
  "changed",
  "sources",
];

/** Every way to sort, in words, first press first. */
export const sortLabels: Record<SortWord, { label: string; descends: boolean; words: [string, string] }> = {
  signed: { label: "Signed", descends: true, words: ["latest first", "earliest first"] },
  party: { label: "Partner", descends: false, words: ["A to Z", "Z to A"] },
  title: { label: "Title", descends: false, words: ["A to Z", "Z to A"] },
  stage: { label: "Stage", descends: false, words: ["first stages first", "last stages first"] },
  duration: { label: "Talks to signing", descends: true, words: ["longest first", "shortest first"] },
  checked: { label: "Last checked", descends: true, words: ["latest first", "earliest first"] },
  changed: { label: "Change of the record", descends: true, words: ["latest first", "earliest first"] },
};

export const sortInWords = ({ word, descending }: Sort): string => {
  const { label, descends, words } = sortLabels[word];
  return `${label}, ${words[descending === descends ? 0 : 1]}`;
};

export const sortAddress = ({ word, descending }: Sort): string => `${descending ? "-" : ""}${word}`;

const same = (a: Sort, b: Sort) => a.word === b.word && a.descending === b.descending;

/** The view after one more press on a column: its first way, then the other, then the default again. */
export function pressed(view: View, word: SortWord): View {
  const current = view.sort ?? defaultSort;
  const first: Sort = { word, descending: sortLabels[word].descends };
  const other: Sort = { word, descending: !first.descending };
  const next = same(current, first) ? other : same(current, other) ? defaultSort : first;
  return withView(view, { sort: same(next, defaultSort) ? null : next });
}

/** The columns of a view in the table's order. */
export function chosenColumns(view: View, flagged: boolean): Column[] {
  const chosen: readonly string[] = view.columns ?? defaultColumns;
  return columns.filter(
    ({ word }) =>
      word === "party" || word === "stage" || (word === "flags" ? flagged : chosen.includes(word)),
  );
}

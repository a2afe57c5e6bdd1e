/**
 * The state of a view and its query string: one codec for pages, exports, feeds and the API (contract.md, section 1).
 * What cannot be read becomes a problem and the default; an API answers problems with 400, a page shows them.
 */
import { type Profile, profiles } from "./act.ts";
import { type Clocks, type Instant, readInstant } from "./clocks.ts";
import { defaultRule } from "./counting.ts";
import { isCursor } from "./cursor.ts";
import { addDays, type Day, isDay } from "./day.ts";
import { type StageCode, stageCodes } from "./stage.ts";
import { type Flag, flagCodes } from "./standing.ts";
import { suggestCountry } from "./suggestion.ts";

export const sortWords = ["signed", "stage", "changed", "checked", "title", "party", "duration"] as const;
export type SortWord = (typeof sortWords)[number];
export interface Sort {
  word: SortWord;
  descending: boolean;
}

/** Columns of the status table that a reader may leave out; the party and the stage always stay. */
export const columnWords = [
  "path",
  "talks",
  "signed",
  "place",
  "duration",
  "next",
  "changed",
  "checked",
  "sources",
] as const;
export type ColumnWord = (typeof columnWords)[number];

/** The state of a view; null and empty lists are what is not in the address. */
export interface View {
  q: string | null;
  party: readonly string[];
  between: readonly [string, string] | null;
  stage: readonly StageCode[];
  type: readonly string[];
  framework: readonly string[];
  profile: readonly Profile[];
  tag: readonly string[];
  signedFrom: Day | null;
  signedTo: Day | null;
  flag: readonly Flag[];
  on: Day | null;
  known: Instant | null;
  rule: string | null;
  sort: Sort | null;
  limit: number | null;
  cursor: string | null;
  columns: readonly ColumnWord[] | null;
  /** What came after the day, drawn faintly. */
  ghosts: boolean;
}

/** No filter at all. */
export const noFilters = {
  q: null,
  party: [],
  between: null,
  stage: [],
  type: [],
  framework: [],
  profile: [],
  tag: [],
  signedFrom: null,
  signedTo: null,
  flag: [],
} as const satisfies Partial<View>;

export const defaultView: View = {
  ...noFilters,
  on: null,
  known: null,
  rule: null,
  sort: null,
  limit: null,
  cursor: null,
  columns: null,
  ghosts: true,
};

export const defaultSort: Sort = { word: "signed", descending: true };
export const defaultLimit = 50;
export const maxLimit = 200;
/** `limit` of a file of the list that shall hold every row; a page, and a page of the API, has a number of them. */
export const everyRow = "all";
export const maxQueryLength = 200;
const maxParties = 50;

/** What the words of a view may name, as the record has it. */
export interface Vocabulary {
  countries: ReadonlyMap<string, string>;
  /** Other names of countries, to their codes. */
  aliases: ReadonlyMap<string, string>;
  types: ReadonlySet<string>;
  frameworks: ReadonlySet<string>;
  tags: ReadonlySet<string>;
  rules: ReadonlySet<string>;
}

/** Something in the address that could not be taken as it stands. */
export interface ViewProblem {
  word: string;
  value: string;
  message: string;
  allowed: string;
}

/** Query words as they come: from a URL, or from Next's `searchParams`. */
export type QueryWords = URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface ReadView {
  view: View;
  problems: readonly ViewProblem[];
}

function valuesByWord(words: QueryWords): Map<string, string[]> {
  const entries: [string, string][] =
    words instanceof URLSearchParams
      ? [...words.entries()]
      : Object.entries(words).flatMap(([word, value]) =>
          value === undefined ? [] : [value].flat().map((one): [string, string] => [word, String(one)]),
        );
  const found = new Map<string, string[]>();
  for (const [word, value] of entries) {
    // Half a surrogate pair cannot stand in an address, nor in JSON.
    const clean = value.toWellFormed().trim();
    // A form sends the fields that a reader left empty; they ask for nothing.
    const values = found.get(word) ?? [];
    if (clean !== "") values.push(clean);
    found.set(word, values);
  }
  return found;
}

interface Reading {
  values: string[];
  vocabulary: Vocabulary;
  today: Day;
  now: Instant;
  problem: (value: string, message: string, allowed: string) => void;
}

const single = ({ values, problem }: Reading): string | undefined => {
  const [first, second] = values;
  if (second !== undefined) problem(second, `This word is given once; “${second}” is ignored.`, "one value");
  return first;
};

function readQ(reading: Reading): string | null {
  const raw = single(reading);
  if (raw === undefined) return null;
  const clean = raw
    .replace(/[\p{Cc}\ufffd]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (clean !== raw.replace(/\s+/g, " "))
    reading.problem(raw, "Characters that cannot be searched were left out.", "printable text");
  const points = [...clean];
  if (points.length > maxQueryLength) {
    reading.problem(
      raw,
      `The search was cut at ${maxQueryLength} characters.`,
      `at most ${maxQueryLength} characters`,
    );
    return points.slice(0, maxQueryLength).join("").trim() || null;
  }
  return clean || null;
}

const codes = ({ countries }: Vocabulary) =>
  `a country code such as ${[...countries.keys()].slice(0, 3).join(", ")} (see /countries)`;

function readCountry(value: string, { vocabulary, problem }: Reading): string | null {
  const code = value.toUpperCase();
  if (vocabulary.countries.has(code)) return code;
  const near = suggestCountry(value, vocabulary).map(
    (found) => `${found} (${vocabulary.countries.get(found)})`,
  );
  const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  problem(value, `There is no country “${value}”.${hint}`, codes(vocabulary));
  return null;
}

function readParties(reading: Reading): string[] {
  const values = [...new Map(reading.values.map((value) => [value.toUpperCase(), value])).values()];
  if (values.length > maxParties) {
    reading.problem(
      String(values.length),
      `Only the first ${maxParties} countries are used.`,
      `at most ${maxParties}`,
    );
  }
  // Looking for what was meant takes its time, so what is not used is not looked at.
  return values
    .slice(0, maxParties)
    .flatMap((value) => readCountry(value, reading) ?? [])
    .sort();
}

function readBetween(reading: Reading): [string, string] | null {
  const value = single(reading);
  if (value === undefined) return null;
  const parts = value.split(",").map((part) => part.trim());
  const [a, b] = parts;
  if (parts.length !== 2 || !a || !b || a.toUpperCase() === b.toUpperCase()) {
    reading.problem(
      value,
      `“${value}” is not two different countries.`,
      "two codes with a comma, such as UA,LU",
    );
    return null;
  }
  const [first, second] = [readCountry(a, reading), readCountry(b, reading)];
  if (first === null || second === null) return null;
  return first < second ? [first, second] : [second, first];
}

/** Values of a closed list, in the list's order. */
function readList<T extends string>(reading: Reading, name: string, allowed: Iterable<T>): T[] {
  const order = [...allowed];
  for (const value of new Set(reading.values)) {
    if (!order.includes(value as T))
      reading.problem(value, `Unknown ${name} “${value}” ignored.`, order.join(", "));
  }
  return order.filter((value) => reading.values.includes(value));
}

function readDay(reading: Reading, instead = ""): Day | null {
  const value = single(reading);
  if (value === undefined || isDay(value)) return value ?? null;
  reading.problem(value, `We could not read “${value}” as a date.${instead}`, "a calendar day, YYYY-MM-DD");
  return null;
}

function readOn(reading: Reading): Day | null {
  const instead = ` Showing today, ${reading.today}.`;
  const day = readDay(reading, instead);
  // A day ahead is let through: it is already tomorrow east of Greenwich.
  if (day !== null && day > addDays(reading.today, 1)) {
    reading.problem(day, `${day} lies in the future.${instead}`, `a day up to ${reading.today}`);
    return null;
  }
  return day !== null && day >= reading.today ? null : day;
}

function readKnown(reading: Reading): Instant | null {
  const value = single(reading);
  if (value === undefined) return null;
  const instant = readInstant(value);
  if (instant === null) {
    reading.problem(
      value,
      `We could not read “${value}” as an instant.`,
      "an instant in UTC such as 2026-11-23T12:00:00Z",
    );
    return null;
  }
  if (instant <= reading.now) return instant;
  // Today as a day means "by its end", which is now.
  if (instant.slice(0, 10) > reading.now.slice(0, 10)) {
    reading.problem(
      value,
      `${value} lies in the future. Showing what is known now.`,
      `an instant up to ${reading.now}`,
    );
  }
  return null;
}

function readSort(reading: Reading): Sort | null {
  const value = single(reading);
  if (value === undefined) return null;
  const word = sortWords.find((candidate) => candidate === value.replace(/^-/, ""));
  if (!word) {
    reading.problem(
      value,
      `We cannot sort by “${value}”.`,
      `${sortWords.join(", ")}, with - in front to descend`,
    );
    return null;
  }
  const sort = { word, descending: value.startsWith("-") };
  return isDefaultSort(sort) ? null : sort;
}

function readLimit(reading: Reading): number | null {
  const value = single(reading);
  if (value === undefined) return null;
  const limit = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (limit < 1 || limit > maxLimit) {
    const allowed = `a whole number from 1 to ${maxLimit}; “${everyRow}” for a list as .csv, .xlsx or .json`;
    reading.problem(value, `“${value}” is no number of rows.`, allowed);
    return null;
  }
  return limit === defaultLimit ? null : limit;
}

/** True where a file of the list shall hold every row. */
export const asksForAll = (query: URLSearchParams): boolean => query.getAll("limit").join() === everyRow;

/** The same question without its number of rows. */
export const withoutLimit = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...query].filter(([word]) => word !== "limit"));

/** Whether it belongs to this very list is for the list to say. */
function readPlaceInList(reading: Reading): string | null {
  const value = single(reading);
  if (value === undefined || isCursor(value)) return value ?? null;
  const message = `“${value}” is no place in a list. Showing its beginning.`;
  reading.problem(value, message, "the cursor of the link to the next page (page.next of the API)");
  return null;
}

function readColumns(reading: Reading): ColumnWord[] | null {
  const values = reading.values.flatMap((value) => value.split(","));
  if (values.length === 0) return null;
  const chosen = readList({ ...reading, values }, "column", columnWords);
  return chosen.length > 0 ? chosen : null;
}

function readGhosts(reading: Reading): boolean {
  const value = single(reading);
  if (value !== undefined && value !== "on" && value !== "off")
    reading.problem(value, `“${value}” is not on or off.`, "on, off");
  return value !== "off";
}

/** How each word is read. The order is that of the canonical address. */
const readers: { [Word in keyof View]: (reading: Reading) => View[Word] } = {
  q: readQ,
  party: readParties,
  between: readBetween,
  stage: (reading) => readList(reading, "stage", stageCodes),
  type: (reading) => readList(reading, "type", [...reading.vocabulary.types].sort()),
  framework: (reading) => readList(reading, "framework", [...reading.vocabulary.frameworks].sort()),
  profile: (reading) => readList(reading, "profile", profiles),
  tag: (reading) => readList(reading, "tag", [...reading.vocabulary.tags].sort()),
  signedFrom: (reading) => readDay(reading),
  signedTo: (reading) => readDay(reading),
  flag: (reading) => readList(reading, "flag", flagCodes),
  on: readOn,
  known: readKnown,
  rule: (reading) => {
    const value = single(reading);
    if (value === undefined || reading.vocabulary.rules.has(value))
      return value === undefined || value === defaultRule ? null : value;
    reading.problem(value, `There is no counting rule “${value}”.`, [...reading.vocabulary.rules].join(", "));
    return null;
  },
  sort: readSort,
  limit: readLimit,
  cursor: readPlaceInList,
  columns: readColumns,
  ghosts: readGhosts,
};

/** Every word that an address may hold, in canonical order. */
export const viewWords = Object.keys(readers) as (keyof View)[];

const isViewWord = (word: string): word is keyof View => Object.hasOwn(readers, word);

function readWord<Word extends keyof View>(word: Word, reading: Reading): Pick<View, Word> {
  return { [word]: readers[word](reading) } as Pick<View, Word>;
}

/** More problems than these help nobody, and what was given is told back, but not at any length. */
const maxProblems = 20;
const maxShown = 100;

/** What was given, as an answer repeats it. */
export const toldBack = (text: string): string =>
  text.length <= maxShown ? text : `${text.slice(0, maxShown).toWellFormed()}…`;

/** Reads a view from query words. Never throws; what cannot be read is a problem and takes its default. */
export function readView(words: QueryWords, vocabulary: Vocabulary, today: Day, now: Instant): ReadView {
  const given = valuesByWord(words);
  const problems: ViewProblem[] = [];
  const report = (word: string, value: string, message: string, allowed: string) => {
    if (problems.length >= maxProblems) return;
    const shown = message.replace(value, () => toldBack(value));
    problems.push({ word: toldBack(word), value: toldBack(value), message: shown, allowed });
  };
  for (const [word, values] of given) {
    if (!isViewWord(word))
      report(word, values.join(","), `Unknown word “${toldBack(word)}” ignored.`, viewWords.join(", "));
  }
  let view: View = defaultView;
  for (const word of viewWords) {
    const values = given.get(word);
    if (!values) continue;
    const problem: Reading["problem"] = (value, message, allowed) => report(word, value, message, allowed);
    view = { ...view, ...readWord(word, { values, vocabulary, today, now, problem }) };
  }
  if (view.signedFrom !== null && view.signedTo !== null && view.signedFrom > view.signedTo) {
    const message = "“From” was after “to”; the two were swapped.";
    report("signedFrom", view.signedFrom, message, "a day at or before signedTo");
    view = { ...view, signedFrom: view.signedTo, signedTo: view.signedFrom };
  }
  return { view, problems };
}

const closedLists: Partial<Record<keyof View, readonly string[]>> = {
  stage: stageCodes,
  profile: profiles,
  flag: flagCodes,
};

/** Closed lists stand in their own order, all others in that of the alphabet. */
function inOrder(word: keyof View, values: readonly string[]): string[] {
  const order = closedLists[word];
  const sorted = [...values].sort();
  return order ? sorted.sort((a, b) => order.indexOf(a) - order.indexOf(b)) : sorted;
}

const isDefaultSort = ({ word, descending }: Sort): boolean =>
  word === defaultSort.word && descending === defaultSort.descending;

/** The values of one word as they stand in the address; none for a default. */
function valuesOf(view: View, word: keyof View): readonly string[] {
  if (word === "ghosts") return view.ghosts ? [] : ["off"];
  if (word === "sort")
    return view.sort && !isDefaultSort(view.sort)
      ? [`${view.sort.descending ? "-" : ""}${view.sort.word}`]
      : [];
  if (word === "limit" && view.limit === defaultLimit) return [];
  if (word === "rule" && view.rule === defaultRule) return [];
  if (word === "between") return view.between ? [view.between.join(",")] : [];
  if (word === "columns") return view.columns ? [view.columns.join(",")] : [];
  const value = view[word];
  if (value === null) return [];
  return typeof value === "object" ? inOrder(word, value) : [String(value)];
}

/** Everything but what a query string needs encoded, so that addresses stay readable. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%20/g, "+");

/** The pairs of the canonical address, in order; a form carries them as hidden fields. */
export const viewPairs = (view: View): [keyof View, string][] =>
  viewWords.flatMap((word) => valuesOf(view, word).map((value): [keyof View, string] => [word, value]));

/** The canonical query string, without `?`; empty for the default view. */
export const writeView = (view: View): string =>
  viewPairs(view)
    .map(([word, value]) => `${word}=${encode(value)}`)
    .join("&");

/** The view with some words changed. The cursor belongs to one list and goes when the list changes. */
export function withView(view: View, change: Partial<View>): View {
  const keepsList = Object.keys(change).every((word) => word === "columns" || word === "cursor");
  return { ...view, ...(keepsList ? {} : { cursor: null }), ...change };
}

type ListWord = "party" | "stage" | "type" | "framework" | "profile" | "tag" | "flag";

/** The view with one value of a facet switched on, or off when it was on. */
export function toggleValue<Word extends ListWord>(view: View, word: Word, value: View[Word][number]): View {
  const values = view[word] as readonly View[Word][number][];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return withView(view, { [word]: inOrder(word, next) });
}

/** Only what rides along from page to page: the clocks and the rule. */
export const carried = ({ on, known, rule }: View): View => ({ ...defaultView, on, known, rule });

/** The view without its filters; clocks, rule, sort and columns stay. */
export const withoutFilters = (view: View): View => withView(view, { ...noFilters });

/** True when the view chooses among the agreements. */
export const isFiltered = (view: View): boolean => writeView({ ...defaultView, ...pickFilters(view) }) !== "";

/** The words of a view that choose rows. */
export type Filters = Pick<View, keyof typeof noFilters>;

/** The filter words of a view. */
export function pickFilters(view: View): Filters {
  const { q, party, between, stage, type, framework, profile, tag, signedFrom, signedTo, flag } = view;
  return { q, party, between, stage, type, framework, profile, tag, signedFrom, signedTo, flag };
}

/** The clocks of a view: what is not given is today and now. */
export const clocksOf = ({ on, known }: View, today: Day, now: Instant): Clocks => ({
  on: on ?? today,
  known: known ?? now,
});

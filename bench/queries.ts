/** The queries of the product as the growth of each is measured: as a request asks them, each time something new. */
import type { Database } from "#db/database.ts";
import { agreementAt } from "#db/queries/agreement.ts";
import { listAgreements } from "#db/queries/agreements.ts";
import { anyChange, listChanges } from "#db/queries/changes.ts";
import { listCountries } from "#db/queries/countries.ts";
import { facetsOf } from "#db/queries/facets.ts";
import { partyGroups } from "#db/queries/party-groups.ts";
import { matchingDocuments } from "#db/queries/search.ts";
import { similarAgreements } from "#db/queries/similar-agreements.ts";
import { listSources } from "#db/queries/sources.ts";
import { summaryOf } from "#db/queries/summary.ts";
import { talksLengths } from "#db/queries/talks-lengths.ts";
import { lanePaths } from "#db/queries/timeline.ts";
import { readVocabulary } from "#db/queries/vocabulary.ts";
import type { Clocks } from "#domain/clocks.ts";
import { generalRules } from "#domain/counting.ts";
import type { Day } from "#domain/day.ts";
import { defaultSort, defaultView, type Filters, noFilters, pickFilters, type View } from "#domain/view.ts";
import type { Row } from "#domain/wire.ts";
import type { Dice } from "./dice.ts";
import { knownThen, newLists, pastDays, searches, shuffled, sidesOf } from "./drawn-views.ts";

/** What questions are drawn from; the lists are long enough for every question to be a new one. */
export interface Drawn {
  /** What is asked now. */
  clocks: Clocks;
  rows: readonly Row[];
  /** Those of them that were signed. */
  signed: readonly Row[];
  codes: readonly string[];
  days: readonly Day[];
  lists: readonly View[];
  texts: readonly View[];
  known: readonly View[];
}

/** For `count` questions of each query. */
export function draw(all: readonly Row[], clocks: Clocks, dice: Dice, count: number): Drawn {
  const rows = shuffled(all, dice);
  return {
    clocks,
    rows,
    signed: rows.filter(({ signedOn }) => signedOn !== null),
    codes: shuffled(sidesOf(rows, "code"), dice),
    days: shuffled(pastDays(clocks.on, 5 * count), dice),
    lists: newLists(clocks.on).slice(0, 5 * count),
    texts: searches(rows, dice),
    known: knownThen(rows, dice, count),
  };
}

export interface Query {
  name: string;
  /** Asks the question of this number, which is asked once. */
  ask: (db: Database, drawn: Drawn, number: number) => Promise<unknown>;
}

/** One of a list; from its beginning again where the record has no more. */
function at<T>(list: readonly T[], number: number): T {
  const found = list[number % list.length];
  if (found === undefined) throw new RangeError("There is nothing to ask for.");
  return found;
}

const [rule] = generalRules;

function counted(db: Database, filters: Filters, clocks: Clocks): Promise<unknown> {
  if (!rule) throw new RangeError("There is no rule to count by.");
  return summaryOf(db, rule, filters, clocks);
}

/** Fifty rows of a view. */
const pageOf = (db: Database, view: Partial<View>, clocks: Clocks, after: Row | null = null) =>
  listAgreements(
    db,
    { filters: pickFilters({ ...defaultView, ...view }), sort: defaultSort, limit: 50, after },
    clocks,
  );

/** A list of nearly everything that stays the same, to be walked through. */
const walked = { signedFrom: "1950-01-01" } as const;

/** Names that a target is set for. */
export const queryNames = {
  firstPage: "first page of one list",
  anyPage: "a page anywhere in the same list",
  facets: "facets under new filters",
  stagesAsOf: "stage counts and all facets as of a new day",
  commonWord: "list for a word of most titles",
} as const;

export const queries: readonly Query[] = [
  { name: queryNames.firstPage, ask: (db, { clocks }) => pageOf(db, walked, clocks) },
  { name: queryNames.anyPage, ask: (db, { clocks, signed }, n) => pageOf(db, walked, clocks, at(signed, n)) },
  { name: "list under new filters", ask: (db, { clocks, lists }, n) => pageOf(db, at(lists, 2 * n), clocks) },
  {
    name: queryNames.facets,
    ask: (db, { clocks, lists }, n) => facetsOf(db, pickFilters(at(lists, 2 * n + 1)), clocks),
  },
  {
    name: queryNames.stagesAsOf,
    ask: (db, { clocks, days }, n) => facetsOf(db, noFilters, { ...clocks, on: at(days, 5 * n) }),
  },
  {
    name: "summary of everything as of a new day",
    ask: (db, { clocks, days }, n) => counted(db, noFilters, { ...clocks, on: at(days, 5 * n + 1) }),
  },
  {
    name: "summary of a country now",
    ask: (db, { clocks, codes }, n) => counted(db, { ...noFilters, party: [at(codes, n)] }, clocks),
  },
  {
    name: "list as of a new day",
    ask: (db, { clocks, days }, n) => pageOf(db, {}, { ...clocks, on: at(days, 5 * n + 2) }),
  },
  {
    name: "list as known at an instant",
    ask: (db, { clocks, known }, n) =>
      pageOf(db, {}, { ...clocks, known: at(known, n).known ?? clocks.known }),
  },
  {
    name: "search index, a country and a topic",
    ask: (db, { texts }, n) => matchingDocuments(db, at(texts, n).q ?? ""),
  },
  {
    name: queryNames.commonWord,
    ask: (db, { clocks, lists }, n) =>
      pageOf(db, { q: "agreement", signedTo: at(lists, n).signedTo }, clocks),
  },
  { name: "agreement", ask: (db, { clocks, rows }, n) => agreementAt(db, at(rows, n).slug, clocks) },
  {
    name: "lengths of comparable talks",
    ask: (db, { clocks, rows }, n) => talksLengths(db, at(rows, n), () => "", clocks),
  },
  {
    name: "agreements that may be the same as a new one",
    ask: (db, { clocks, rows }, n) => {
      const { type, signedOn, sides } = at(rows, n);
      const codes = sides.map((side) => side.map(({ code }) => code));
      return similarAgreements(db, { sides: codes, type, signedOn, agreementId: null }, clocks);
    },
  },
  {
    name: "lanes of 50 agreements",
    ask: (db, { clocks, rows }, n) => {
      const slugs = Array.from({ length: 50 }, (_, index) => at(rows, n * 50 + index).slug);
      return lanePaths(db, slugs, clocks);
    },
  },
  {
    name: "groups by country as of a new day",
    ask: (db, { clocks, days }, n) => partyGroups(db, noFilters, { ...clocks, on: at(days, 5 * n + 3) }),
  },
  { name: "countries", ask: (db, { clocks }) => listCountries(db, clocks) },
  {
    name: "changes, the latest 50",
    ask: (db, { clocks }) => listChanges(db, { ...anyChange, limit: 50, before: null }, clocks),
  },
  {
    name: "sources, the first 50",
    ask: (db, { clocks }) => listSources(db, { q: null, limit: 50, after: null }, clocks),
  },
  { name: "words that a view may name", ask: (db) => readVocabulary(db) },
];

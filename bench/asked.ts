/** What is asked of which server. */
import type { Day } from "#domain/day.ts";
import { apiPaths, paths } from "#domain/paths.ts";
import { defaultView, type View } from "#domain/view.ts";
import type { Row } from "#domain/wire.ts";
import type { Dice } from "./dice.ts";
import { knownThen, newLists, pastDays, searches, shuffled, sidesOf } from "./drawn-views.ts";

/** The letters of issue and table: the practical limit, our API, our pages, a CMS, a file server. */
export type Letter = "a" | "b" | "c" | "d" | "e";

export interface Asked {
  letter: Letter;
  name: string;
  /** Each address once, or one again and again. A rate is set beside that of the limit asked in the same way. */
  kind: "cold" | "repeat";
  paths: readonly string[];
  headers?: Readonly<Record<string, string>>;
  /** What every answer must say; 200 where it is not given. */
  status?: number;
}

/** The list that everybody asks for. */
export const sameList: View = { ...defaultView, stage: ["in-force"] };
/** More than an answer that takes a millisecond can be asked for. */
const some = 8000;

/** `etag`: of the list that everybody asks for. */
function askedOfApi(rows: readonly Row[], today: Day, etag: string, dice: Dice): Asked[] {
  const list = (views: readonly View[]) => views.map((view) => apiPaths.agreements(view));
  const lists = newLists(today);
  const codes = shuffled(sidesOf(rows, "code"), dice);
  const then = pastDays(today, some);
  const cold = (name: string, paths: readonly string[]): Asked => ({
    letter: "b",
    kind: "cold",
    name,
    paths,
  });
  const repeat: Asked = { letter: "b", kind: "repeat", name: "list", paths: list([sameList]) };
  return [
    cold("list", list(lists)),
    cold("facets (list of one row)", list(lists.map((view) => ({ ...view, limit: 1 })))),
    cold("search, a country and a topic", list(searches(rows, dice))),
    cold(
      "search, a word of most titles",
      list(lists.map((view) => ({ ...view, stage: [], q: "agreement" }))),
    ),
    cold("list as of a day", list(then.map((on) => ({ ...sameList, on })))),
    cold("list as known at an instant", list(knownThen(rows, dice, some))),
    cold(
      "summary of a country as of a day",
      then.map((on, at) => apiPaths.summary({ ...defaultView, party: [codes[at % codes.length] ?? ""], on })),
    ),
    cold(
      "summary of everything as of a day",
      then.map((on) => apiPaths.summary({ ...defaultView, on })),
    ),
    cold(
      "agreement",
      shuffled(rows, dice).map(({ slug }) => apiPaths.agreement(slug)),
    ),
    repeat,
    { ...repeat, name: "list, not changed since (304)", headers: { "if-none-match": etag }, status: 304 },
  ];
}

function askedOfPages(rows: readonly Row[], today: Day, dice: Dice): Asked[] {
  const codes = shuffled(sidesOf(rows, "code"), dice);
  const slugs = shuffled(rows, dice).map(({ slug }) => slug);
  const cold = (name: string, paths: readonly string[]): Asked => ({
    letter: "c",
    kind: "cold",
    name,
    paths,
  });
  const repeat = (name: string, path: string): Asked => ({
    letter: "c",
    kind: "repeat",
    name,
    paths: [path],
  });
  const list = paths.agreements(sameList);
  return [
    cold(
      "list of 50 rows",
      newLists(today).map((view) => paths.agreements(view)),
    ),
    cold(
      "agreement",
      slugs.map((slug) => paths.agreement(slug)),
    ),
    cold(
      "timeline of a country as of a day",
      pastDays(today, some).map((on, at) =>
        paths.timeline({ ...defaultView, party: [codes[at % codes.length] ?? ""], on }),
      ),
    ),
    cold(
      "share image of an agreement (PNG)",
      slugs.map((slug) => `/share-image${paths.agreement(slug)}`),
    ),
    repeat("list of 50 rows", list),
    { ...repeat("list of 50 rows, gzipped", list), headers: { "accept-encoding": "gzip" } },
    repeat("overview", paths.home()),
  ];
}

/** Everything that is asked of the product. */
export const askedOfProduct = (rows: readonly Row[], today: Day, etag: string, dice: Dice): Asked[] => [
  ...askedOfApi(rows, today, etag, dice),
  ...askedOfPages(rows, today, dice),
];

/** The words of the same lists, as other servers take them. */
export const listQueries = (today: Day): { stage: string; signedTo: Day }[] =>
  newLists(today).map(({ stage, signedTo }) => ({ stage: stage[0] ?? "", signedTo: signedTo ?? today }));

/** The same lists of the practical limit, which listens at the root. */
export function askedOfLimit(today: Day): Asked[] {
  const path = (words: { stage: string; signedTo: Day }) => `/?${new URLSearchParams(words)}`;
  return [
    { letter: "a", kind: "cold", name: "list", paths: listQueries(today).map(path) },
    {
      letter: "a",
      kind: "repeat",
      name: "list",
      paths: [path({ stage: sameList.stage[0] ?? "", signedTo: today })],
    },
  ];
}

/** Turns the address of a view into everything that it shows: the content of a frozen view. */
import { agreementAt } from "#db/queries/agreement.ts";
import { allAgreements } from "#db/queries/agreements.ts";
import { frameworkAt } from "#db/queries/frameworks.ts";
import { listView } from "#db/queries/list-view.ts";
import { sourcesCitedBy } from "#db/queries/sources.ts";
import { summaryOf } from "#db/queries/summary.ts";
import { lanePaths } from "#db/queries/timeline.ts";
import { dayInWords } from "#domain/day.ts";
import { DomainError } from "#domain/errors.ts";
import type { FrozenView } from "#domain/frozen-view.ts";
import { capitalised, numberInWords } from "#domain/numbers.ts";
import { readPair } from "#domain/pair.ts";
import { focusOf, pairInWords, rowNames } from "#domain/partner.ts";
import { version } from "#domain/version.ts";
import { defaultSort, noFilters, pickFilters, withView, writeView } from "#domain/view.ts";
import { type Agreement, type Row, row } from "#domain/wire.ts";
import { demandFew } from "./demand-few.ts";
import { malformed, notFound, refusedWord } from "./endpoint.ts";
import { type Resolved, resolveView } from "./view.ts";

/** What a page shows: its rows, its title, and the agreement when it is the page of one. */
interface Shown {
  title: string;
  rows: readonly Row[];
  agreement: Agreement | null;
}

const inOrder = { ...defaultSort, descending: false };
const onDay = ({ clocks }: Resolved) => dayInWords(clocks.on, "long");

const notFreezable = (path: string) =>
  new DomainError("rule-broken", `There is no view to freeze at “${path}”.`, {
    guard: "not-freezable",
    errors: [
      {
        path: "path",
        message:
          "Allowed: /, /agreements, /timeline, and pages of agreements, countries, pairs and frameworks.",
      },
    ],
  });

type Reader = (resolved: Resolved, name: string) => Promise<Shown>;

const titled = (title: string, rows: readonly Row[]): Shown => ({ title, rows, agreement: null });

/** Pages of one record, by the first part of their address. */
const records: Record<string, Reader> = {
  agreements: async ({ db, clocks }, slug) => {
    const agreement = await agreementAt(db, slug, clocks);
    if (!agreement) throw notFound("agreement", slug);
    const { related: _related, ...rest } = agreement;
    return {
      title: pairInWords(agreement),
      // The row alone, without what only its page has.
      rows: [row.parse(agreement)],
      // Related agreements have pages, and frozen views, of their own.
      agreement: { ...rest, related: [] },
    };
  },
  countries: async ({ db, clocks, vocabulary }, code) => {
    const name = vocabulary.countries.get(code.toUpperCase());
    if (name === undefined) throw notFound("country", code);
    const party = { ...noFilters, party: [code.toUpperCase()] };
    return titled(name, await allAgreements(db, party, inOrder, clocks));
  },
  pairs: async ({ db, clocks, vocabulary: { countries } }, segment) => {
    const pair = readPair(segment);
    if (pair.is !== "pair") throw notFound("pair", segment);
    const [a, b] = pair.codes;
    const title = `${countries.get(a) ?? a} and ${countries.get(b) ?? b}`;
    return titled(title, await allAgreements(db, { ...noFilters, between: [a, b] }, inOrder, clocks));
  },
  frameworks: async ({ db, clocks }, slug) => {
    const framework = await frameworkAt(db, slug, clocks);
    if (!framework) throw notFound("framework", slug);
    return titled(framework.title, framework.agreements);
  },
};

async function shownAt(resolved: Resolved, path: string): Promise<Shown> {
  const [page = "", name, ...more] = path.split("/").slice(1);
  const record = records[page];
  if (more.length > 0) throw notFreezable(path);
  if (name !== undefined) {
    if (!record) throw notFreezable(path);
    return record(resolved, name);
  }
  const { db, view, clocks, rule } = resolved;
  if (page === "agreements") {
    const { data } = await listView(resolved.db, resolved);
    return titled(`Agreements on ${onDay(resolved)}`, data);
  }
  if (page !== "timeline" && page !== "") throw notFreezable(path);
  const filters = page === "" ? noFilters : pickFilters(view);
  await demandFew(resolved, filters);
  const [rows, { signed }] = await Promise.all([
    allAgreements(db, filters, view.sort ?? inOrder, clocks),
    summaryOf(db, rule, { ...filters, stage: [] }, clocks),
  ]);
  return titled(`${capitalised(numberInWords(signed))} signed on ${onDay(resolved)}`, rows);
}

/** The filters and other words of the address, as they were read. */
function wordsOf({ view }: Resolved): Record<string, string[]> {
  const words: Record<string, string[]> = {};
  for (const [word, value] of new URLSearchParams(writeView(view)))
    words[word] = [...(words[word] ?? []), value];
  return words;
}

/**
 * The content of the view at `address` (path and query) as of now. Throws `malformed`, `not-found`, or `rule-broken`
 * with the guard `not-freezable` for an address that is no view.
 */
export async function frozenViewOf(address: string): Promise<FrozenView> {
  const base = "http://view.invalid";
  const url = address.startsWith("/") && URL.canParse(address, base) ? new URL(address, base) : null;
  if (!url || url.origin !== base)
    throw malformed([
      { word: "path", message: "The path of a page with its query, such as /timeline?on=2024-05-14." },
    ]);
  const resolved = await resolveView(url.searchParams);
  if (resolved.problems.length > 0) throw malformed(resolved.problems.map(refusedWord));
  const { db, view, clocks, rule } = resolved;
  const { title, rows, agreement } = await shownAt(resolved, url.pathname);
  const slugs = rows.map(({ slug }) => slug);
  const focus = agreement ? null : focusOf(rows);
  const names = rowNames(rows, focus);
  const [lanes, sources, summary] = await Promise.all([
    lanePaths(db, slugs, clocks),
    sourcesCitedBy(db, slugs, clocks),
    summaryOf(db, rule, pickFilters(view), clocks),
  ]);
  const query = writeView(withView(view, { on: clocks.on, known: clocks.known }));
  return {
    format: "accords-frozen-view-1",
    software: version,
    path: `${url.pathname}?${query}`,
    title,
    filters: wordsOf(resolved),
    clock: { on: clocks.on, known: clocks.known },
    rule: { id: rule.id, label: rule.label, definition: rule.definition },
    signed: rows.filter(({ slug }) => summary.rows.includes(slug)).length,
    rows: [...rows],
    lanes: slugs.map((slug) => ({
      slug,
      name: names.get(slug) ?? slug,
      periods: (lanes.get(slug)?.periods ?? [])
        .filter(({ from }) => from <= clocks.on)
        .map(({ stage, from, fromLatest }) => ({ stage, from, fromLatest })),
      expectations: (lanes.get(slug)?.expectations ?? [])
        .filter(({ from }) => from <= clocks.on)
        .map(({ kind, date, from, to }) => ({
          kind,
          date,
          from,
          // That it ended after the day was not known on it.
          to: to !== null && to > clocks.on ? null : to,
        })),
    })),
    agreement,
    sources,
  };
}

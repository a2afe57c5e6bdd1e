/** Which share image belongs to a page: the rows that it shows, a title, and the count or the stage in words. */
import type { ShareCard } from "#components/picture/share-card.ts";
import { agreementAt } from "#db/queries/agreement.ts";
import { allAgreements } from "#db/queries/agreements.ts";
import { countryAt } from "#db/queries/countries.ts";
import { frameworkAt } from "#db/queries/frameworks.ts";
import { windowInWords } from "#domain/date-words.ts";
import { dayInWords } from "#domain/day.ts";
import { readPair } from "#domain/pair.ts";
import { commonGround, pairInWords } from "#domain/partner.ts";
import { noFilters, pickFilters, type View, withView } from "#domain/view.ts";
import type { Row } from "#domain/wire.ts";
import { notFound } from "./endpoint.ts";
import { rowsCard } from "./picture.ts";
import type { Resolved } from "./view.ts";

const order = { word: "signed", descending: false } as const;

const asOf = ({ clocks }: Resolved): string => `as of ${dayInWords(clocks.on, "long")}`;

/** How many of the rows are signed; each row counts once, as in the list that the link leads to. */
function countLine(rows: readonly Row[]): string {
  const begun = rows.filter(({ stage }) => stage.code !== "unknown");
  const signed = begun.filter(({ signedOn }) => signedOn !== null).length;
  return `${signed} signed of ${begun.length}`;
}

async function cardOf(resolved: Resolved, rows: readonly Row[], title: string): Promise<string> {
  const words: Pick<ShareCard, "title" | "lines"> = { title, lines: [countLine(rows), asOf(resolved)] };
  return rowsCard(resolved, rows, words);
}

const rowsOf = ({ db, clocks }: Resolved, filters: ReturnType<typeof pickFilters>) =>
  allAgreements(db, filters, order, clocks);

/** A list under its filters: the table, the timeline, the home page. */
async function listCard(resolved: Resolved, view: View): Promise<string> {
  const rows = await rowsOf(resolved, pickFilters(view));
  return cardOf(resolved, rows, commonGround(rows) ?? "Bilateral agreements");
}

async function agreementCard(resolved: Resolved, slug: string): Promise<string> {
  const { db, clocks } = resolved;
  const agreement = await agreementAt(db, slug, clocks);
  if (!agreement) throw notFound("agreement", slug);
  const { label, since, sinceLatest } = agreement.stage;
  const began = since === null ? [] : [`since ${windowInWords(since, sinceLatest ?? since)}`];
  const lines = [label, ...began, asOf(resolved)];
  return rowsCard(resolved, [agreement], { title: pairInWords(agreement), lines });
}

async function countryCard(resolved: Resolved, code: string): Promise<string> {
  const country = await countryAt(resolved.db, code.toUpperCase(), resolved.clocks);
  if (!country) throw notFound("country", code);
  const rows = await rowsOf(resolved, { ...noFilters, party: [country.code] });
  return cardOf(resolved, rows, `${country.name}: agreements`);
}

async function pairCard(resolved: Resolved, typed: string): Promise<string> {
  const pair = readPair(typed);
  const names = resolved.vocabulary.countries;
  if (pair.is !== "pair" || !pair.codes.every((code) => names.has(code))) throw notFound("pair", typed);
  const [a, b] = pair.codes;
  const rows = await rowsOf(resolved, { ...noFilters, between: [a, b] });
  return cardOf(resolved, rows, `${names.get(a)} and ${names.get(b)}`);
}

async function frameworkCard(resolved: Resolved, slug: string): Promise<string> {
  const framework = await frameworkAt(resolved.db, slug, resolved.clocks);
  if (!framework) throw notFound("framework", slug);
  return cardOf(resolved, framework.agreements, framework.title);
}

const records: Record<string, (resolved: Resolved, name: string) => Promise<string>> = {
  agreements: agreementCard,
  countries: countryCard,
  pairs: pairCard,
  frameworks: frameworkCard,
};

/** The image of the page at `path` (its segments) as SVG. Throws `not-found` for a page that has none. */
export async function shareImage(resolved: Resolved, path: readonly string[]): Promise<string> {
  const [page, name] = path;
  if (page === undefined || path.length > 2) return listCard(resolved, withView(resolved.view, noFilters));
  if (name === undefined) {
    const filtered = page === "agreements" || page === "timeline";
    return listCard(resolved, filtered ? resolved.view : withView(resolved.view, noFilters));
  }
  const card = records[page];
  if (!card) throw notFound("share image", path.join("/"));
  return card(resolved, name);
}

/** Every address of the product, built in one place (contract.md, section 1); pinned by a snapshot test. */
import { carried, defaultView, everyRow, type View, writeView } from "./view.ts";

/** Other forms of one view: of a list, of one agreement, of the picture (contract.md, section 1). */
type ListForm = "json" | "csv" | "metadata.json" | "xlsx" | "atom" | "ics";
type WholeForm = "json" | "csv" | "xlsx";
type AgreementForm = "json" | "csv" | "metadata.json" | "atom" | "ics" | "svg" | "png";
type PictureForm = "svg" | "png";

const withQuery = (path: string, view: View): string => {
  const query = writeView(view);
  return query === "" ? path : `${path}?${query}`;
};

const segment = (text: string): string => encodeURIComponent(text);

/** What `/changes` can be narrowed to, as its address has it; empty words are left out. */
export interface ChangeWords {
  since?: string | null;
  kind?: string | null;
  by?: string | null;
  agreement?: string | null;
}

const withWords = (path: string, words: ChangeWords): string => {
  const given = Object.entries(words).filter(([, value]) => value);
  const query = given.map(([word, value]) => `${word}=${encodeURIComponent(String(value))}`).join("&");
  if (query === "") return path;
  return `${path}${path.includes("?") ? "&" : "?"}${query}`;
};

/** A list that is no list of agreements knows these words only. */
const paged = (view: View): View => ({ ...carried(view), limit: view.limit, cursor: view.cursor });

/** Pages. Each takes the view whose state it shows; the clocks and the rule ride along from page to page. */
export const paths = {
  home: (view: View = defaultView) => withQuery("/", carried(view)),
  agreements: (view: View = defaultView, form?: ListForm) =>
    withQuery(form ? `/agreements.${form}` : "/agreements", view),
  /** A file with every row of the list, whatever page the view shows. */
  wholeList: (view: View, form: WholeForm) => {
    const start = paths.agreements({ ...view, limit: null, cursor: null, columns: null }, form);
    return `${start}${start.includes("?") ? "&" : "?"}limit=${everyRow}`;
  },
  agreement: (slug: string, view: View = defaultView, form?: AgreementForm) =>
    withQuery(`/agreements/${segment(slug)}${form ? `.${form}` : ""}`, carried(view)),
  act: (slug: string, id: string, view: View = defaultView) =>
    `${paths.agreement(slug, view)}#${segment(id)}`,
  /** Every accepted change of an agreement. */
  history: (slug: string, view: View = defaultView) =>
    withQuery(`/agreements/${segment(slug)}/history`, { ...carried(view), cursor: view.cursor }),
  revision: (slug: string, revision: number, view: View = defaultView) =>
    `${paths.history(slug, view)}#r${revision}`,
  /** Of very many pages the sitemap comes in parts, counted from 1. */
  sitemap: (part?: number) => `/sitemap.xml${part === undefined ? "" : `?part=${part}`}`,
  timeline: (view: View = defaultView, form?: PictureForm) =>
    withQuery(form ? `/timeline.${form}` : "/timeline", view),
  countries: (view: View = defaultView) => withQuery("/countries", carried(view)),
  country: (code: string, view: View = defaultView) =>
    withQuery(`/countries/${segment(code.toLowerCase())}`, carried(view)),
  /** Codes alphabetical and in lower case; every other form redirects to this one. */
  pair: (a: string, b: string, view: View = defaultView) =>
    withQuery(
      `/pairs/${[a, b]
        .map((code) => segment(code.toLowerCase()))
        .sort()
        .join("-")}`,
      carried(view),
    ),
  frameworks: (view: View = defaultView) => withQuery("/frameworks", carried(view)),
  framework: (slug: string, view: View = defaultView) =>
    withQuery(`/frameworks/${segment(slug)}`, carried(view)),
  sources: (view: View = defaultView) =>
    withQuery("/sources", { ...carried(view), q: view.q, cursor: view.cursor }),
  changes: (view: View = defaultView, words: ChangeWords = {}) =>
    withWords(withQuery("/changes", { ...carried(view), cursor: view.cursor }), words),
  /** Feeds of changes take a page of the ledger, and the clocks. */
  feed: (view: View = defaultView) => withQuery("/feed.atom", paged(view)),
  agreementFeed: (slug: string, view: View = defaultView) =>
    withQuery(`/agreements/${segment(slug)}.atom`, paged(view)),
  countryFeed: (code: string, view: View = defaultView) =>
    withQuery(`/countries/${segment(code.toLowerCase())}.atom`, paged(view)),
  calendar: (view: View = defaultView) => withQuery("/calendar.ics", carried(view)),
  share: (hash: string) => `/s/${segment(hash)}`,
  /** Where a view is frozen by its address, also without script. */
  freeze: () => "/s",
  /** The citations of the view at a path of this site. */
  cite: (path: string) => `/cite?${new URLSearchParams({ path })}`,
  methodology: (anchor?: string) => (anchor ? `/methodology#${segment(anchor)}` : "/methodology"),
  apiDocs: () => "/api",
  /** `next`: where to go afterwards. */
  signIn: (next?: string) => (next ? `/sign-in?${new URLSearchParams({ next })}` : "/sign-in"),
  signOut: () => "/sign-out",
  /** Where a one-time link leads: the first admin or somebody invited chooses a password. */
  welcome: (token: string) => `/welcome/${segment(token)}`,
  desk: () => "/desk",
  account: () => "/desk/account",
  users: () => "/desk/users",
  frozenViews: () => "/desk/shares",
  /** An agreement at the desk; `act` opens the form of a new act. */
  deskAgreement: (slug: string, open?: "act" | "fields") =>
    `/desk/agreements/${segment(slug)}${open ? `?open=${open}` : ""}`,
  deskNew: () => "/desk/agreements/new",
  review: () => "/desk/review",
  deskImport: () => "/desk/import",
} as const;

/** What other sites may put into their pages, each with the query words of the page that it shows. */
export const embedPaths = {
  timeline: (view: View = defaultView) => withQuery("/embed/timeline", view),
  agreement: (slug: string, view: View = defaultView) =>
    withQuery(`/embed/agreements/${segment(slug)}`, carried(view)),
  share: (hash: string) => `/embed/s/${segment(hash)}`,
} as const;

const v1 = "/api/v1";

/** The routes of API version 1. */
export const apiPaths = {
  agreements: (view: View = defaultView) => withQuery(`${v1}/agreements`, view),
  agreement: (slug: string, view: View = defaultView) =>
    withQuery(`${v1}/agreements/${segment(slug)}`, carried(view)),
  history: (slug: string, view: View = defaultView) =>
    withQuery(`${v1}/agreements/${segment(slug)}/history`, paged(view)),
  summary: (view: View = defaultView) => withQuery(`${v1}/summary`, { ...view, cursor: null }),
  countries: (view: View = defaultView) => withQuery(`${v1}/countries`, carried(view)),
  country: (code: string, view: View = defaultView) =>
    withQuery(`${v1}/countries/${segment(code.toLowerCase())}`, carried(view)),
  framework: (slug: string, view: View = defaultView) =>
    withQuery(`${v1}/frameworks/${segment(slug)}`, carried(view)),
  sources: (view: View = defaultView) => withQuery(`${v1}/sources`, { ...paged(view), q: view.q }),
  rules: () => `${v1}/rules`,
  stages: () => `${v1}/stages`,
  changes: (view: View = defaultView) => withQuery(`${v1}/changes`, paged(view)),
  revert: (sequence: number) => `${v1}/changes/${sequence}/revert`,
  proposal: (id: string) => `${v1}/proposals/${segment(id)}`,
  shares: () => `${v1}/shares`,
  share: (hash: string) => `${v1}/shares/${segment(hash)}`,
  shareChanges: (hash: string) => `${v1}/shares/${segment(hash)}/changes`,
  /** One import; `from` is the first row that it tells of. */
  import: (id: string, from?: number) =>
    `${v1}/imports/${segment(id)}${from === undefined ? "" : `?from=${from}`}`,
  openapi: () => `${v1}/openapi.json`,
  desk: () => `${v1}/desk`,
  draft: (subject: string) => `${v1}/drafts/${segment(subject)}`,
} as const;

/** The addresses of writing, each beside what it is about. */
export const writePaths = {
  agreements: () => `${v1}/agreements`,
  agreement: (slug: string) => `${v1}/agreements/${segment(slug)}`,
  acts: (slug: string) => `${v1}/agreements/${segment(slug)}/acts`,
  checks: (slug: string) => `${v1}/agreements/${segment(slug)}/checks`,
  commitments: (slug: string) => `${v1}/agreements/${segment(slug)}/commitments`,
  citations: (slug: string) => `${v1}/agreements/${segment(slug)}/citations`,
  actCorrection: (id: string) => `${v1}/acts/${segment(id)}/corrections`,
  actWithdrawal: (id: string) => `${v1}/acts/${segment(id)}/withdrawal`,
  commitmentCorrection: (id: string) => `${v1}/commitments/${segment(id)}/corrections`,
  commitmentWithdrawal: (id: string) => `${v1}/commitments/${segment(id)}/withdrawal`,
  citationWithdrawal: (id: number) => `${v1}/citations/${id}/withdrawal`,
  /** A state narrows the list. */
  proposals: (state: "waiting" | null = null) => `${v1}/proposals${state ? `?state=${state}` : ""}`,
  proposal: (id: string) => `${v1}/proposals/${segment(id)}`,
  imports: () => `${v1}/imports`,
  importRevert: (id: string) => `${v1}/imports/${segment(id)}/revert`,
  decision: (id: string, decision: "accept" | "reject") => `${v1}/proposals/${segment(id)}/${decision}`,
} as const;

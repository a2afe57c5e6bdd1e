/** The routes of API version 1: what each reads and answers. The server checks by it, the documentation is made of it. */
import { z } from "zod";
import * as answers from "./answers.ts";
import { changeKindCodes } from "./change-verb.ts";
import { readInstant } from "./clocks.ts";
import { readPlace } from "./cursor.ts";
import { addDays, firstDay, isDay } from "./day.ts";
import { frozenView } from "./frozen-view.ts";
import { importDetail, importList, importRowWords } from "./import/api.ts";
import type { Action } from "./permission.ts";
import { type View, viewWords } from "./view.ts";
import { agreementList, summary } from "./wire.ts";
import { deskAnswer, draftAnswer } from "./wire-desk.ts";
import { proposalDetail, proposalList, proposalStates } from "./wire-proposal.ts";

export interface ApiRoute {
  /** Below the base; `{name}` stands for one segment. */
  path: string;
  id: string;
  summary: string;
  description: string;
  /** Words of a view that it reads; every other one is refused. */
  view: readonly (keyof View)[];
  /** Words of its own. */
  own: Record<string, z.ZodType>;
  answer: z.ZodType;
  /** What a caller's role must allow; absent: anyone may read. */
  only?: Action;
  /** It never answers from a copy, and may answer 503. */
  probe?: true;
  /** Addresses worth trying, below the base; they run against whatever record is loaded. */
  examples: readonly string[];
}

export const apiBase = "/api/v1";

/** Where in the ledger a change stands: its sequence number. */
export const changePlace = z.tuple([z.int().nonnegative()]);

/** An instant, a day (from its beginning) or the `page.latest` of an earlier answer. */
const since = z
  .string()
  .transform((text, { addIssue }): string | number => {
    // The instant before a day's first one, because `since` leaves its own instant out.
    if (isDay(text)) return text === firstDay ? "" : `${addDays(text, -1)}T23:59:59.999Z`;
    const found = readInstant(text) ?? readPlace(text, "changes", changePlace)?.[0];
    if (found === undefined) {
      addIssue(
        "an instant in UTC such as 2026-11-23T12:00:00Z, a day, or the page.latest of an answer before",
      );
      return z.NEVER;
    }
    return found;
  })
  .meta({
    description:
      "Only what was recorded after this instant (UTC), from this day on, or after the `page.latest` of an earlier answer.",
    examples: ["2026-11-23T12:00:00Z"],
  });

/** What the ledger can be narrowed to. */
export const changeWords = {
  since,
  agreement: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "the slug of an agreement")
    .max(200, "the slug of an agreement")
    .meta({ description: "Only changes to this agreement." }),
  kind: z
    .enum(changeKindCodes, changeKindCodes.join(", "))
    .meta({ description: "Only changes of this kind.", examples: ["acts"] }),
  by: z
    .string()
    .max(80, "the name of a writer, at most 80 characters")
    .meta({ description: "Only changes by this writer; the name as the answers show it." }),
};

/** The clocks and the rule ride along in every link, so every answer from the record takes them. */
const carried = ["on", "known", "rule"] as const satisfies readonly (keyof View)[];
const paged = [...carried, "limit", "cursor"] as const;

export const apiRoutes = {
  agreements: {
    path: "/agreements",
    id: "listAgreements",
    summary: "Agreements, filtered and sorted",
    description:
      "One page of the list with its total and, for every facet, how many agreements each value would show. The same rows as the page /agreements and its .json and .csv.",
    view: viewWords,
    own: {},
    answer: agreementList,
    examples: ["/agreements", "/agreements?stage=negotiating", "/agreements?sort=-duration&limit=5"],
  },
  agreement: {
    path: "/agreements/{slug}",
    id: "readAgreement",
    summary: "One agreement, whole",
    description:
      "Its row with every act and its sources, the stages derived from them, why it stands where it stands, commitments, conflicts between sources and related agreements. The ETag is the revision.",
    view: carried,
    own: {},
    answer: answers.agreementAnswer,
    examples: ["/agreements/{slug}"],
  },
  history: {
    path: "/agreements/{slug}/history",
    id: "listHistory",
    summary: "Every accepted change of an agreement",
    description: "Who changed what, when and why, newest first, with the values before and after.",
    view: paged,
    own: {},
    answer: answers.changeList,
    examples: ["/agreements/{slug}/history"],
  },
  summary: {
    path: "/summary",
    id: "readSummary",
    summary: "How many are signed, by a counting rule",
    description:
      "One number with the rule that gives it, its rows, the latest signature and the stock by stage.",
    view: viewWords.filter((word) => word !== "cursor"),
    own: {},
    answer: summary,
    examples: ["/summary", "/summary?rule=states-only", "/summary?rule=partners"],
  },
  countries: {
    path: "/countries",
    id: "listCountries",
    summary: "Countries that are a side of an agreement",
    description: "By name, with how many agreements and how many of them signed.",
    view: carried,
    own: {},
    answer: answers.countryList,
    examples: ["/countries"],
  },
  country: {
    path: "/countries/{code}",
    id: "readCountry",
    summary: "One country",
    description: "Its agreements, and the frameworks that it joined or declined. The code in any case.",
    view: carried,
    own: {},
    answer: answers.countryAnswer,
    examples: ["/countries/{code}"],
  },
  framework: {
    path: "/frameworks/{slug}",
    id: "readFramework",
    summary: "One framework",
    description: "Who joined or declined, its moments, and the agreements under it.",
    view: carried,
    own: {},
    answer: answers.frameworkAnswer,
    examples: ["/frameworks/{framework}"],
  },
  sources: {
    path: "/sources",
    id: "listSources",
    summary: "Sources, newest publication first",
    description:
      "With how many facts cite each. `q` is looked for in the address, the title and the publisher.",
    view: ["q", ...paged],
    own: {},
    answer: answers.sourceList,
    examples: ["/sources", "/sources?limit=5"],
  },
  rules: {
    path: "/rules",
    id: "listRules",
    summary: "Counting rules",
    description: "Every rule by which a number on this site may be counted.",
    view: [],
    own: {},
    answer: answers.ruleList,
    examples: ["/rules"],
  },
  stages: {
    path: "/stages",
    id: "readStages",
    summary: "Stages, acts and the transition table",
    description: "The published rules by which stages follow from acts, as the server applies them.",
    view: [],
    own: {},
    answer: answers.stageTable,
    examples: ["/stages"],
  },
  changes: {
    path: "/changes",
    id: "listChanges",
    summary: "The ledger of accepted changes",
    description:
      "Newest first. To follow it, ask once, keep `page.latest`, and send it as `since` the next time; nothing is missed or told twice.",
    view: paged,
    own: changeWords,
    answer: answers.changeList,
    examples: ["/changes", "/changes?limit=5", "/changes?kind=acts"],
  },
  share: {
    path: "/shares/{hash}",
    id: "readFrozenView",
    summary: "A frozen view",
    description:
      "Canonical JSON (RFC 8785): the SHA-256 of these very bytes is the hash. At least 22 digits of the hash name it. 410 with the reason where it was withdrawn.",
    view: [],
    own: {},
    answer: frozenView,
    examples: [],
  },
  shareChanges: {
    path: "/shares/{hash}/changes",
    id: "readChangesSinceFrozen",
    summary: "What has changed since a view was frozen",
    description: "How many changes its agreements had after what was known when it was frozen.",
    view: [],
    own: {},
    answer: answers.shareChanges,
    examples: [],
  },
  proposals: {
    path: "/proposals",
    id: "listProposals",
    summary: "Proposals, newest first",
    description: "One's own; for those who decide, everybody's.",
    only: "propose",
    view: [],
    own: { state: z.enum(proposalStates, proposalStates.join(", ")) },
    answer: proposalList,
    examples: [],
  },
  proposal: {
    path: "/proposals/{id}",
    id: "readProposal",
    summary: "One proposal",
    description: "While it waits: what it would change now, or why it no longer fits.",
    only: "propose",
    view: [],
    own: {},
    answer: proposalDetail,
    examples: [],
  },
  imports: {
    path: "/imports",
    id: "listImports",
    summary: "Imports, newest first",
    description: "The latest 200 files that were imported, with what they brought.",
    only: "import",
    view: [],
    own: {},
    answer: importList,
    examples: [],
  },
  import: {
    path: "/imports/{id}",
    id: "readImport",
    summary: "One import",
    description: "With the rows that wrote something, 200 at a time; `next` is the `from` of the next ones.",
    only: "import",
    view: [],
    own: importRowWords,
    answer: importDetail,
    examples: [],
  },
  desk: {
    path: "/desk",
    id: "readDesk",
    summary: "What needs attention at the desk",
    description: "Flagged agreements, proposals that wait, one's own drafts, and the latest changes.",
    only: "propose",
    view: [],
    own: {},
    answer: deskAnswer,
    examples: [],
  },
  draft: {
    path: "/drafts/{subject}",
    id: "readDraft",
    summary: "One's own draft of a form",
    description:
      "Null when there is none. Beside it who else is writing about the same agreement just now. PUT with `{body}` keeps the form as it is, 64 KB at most; DELETE drops it. A subject reads like `act:SLUG`, `fields:SLUG` or `correction:SLUG:ACT`.",
    only: "propose",
    view: [],
    own: {},
    answer: draftAnswer,
    examples: [],
  },
  openapi: {
    path: "/openapi.json",
    id: "readOpenApi",
    summary: "This API as an OpenAPI 3.1 document",
    description: "Made from the schemas that the server checks requests and the tests check answers with.",
    view: [],
    own: {},
    answer: z.record(z.string(), z.unknown()).meta({ description: "An OpenAPI 3.1 document." }),
    examples: ["/openapi.json"],
  },
  health: {
    path: "/health",
    id: "readHealth",
    summary: "Whether the server answers",
    description: "Touches no database.",
    view: [],
    own: {},
    answer: answers.health,
    probe: true,
    examples: ["/health"],
  },
  ready: {
    path: "/ready",
    id: "readReadiness",
    summary: "Whether the server can answer from the record",
    description: "The database can be read and has the schema of this version; if not, 503 with the reason.",
    view: [],
    own: {},
    answer: answers.health,
    probe: true,
    examples: ["/ready"],
  },
} as const satisfies Record<string, ApiRoute>;

interface OtherForm {
  path: string;
  id: string;
  summary: string;
  description: string;
  /** The route whose words it reads. */
  like: keyof typeof apiRoutes;
  contentType: string;
  /** Words of its own, in place of the route's. */
  own?: Record<string, z.ZodType>;
  /** True where `limit=all` gives every row. */
  takesAll?: true;
  /** What it answers with; else that of the route, or text where it is no JSON. */
  answer?: z.ZodType;
}

/** What `/oembed` reads; `url` must be there. */
export const oembedWords = {
  url: z.string().max(4000).meta({ description: "The address of a page of this site." }),
  maxwidth: z.coerce.number().int().min(1).max(10_000),
  maxheight: z.coerce.number().int().min(1).max(10_000),
  format: z.literal("json", "json"),
};

const wholeFile = "With limit=all: every row, sent as it is made.";

/** The same rows beside the pages, in another form: below the site's root. */
export const otherForms: readonly OtherForm[] = [
  {
    path: "/agreements.json",
    id: "agreementsAsJson",
    summary: "The table, as JSON",
    description: `The same bytes as /api/v1/agreements with the same query. ${wholeFile}`,
    takesAll: true,
    like: "agreements",
    contentType: "application/json",
  },
  {
    path: "/agreements.csv",
    id: "agreementsAsCsv",
    summary: "The table, as CSV",
    description: `The rows of the page with the same query. \`Link\` with rel=next leads to the next page. ${wholeFile}`,
    takesAll: true,
    like: "agreements",
    contentType: "text/csv",
  },
  {
    path: "/agreements/{slug}.json",
    id: "agreementAsJson",
    summary: "An agreement, as JSON",
    description: "The same bytes as /api/v1/agreements/{slug}.",
    like: "agreement",
    contentType: "application/json",
  },
  {
    path: "/agreements/{slug}.csv",
    id: "agreementAsCsv",
    summary: "An agreement's acts, as CSV",
    description: "One line for each act of the page.",
    like: "agreement",
    contentType: "text/csv",
  },
  {
    path: "/agreements.xlsx",
    id: "agreementsAsWorkbook",
    summary: "The table, as a workbook",
    description: `The rows of the page with the same query, and a sheet that says what each column means. ${wholeFile}`,
    takesAll: true,
    like: "agreements",
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  {
    path: "/agreements.atom",
    id: "agreementsAsFeed",
    summary: "Changes of the agreements of a view, as a feed",
    description: "Atom (RFC 4287): one entry for each change, with what was and what is now.",
    like: "agreements",
    contentType: "application/atom+xml",
  },
  {
    path: "/agreements.ics",
    id: "agreementsAsCalendar",
    summary: "Acts of the agreements of a view, as a calendar",
    description:
      "iCalendar (RFC 5545): what happened, and what is expected as tentative; at most 5,000 agreements.",
    like: "agreements",
    contentType: "text/calendar",
  },
  {
    path: "/feed.atom",
    id: "everyChangeAsFeed",
    summary: "Every accepted change, as a feed",
    description: "Atom (RFC 4287), newest first; `link` with rel=next leads on.",
    like: "changes",
    own: {},
    contentType: "application/atom+xml",
  },
  {
    path: "/calendar.ics",
    id: "everyActAsCalendar",
    summary: "Every act, as a calendar",
    description: "iCalendar (RFC 5545): what happened, and what is expected as tentative.",
    like: "agreement",
    contentType: "text/calendar",
  },
  {
    path: "/timeline.svg",
    id: "timelineAsPicture",
    summary: "The timeline, as a picture",
    description:
      "The lanes of the page with the same query, to print; .png beside it. At most 5,000 agreements.",
    like: "agreements",
    contentType: "image/svg+xml",
  },
  {
    path: "/oembed",
    id: "readEmbed",
    summary: "How another site may show a page of this one",
    description: "oEmbed 1.0, type `rich`, for the timeline, an agreement and a frozen view.",
    like: "stages",
    own: oembedWords,
    contentType: "application/json",
    answer: answers.oembed,
  },
];

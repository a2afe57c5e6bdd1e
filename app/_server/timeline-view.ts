/** What the page `/timeline`, its picture and its embed show: lanes, moments and the sentence of the day. */
import type { GroupLine } from "#components/timeline/party-groups.tsx";
import type { TimelineData, TimelinePart, TimelineStage } from "#components/timeline/timeline-data.ts";
import { allAgreements, countAgreements } from "#db/queries/agreements.ts";
import { allMoments } from "#db/queries/frameworks.ts";
import { partyGroups } from "#db/queries/party-groups.ts";
import { summaryOf } from "#db/queries/summary.ts";
import { lanePaths, laneSteps, recordSpan } from "#db/queries/timeline.ts";
import type { Clocks } from "#domain/clocks.ts";
import { readCursor, writeCursor } from "#domain/cursor.ts";
import { dayInWords } from "#domain/day.ts";
import { boundsOf } from "#domain/edtf.ts";
import { laneSentence } from "#domain/lane-sentence.ts";
import { capitalised, numberInWords, plural } from "#domain/numbers.ts";
import { focusOf, partnerOf, rowNames } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import { drawings, type StageCode, stageCodes, stages } from "#domain/stage.ts";
import { defaultSort, pickFilters, type View, type ViewProblem, withView } from "#domain/view.ts";
import type { Row } from "#domain/wire.ts";
import { demandFew, mostLanes } from "./demand-few.ts";
import type { Resolved } from "./view.ts";

const inGroup = (drawing: string): StageCode[] =>
  stageCodes.filter((code) => code !== "unknown" && stages[code].drawing === drawing);

/** The legend: each group of stages with this page's address with the group put into the filter, or taken out. */
const legendOf = (view: View): TimelineStage[] =>
  drawings.map((drawing) => {
    const group = inGroup(drawing);
    const rest = view.stage.filter((code) => !group.includes(code));
    const stage = rest.length < view.stage.length ? rest : [...rest, ...group];
    return { drawing, href: paths.timeline(withView(view, { stage })) };
  });

/**
 * The clocks by which the lanes are chosen. The stage and the day are the reader's to change while looking, so all
 * that is known chooses; but words that ask how it stood on the day ask for the day of the view, in every form of it.
 */
function choosing({ view, clocks, today }: Resolved): Clocks {
  const asksForDay = view.signedFrom !== null || view.signedTo !== null || view.flag.length > 0;
  return asksForDay ? clocks : { on: today, known: clocks.known };
}

/** The countries of the agreements that a view chooses, where these are too many for a lane each; else null. */
export async function timelineGroups(resolved: Resolved): Promise<GroupLine[] | null> {
  const { db, view, clocks } = resolved;
  const filters = pickFilters(view);
  const all = await countAgreements(db, { ...filters, stage: [] }, choosing(resolved));
  if (all <= mostLanes) return null;
  const groups = await partyGroups(db, filters, clocks);
  const [asked, ...others] = view.party;
  return groups.map(({ code, ...group }) => {
    // With one country asked for, the others are its partners.
    const [a = code, b = code] = [asked, code].filter((one) => one !== undefined).sort();
    const narrower: Partial<View> =
      asked !== undefined && others.length === 0 ? { party: [], between: [a, b] } : { party: [code] };
    return { code, ...group, href: paths.timeline(withView(view, narrower)) };
  });
}

/** Lanes that a page draws at once; further ones are on the next (ux.md, `LaneList`). */
const mostDrawn = 200;
/** What the cursors of this list belong to. */
const cursorSort = "timeline";

/** The place behind the last lane of the page before; null where the cursor is none of ours. */
function placeAfter(rows: readonly Row[], cursor: string | null): number | null {
  if (cursor === null) return 0;
  const last = readCursor(cursor, cursorSort)?.slug;
  const place = rows.findIndex(({ slug }) => slug === last);
  return place === -1 ? null : place + 1;
}

/** The notice of a page that does not know its cursor. */
export const strangePart = (cursor: string): ViewProblem => ({
  word: "cursor",
  value: cursor,
  message: "These lanes cannot be found any more. Showing the first ones.",
  allowed: "the link to the next lanes",
});

/** Which of the rows a page draws, and the addresses of the others; all of them where a form holds all. */
function partOf(rows: readonly Row[], { view, clocks, today }: Resolved) {
  const place = placeAfter(rows, view.cursor);
  const first = place ?? 0;
  const drawn = rows.slice(first, first + mostDrawn);
  const last = drawn.at(-1);
  const to = (cursor: string | null) => paths.timeline(withView(view, { cursor, on: null }));
  const hasMore = first + drawn.length < rows.length;
  const part: TimelinePart = {
    first: first + 1,
    last: first + drawn.length,
    total: rows.length,
    start: first === 0 ? null : to(null),
    next:
      hasMore && last
        ? to(writeCursor({ sort: cursorSort, slug: last.slug, on: today, known: clocks.known }))
        : null,
  };
  return { drawn, part: drawn.length === rows.length ? null : part, isLost: place === null };
}

/**
 * The lanes of a view, chosen and ordered by all that is known; the stage and the day are the reader's to change.
 * Of very many a page draws a part and counts all (`"page"`); a picture holds all (`"whole"`). `isLost` tells that the
 * part asked for is none. Throws `rule-broken` where they are too many for either.
 */
export async function timelineData(
  resolved: Resolved,
  form: "page" | "whole",
): Promise<TimelineData & { isLost: boolean }> {
  const { db, view, clocks, today } = resolved;
  const now = { on: today, known: clocks.known };
  const filters = { ...pickFilters(view), stage: [] };
  const chosenAt = choosing(resolved);
  await demandFew({ db, clocks: chosenAt }, filters);
  const rows = await allAgreements(db, filters, view.sort ?? { ...defaultSort, descending: false }, chosenAt);
  const { drawn, part, isLost } =
    form === "page" ? partOf(rows, resolved) : { drawn: rows, part: null, isLost: false };
  const isDrawn = new Set(drawn);
  const slugsOf = (some: readonly Row[]) => some.map(({ slug }) => slug);
  const [known, others, span, moments] = await Promise.all([
    lanePaths(db, slugsOf(drawn), now),
    laneSteps(db, slugsOf(rows.filter((row) => !isDrawn.has(row))), now),
    recordSpan(db, now),
    allMoments(db, now),
  ]);
  const focus = focusOf(rows);
  const names = rowNames(rows, focus);
  return {
    label: `Timeline of ${plural(rows.length, "agreement")}`,
    part,
    isLost,
    others,
    lanes: drawn.map((row) => {
      const path = known.get(row.slug) ?? { periods: [], expectations: [] };
      const name = names.get(row.slug) ?? row.slug;
      return {
        slug: row.slug,
        name,
        flagCode: partnerOf(row, focus)[0]?.code ?? "",
        href: paths.agreement(row.slug, view),
        periods: path.periods,
        expectations: path.expectations,
        sentence: laneSentence(name, path.periods, clocks.on),
      };
    }),
    on: clocks.on,
    min: span?.first ?? today,
    max: today,
    moments: moments.map(({ date, label }) => {
      const day = boundsOf(date).earliest;
      return { date: day, label, href: paths.timeline(withView(view, { on: day })) };
    }),
    legend: legendOf(view),
    shown: view.stage,
    allHref: paths.timeline(withView(view, { stage: [] })),
    ghosts: view.ghosts,
    address: paths.timeline(withView(view, { on: null })),
  };
}

/** The count of the day by the rule of the view, and the title that says it. */
export async function timelineHeadline(resolved: Resolved) {
  const { db, view, clocks, rule } = resolved;
  const summary = await summaryOf(db, rule, { ...pickFilters(view), stage: [] }, clocks);
  const talking = (summary.byStage.negotiating ?? 0) + (summary.byStage.paused ?? 0);
  return {
    summary,
    title: `${capitalised(numberInWords(summary.signed))} signed on ${dayInWords(clocks.on, "long")}`,
    talking,
  };
}

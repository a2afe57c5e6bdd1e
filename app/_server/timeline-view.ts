/** What the page `/timeline`, its picture and its embed show: lanes, moments and the sentence of the day. */
import type { GroupLine } from "#components/timeline/party-groups.tsx";
import type { TimelineData, TimelineStage } from "#components/timeline/timeline-data.ts";
import { allAgreements, countAgreements } from "#db/queries/agreements.ts";
import { allMoments } from "#db/queries/frameworks.ts";
import { partyGroups } from "#db/queries/party-groups.ts";
import { summaryOf } from "#db/queries/summary.ts";
import { lanePaths, recordSpan } from "#db/queries/timeline.ts";
import { dayInWords } from "#domain/day.ts";
import { boundsOf } from "#domain/edtf.ts";
import { laneSentence } from "#domain/lane-sentence.ts";
import { capitalised, numberInWords, plural } from "#domain/numbers.ts";
import { focusOf, partnerOf, rowNames } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import { drawings, type StageCode, stageCodes, stages } from "#domain/stage.ts";
import { defaultSort, pickFilters, type View, withView } from "#domain/view.ts";
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

/** The countries of the agreements that a view chooses, where these are too many for a lane each; else null. */
export async function timelineGroups({ db, view, clocks, today }: Resolved): Promise<GroupLine[] | null> {
  const filters = pickFilters(view);
  const all = await countAgreements(db, { ...filters, stage: [] }, { on: today, known: clocks.known });
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

/**
 * The lanes of a view, chosen and ordered by all that is known; the stage and the day are the reader's to change.
 * Throws `rule-broken` where they are too many.
 */
export async function timelineData({ db, view, clocks, today }: Resolved): Promise<TimelineData> {
  const now = { on: today, known: clocks.known };
  // The stage and the day change while one looks: lanes are chosen and ordered by all that is known.
  const filters = { ...pickFilters(view), stage: [] };
  await demandFew({ db, clocks: now }, filters);
  const rows = await allAgreements(db, filters, view.sort ?? { ...defaultSort, descending: false }, now);
  const [known, span, moments] = await Promise.all([
    lanePaths(
      db,
      rows.map(({ slug }) => slug),
      now,
    ),
    recordSpan(db, now),
    allMoments(db, now),
  ]);
  const focus = focusOf(rows);
  const names = rowNames(rows, focus);
  return {
    label: `Timeline of ${plural(rows.length, "agreement")}`,
    lanes: rows.map((row) => {
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

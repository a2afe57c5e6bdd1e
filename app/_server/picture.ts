/** Pictures of views: what they show, read from the record as of the view's clocks and never newer. */
import { agreementPicture } from "#components/picture/agreement-picture.ts";
import { type ShareCard, shareCard } from "#components/picture/share-card.ts";
import { timelinePicture } from "#components/picture/timeline-picture.ts";
import { lanePaths, recordSpan } from "#db/queries/timeline.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { windowInWords } from "#domain/date-words.ts";
import { type Day, dayFromNumber, dayInWords, dayNumber } from "#domain/day.ts";
import { stepOn } from "#domain/lane.ts";
import { expectedOf, stepsOf } from "#domain/lane-steps.ts";
import { grouped, plural } from "#domain/numbers.ts";
import { pairInWords } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import { windowOf } from "#domain/scale.ts";
import { stages } from "#domain/stage.ts";
import { withView } from "#domain/view.ts";
import type { Agreement, Row } from "#domain/wire.ts";
import { onSite } from "./site.ts";
import { timelineData, timelineHeadline } from "./timeline-view.ts";
import type { Resolved } from "./view.ts";

/** The words that a picture of one agreement reads. */
export const pictureWords = { view: [...apiRoutes.agreement.view, "ghosts"], own: {} } as const;

type Path = Awaited<ReturnType<typeof lanePaths>> extends Map<string, infer One> ? One : never;
type Drawn = Pick<Path, "periods" | "expectations">;
type Period = Pick<Path["periods"][number], "stage" | "from" | "fromLatest">;

const instantInWords = (known: string) => `${dayInWords(known.slice(0, 10))}, ${known.slice(11, 16)} UTC`;

const footOf = ({ clocks }: Resolved, address: string): string[] => [
  `As known to Accords on ${instantInWords(clocks.known)}. Every act with its sources at ${address}`,
  "Accords, CC BY 4.0. A signature never implies force.",
];

/** Where a path stands on a day, for the words beside its lane. */
function standingOf(periods: readonly Period[], on: Day) {
  const period = periods[stepOn(stepsOf(periods), dayNumber(on))];
  if (!period) return null;
  const { label, drawing } = stages[period.stage];
  return { drawing, label, date: windowInWords(period.from, period.fromLatest) };
}

/** `/timeline` as SVG: the lanes of the page, those of its legend's filter alone. */
export async function timelineSheet(resolved: Resolved): Promise<string> {
  const { view, clocks, rule } = resolved;
  const [data, { summary, title, talking }] = await Promise.all([
    timelineData(resolved, "whole"),
    timelineHeadline(resolved),
  ]);
  const lanes = data.lanes
    .filter(({ periods }) => {
      const at = periods[stepOn(stepsOf(periods), dayNumber(clocks.on))];
      return view.stage.length === 0 || view.stage.includes(at?.stage ?? "unknown");
    })
    .map(({ name, periods, expectations }) => ({
      name,
      steps: stepsOf(periods),
      expected: expectedOf(expectations),
      standing: standingOf(periods, clocks.on),
    }));
  const pinned = withView(view, { on: clocks.on, known: clocks.known });
  return timelinePicture({
    title,
    subtitle: `${plural(summary.signed, "agreement")} signed by the rule “${rule.label}” and ${grouped(talking)} under negotiation, as of ${dayInWords(clocks.on, "long")}; ${plural(lanes.length, "lane")}.`,
    foot: footOf(resolved, onSite(paths.timeline(pinned))),
    lanes,
    window: windowOf(data.min, data.max),
    on: dayNumber(clocks.on),
    until: dayNumber(data.max),
    ghosts: view.ghosts,
  });
}

/** `/agreements/{slug}` as SVG. */
export async function agreementSheet(resolved: Resolved, agreement: Agreement): Promise<string> {
  const { db, view, clocks, today } = resolved;
  const path = await pathOf(resolved, agreement.slug);
  const all = await lanePaths(db, [agreement.slug], { on: today, known: clocks.known });
  const until = view.ghosts ? today : clocks.on;
  const { periods, expectations } = view.ghosts ? (all.get(agreement.slug) ?? path) : path;
  const steps = stepsOf(periods);
  const reached = periods.slice(0, stepOn(steps, dayNumber(clocks.on)) + 1);
  const pinned = withView(view, { on: clocks.on, known: clocks.known });
  return agreementPicture({
    title: pairInWords(agreement),
    subtitle: `${agreement.title}. As of ${dayInWords(clocks.on, "long")}.`,
    foot: footOf(resolved, onSite(paths.agreement(agreement.slug, pinned))),
    lane: {
      name: pairInWords(agreement),
      steps,
      expected: expectedOf(expectations),
      standing: standingOf(periods, clocks.on),
    },
    phases: reached.map(({ stage, from, fromLatest }) => ({
      drawing: stages[stage].drawing,
      label: stages[stage].label,
      when: `since ${windowInWords(from, fromLatest)}`,
    })),
    window: windowOf(periods[0]?.from ?? clocks.on, until),
    on: dayNumber(clocks.on),
    until: dayNumber(until),
    ghosts: view.ghosts,
  });
}

async function pathOf({ db, clocks }: Resolved, slug: string): Promise<Drawn> {
  const found = await lanePaths(db, [slug], clocks);
  return found.get(slug) ?? { periods: [], expectations: [] };
}

/** Lines that a share image has room for. */
const mostLines = 200;

/** The share image of some rows: only what had begun on the day, and nothing after it. */
export async function rowsCard(
  { db, clocks }: Resolved,
  rows: readonly Row[],
  words: Pick<ShareCard, "title" | "lines">,
): Promise<string> {
  // More lines than pixels to draw them would be one grey field: the latest signatures are drawn, the words count all.
  const drawn = rows.length <= mostLines ? rows : rows.filter(({ signedOn }) => signedOn !== null);
  const slugs = drawn.slice(-mostLines).map(({ slug }) => slug);
  const [found, span] = await Promise.all([lanePaths(db, slugs, clocks), recordSpan(db, clocks)]);
  const lanes = slugs
    .map((slug) => ({ name: slug, steps: stepsOf(found.get(slug)?.periods ?? []), expected: [] }))
    .filter(({ steps }) => stepOn(steps, dayNumber(clocks.on)) >= 0);
  const firsts = lanes.flatMap(({ steps }) => steps[0]?.from ?? []);
  const first = firsts.length > 0 ? Math.min(...firsts) : dayNumber(span?.first ?? clocks.on);
  const start = Math.min(first, dayNumber(clocks.on));
  const window = windowOf(dayFromNumber(start), clocks.on);
  return shareCard({ ...words, lanes, window, on: dayNumber(clocks.on) });
}

import type { Metadata } from "next";
import Link from "next/link";
import { AsOfControl } from "#components/as-of-control.tsx";
import { Timeline } from "#components/timeline/timeline.tsx";
import type { TimelineData, TimelineStage } from "#components/timeline/timeline-data.ts";
import { ViewNotices } from "#components/view-notices.tsx";
import { allAgreements } from "#db/queries/agreements.ts";
import { allMoments } from "#db/queries/frameworks.ts";
import { summaryOf } from "#db/queries/summary.ts";
import { lanePaths, recordSpan } from "#db/queries/timeline.ts";
import { dayInWords } from "#domain/day.ts";
import { boundsOf } from "#domain/edtf.ts";
import { laneSentence } from "#domain/lane-sentence.ts";
import { capitalised, numberInWords, plural } from "#domain/numbers.ts";
import { commonGround, focusOf, partnerOf, rowNames } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import { drawings, type StageCode, stageCodes, stages } from "#domain/stage.ts";
import { defaultSort, pickFilters, type View, withView } from "#domain/view.ts";
import { type Resolved, resolvePage, robotsOf } from "../_server/view.ts";

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

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

async function timelineData({ db, view, clocks, today }: Resolved): Promise<TimelineData> {
  const now = { on: today, known: clocks.known };
  // The stage and the day change while one looks: lanes are chosen and ordered by all that is known.
  const filters = { ...pickFilters(view), stage: [] };
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

async function headline(resolved: Resolved) {
  const { db, view, clocks, rule } = resolved;
  const summary = await summaryOf(db, rule, { ...pickFilters(view), stage: [] }, clocks);
  const talking = (summary.byStage.negotiating ?? 0) + (summary.byStage.paused ?? 0);
  return {
    summary,
    title: `${capitalised(numberInWords(summary.signed))} signed on ${dayInWords(clocks.on, "long")}`,
    talking,
  };
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const resolved = await resolvePage(searchParams);
  const { summary, title, talking } = await headline(resolved);
  const robots = robotsOf(resolved);
  return {
    title,
    description: `On ${dayInWords(summary.clock.on)}, ${plural(summary.signed, "agreement")} signed by the rule “${summary.rule.label}”, ${talking} under negotiation${summary.latest ? `; the latest with ${summary.latest.party.name}` : ""}.`,
    alternates: { canonical: paths.timeline(resolved.view) },
    ...(robots ? { robots } : {}),
  };
}

/** `/timeline`: every lane as of a day, with a slider through time. */
export default async function TimelinePage({ searchParams }: PageProps) {
  const resolved = await resolvePage(searchParams);
  const { db, view, problems, clocks, today } = resolved;
  const [data, { summary, title, talking }, rows, moments] = await Promise.all([
    timelineData(resolved),
    headline(resolved),
    allAgreements(db, pickFilters(view), defaultSort, clocks),
    allMoments(db, clocks),
  ]);
  const ground = commonGround(rows);
  const featured = moments.filter(
    (moment) => moment.featured && boundsOf(moment.date).earliest !== clocks.on,
  );
  return (
    <>
      <ViewNotices problems={problems} />
      <div className="page-head">
        <div>
          {ground ? <p className="eyebrow">{ground}</p> : null}
          <h1>{title}</h1>
          <p className="deck">
            On <b>{dayInWords(clocks.on)}</b>,{" "}
            <Link className="link" href={paths.agreements(withView(view, { stage: [], sort: defaultSort }))}>
              <b>{plural(summary.signed, "agreement")} signed</b>
            </Link>{" "}
            by the rule{" "}
            <Link className="link" href={paths.methodology(`rule-${summary.rule.id}`)}>
              {summary.rule.label}
            </Link>{" "}
            and <b>{talking} under negotiation</b>
            {summary.latest ? (
              <>
                ; the latest signature is{" "}
                <Link className="link" href={paths.agreement(summary.latest.slug, view)}>
                  {summary.latest.party.name}
                </Link>
                , {dayInWords(summary.latest.signedOn)}
              </>
            ) : null}
            . Each line thickens as a commitment hardens; faint lines show what came next.
          </p>
        </div>
        <AsOfControl
          on={clocks.on}
          today={today}
          address={data.address}
          known={
            view.known === null
              ? null
              : { at: view.known, href: paths.timeline(withView(view, { known: null })) }
          }
        />
      </div>
      <div className="filter-bar">
        <nav className="segments" aria-label="Views of this list">
          <Link href={paths.agreements(view)} prefetch={false}>
            Table
          </Link>
          <Link href={paths.timeline(view)} aria-current="page" prefetch={false}>
            Timeline
          </Link>
        </nav>
        <Link
          className={view.ghosts ? "chip on" : "chip"}
          href={paths.timeline(withView(view, { ghosts: !view.ghosts }))}
          scroll={false}
          prefetch={false}
        >
          What came next: {view.ghosts ? "on" : "off"}
        </Link>
        {featured.map(({ date, label }) => (
          <Link
            key={date + label}
            className="chip"
            href={paths.timeline(withView(view, { on: boundsOf(date).earliest }))}
            prefetch={false}
          >
            {dayInWords(boundsOf(date).earliest)}: {label}
          </Link>
        ))}
        <span className="muted">{plural(data.lanes.length, "lane")}</span>
      </div>
      <Timeline data={data} />
    </>
  );
}

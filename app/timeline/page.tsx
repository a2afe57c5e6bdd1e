import type { Metadata } from "next";
import Link from "next/link";
import { AsOf } from "#components/as-of.tsx";
import { KnownAt } from "#components/as-of-control.tsx";
import { DownloadMenu } from "#components/download-menu.tsx";
import { PrintFooter } from "#components/print-footer.tsx";
import { ViewActions } from "#components/share/view-actions.tsx";
import { PartyGroups } from "#components/timeline/party-groups.tsx";
import { Timeline } from "#components/timeline/timeline.tsx";
import { ViewNotices } from "#components/view-notices.tsx";
import { allAgreements, countAgreements } from "#db/queries/agreements.ts";
import { allMoments } from "#db/queries/frameworks.ts";
import { dayInWords } from "#domain/day.ts";
import { boundsOf } from "#domain/edtf.ts";
import { grouped, plural } from "#domain/numbers.ts";
import { commonGround } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import { defaultSort, pickFilters, withView } from "#domain/view.ts";
import { mostLanes } from "../_server/demand-few.ts";
import { headOf } from "../_server/head.ts";
import { listDownloads } from "../_server/list-downloads.ts";
import { shareAddresses } from "../_server/share-addresses.ts";
import { strangePart, timelineData, timelineGroups, timelineHeadline } from "../_server/timeline-view.ts";
import { resolvePage } from "../_server/view.ts";

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const resolved = await resolvePage(searchParams);
  const { summary, title, talking } = await timelineHeadline(resolved);
  return headOf(resolved, {
    title,
    description: `On ${dayInWords(summary.clock.on)}, ${plural(summary.signed, "agreement")} signed by the rule “${summary.rule.label}”, ${grouped(talking)} under negotiation${summary.latest ? `; the latest with ${summary.latest.party.name}` : ""}.`,
    href: (view) => paths.timeline(view),
  });
}

/** `/timeline`: every lane as of a day, with a slider through time. */
export default async function TimelinePage({ searchParams }: PageProps) {
  const resolved = await resolvePage(searchParams);
  const { db, view, problems, clocks, today } = resolved;
  const groups = await timelineGroups(resolved);
  const [data, { summary, title, talking }, rows, moments, total] = await Promise.all([
    groups === null ? timelineData(resolved, "page") : null,
    timelineHeadline(resolved),
    groups === null ? allAgreements(db, pickFilters(view), defaultSort, clocks) : [],
    allMoments(db, clocks),
    countAgreements(db, pickFilters(view), clocks),
  ]);
  const addresses = shareAddresses(resolved, paths.timeline, title);
  const ground = commonGround(rows);
  const featured = moments.filter(
    (moment) => moment.featured && boundsOf(moment.date).earliest !== clocks.on,
  );
  return (
    <>
      <ViewNotices
        problems={data?.isLost && view.cursor !== null ? [...problems, strangePart(view.cursor)] : problems}
      />
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
            and <b>{`${grouped(talking)} under negotiation`}</b>
            {summary.latest ? (
              <>
                ; the latest signature is{" "}
                <Link className="link" href={paths.agreement(summary.latest.slug, view)}>
                  {summary.latest.party.name}
                </Link>
                , {dayInWords(summary.latest.signedOn)}
              </>
            ) : null}
            .{" "}
            {groups === null
              ? "Each line thickens as a commitment hardens; faint lines show what came next."
              : `More than ${grouped(mostLanes)} agreements are too many for a line each, so they are grouped by country; choose one to see its lines.`}
          </p>
        </div>
        <ViewActions addresses={addresses} title={title}>
          <DownloadMenu
            items={[
              ...listDownloads(withView(view, { limit: null }), total),
              { href: paths.timeline(view, "svg"), label: "SVG", note: "The picture, to print" },
              { href: paths.timeline(view, "png"), label: "PNG", note: "The same picture" },
            ]}
          />
        </ViewActions>
      </div>
      {view.known === null || data === null ? null : (
        <p className="as-of">
          <KnownAt known={{ at: view.known, href: paths.timeline(withView(view, { known: null })) }} />
        </p>
      )}
      {data === null ? null : (
        <PrintFooter
          address={paths.timeline(withView(view, { on: clocks.on }))}
          on={clocks.on}
          known={view.known}
        />
      )}
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
        <span className="muted">
          {data === null
            ? plural(groups?.length ?? 0, "country", "countries")
            : plural(data.part?.total ?? data.lanes.length, "lane")}
        </span>
        {data === null ? <AsOf view={view} clocks={clocks} today={today} href={paths.timeline} /> : null}
      </div>
      {data === null ? (
        <PartyGroups lines={groups ?? []} label={`Agreements by country on ${dayInWords(clocks.on)}`} />
      ) : (
        <Timeline data={data} />
      )}
    </>
  );
}

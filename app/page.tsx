import type { Metadata } from "next";
import Link from "next/link";
import { NothingYet } from "#components/agreements/nothing-yet.tsx";
import { AsOf } from "#components/as-of.tsx";
import { Flag } from "#components/flag.tsx";
import { LaneList } from "#components/lane-list.tsx";
import { ChangeLog } from "#components/overview/change-log.tsx";
import { homeHeadline } from "#components/overview/headline.ts";
import { Hero } from "#components/overview/hero.tsx";
import { RowList } from "#components/overview/row-list.tsx";
import { stageCells } from "#components/overview/stage-groups.ts";
import { ViewActions } from "#components/share/view-actions.tsx";
import { StageStrip } from "#components/stage-strip.tsx";
import { ViewNotices } from "#components/view-notices.tsx";
import { listAgreements } from "#db/queries/agreements.ts";
import { anyChange, listChanges } from "#db/queries/changes.ts";
import { listCountries } from "#db/queries/countries.ts";
import { allMoments, listFrameworks } from "#db/queries/frameworks.ts";
import { dayInWords, dayOfInstant } from "#domain/day.ts";
import { boundsOf } from "#domain/edtf.ts";
import { plural } from "#domain/numbers.ts";
import { focusOf } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import { carried, defaultSort, noFilters, withView } from "#domain/view.ts";
import { headOf } from "./_server/head.ts";
import { type Overview, readOverview } from "./_server/overview.ts";
import { lanesOf, type PageWords } from "./_server/page-frame.ts";
import { shareAddresses } from "./_server/share-addresses.ts";
import { type Resolved, resolvePage } from "./_server/view.ts";

interface PageProps {
  searchParams: Promise<PageWords>;
}

/** Above this many lanes the overview shows the latest ones, and the timeline all. */
const mostLanes = 40;
const mostRows = 6;

/** The home page chooses nothing: only the clocks and the rule are its own. */
const asHome = (resolved: Resolved): Resolved => ({ ...resolved, view: carried(resolved.view) });

const titleOf = ({ rule, clocks, today }: Resolved, { summary }: Overview) =>
  homeHeadline({ summary, countsPartners: rule.counts === "partners", on: clocks.on, today });

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const resolved = asHome(await resolvePage(searchParams));
  const overview = await readOverview(resolved);
  return headOf(resolved, {
    title: { absolute: `${titleOf(resolved, overview)} · Accords` },
    description: `Where each agreement stands on ${dayInWords(resolved.clocks.on)}, since when, on what evidence, and what comes next.`,
    href: (view) => paths.home(view),
    forms: { "application/atom+xml": paths.feed(), "text/calendar": paths.calendar() },
  });
}

async function readHome({ db, clocks }: Resolved) {
  const [changes, countries, frameworks, moments] = await Promise.all([
    listChanges(db, { ...anyChange, limit: 10, before: null }, clocks),
    listCountries(db, clocks),
    listFrameworks(db),
    allMoments(db, clocks),
  ]);
  return {
    changes: changes.rows,
    countries,
    frameworks,
    featured: moments.filter(({ featured }) => featured),
  };
}

/**
 * The agreements that are drawn and listed, in the order of signature: all, or of very many those signed last, for a
 * line for each would be no picture.
 */
async function drawnRows({ db, clocks }: Resolved, { rows, total }: Overview) {
  if (rows.length > 0 || total === 0) return { drawn: rows, isPart: false };
  const request = { filters: noFilters, sort: defaultSort, limit: mostLanes, after: null };
  const { rows: last } = await listAgreements(db, request, clocks);
  return { drawn: last.reverse(), isPart: true };
}

/** `/`: where everything stands, how it got there, and what comes next. */
export default async function HomePage({ searchParams }: PageProps) {
  const resolved = asHome(await resolvePage(searchParams));
  const { view, problems, clocks, rule, today } = resolved;
  const overview = await readOverview(resolved);
  const { summary, facets, span, total, rows } = overview;
  if (span && clocks.on < span.first)
    return <NothingYet view={view} on={clocks.on} today={today} first={span.first} address={paths.home} />;
  const { changes, countries, frameworks, featured } = await readHome(resolved);
  const { drawn, isPart } = await drawnRows(resolved, overview);
  const shown = drawn.filter(({ stage }) => stage.code !== "unknown").slice(-mostLanes);
  const lanes = await lanesOf(resolved, shown);
  const focus = focusOf(drawn);
  const latest = drawn
    .filter(({ signedOn }) => signedOn !== null)
    .slice(-mostRows)
    .reverse();
  const expected = rows.filter(({ next }) => next !== null);
  const addresses = shareAddresses(resolved, paths.home, titleOf(resolved, overview));
  return (
    <>
      <ViewNotices problems={problems} />
      <Hero
        title={titleOf(resolved, overview)}
        {...{ summary, rule, rows, total, view }}
        frameworks={facets.framework}
        on={clocks.on}
        first={span?.first ?? clocks.on}
      >
        <ViewActions addresses={addresses} title={titleOf(resolved, overview)}>
          <AsOf view={view} clocks={clocks} today={today} href={paths.home} />
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
        </ViewActions>
      </Hero>
      <StageStrip cells={stageCells(facets.stage, paths.agreements, view)} />
      <section className="section">
        <div className="section-head">
          <h2>How it got there</h2>
          <Link className="link" href={paths.timeline(view)} prefetch={false}>
            Open the timeline
          </Link>
        </div>
        {isPart ? (
          <p className="note">{`The ${shown.length} signed last, of ${plural(total, "agreement")}.`}</p>
        ) : null}
        <LaneList
          label="Agreements as lanes"
          rows={shown}
          lanes={lanes}
          view={view}
          on={clocks.on}
          until={today}
          focus={focus}
        />
      </section>
      <div className="home-columns">
        <div>
          <section className="section">
            <h2>Latest signatures</h2>
            <RowList rows={latest} focus={focus} view={view} say="signed" />
          </section>
          <section className="section">
            <h2>Expected next</h2>
            {isPart ? (
              <p className="note">
                Too many to look through here;{" "}
                <Link className="link" href={paths.agreements(view)} prefetch={false}>
                  the table
                </Link>{" "}
                says of each what is expected.
              </p>
            ) : expected.length > 0 ? (
              <RowList rows={expected} focus={focus} view={view} say="expected" />
            ) : (
              <p className="note">Nothing announced is outstanding.</p>
            )}
          </section>
          <section className="section">
            <h2>Frameworks</h2>
            <ul className="plain-list">
              {frameworks.map(({ slug, shortTitle, title }) => (
                <li key={slug}>
                  <Link className="link" href={paths.framework(slug, view)} prefetch={false}>
                    {shortTitle}
                  </Link>
                  <span className="note">{title}</span>
                </li>
              ))}
            </ul>
          </section>
        </div>
        <section className="section">
          <div className="section-head">
            <h2>Recent changes</h2>
            <Link className="link" href={paths.changes(view)} prefetch={false}>
              All changes
            </Link>
          </div>
          <ChangeLog changes={changes} view={view} />
          <p className="note">Data to {dayInWords(dayOfInstant(clocks.known))}.</p>
        </section>
      </div>
      <section className="section">
        <h2>Browse by country</h2>
        <ul className="chips">
          {countries.map(({ code, name }) => (
            <li key={code}>
              <Link className="chip" href={paths.country(code, view)} prefetch={false}>
                <Flag code={code} />
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

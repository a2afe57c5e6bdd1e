import type { Metadata } from "next";
import { AsOf } from "#components/as-of.tsx";
import { MembershipList } from "#components/country/membership-list.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { Flag } from "#components/flag.tsx";
import { LaneList } from "#components/lane-list.tsx";
import { MissingRecord } from "#components/missing-record.tsx";
import { stageCells } from "#components/overview/stage-groups.ts";
import { ViewActions } from "#components/share/view-actions.tsx";
import { StageStrip } from "#components/stage-strip.tsx";
import { ViewNotices } from "#components/view-notices.tsx";
import { allAgreements } from "#db/queries/agreements.ts";
import { countryAt, membershipsOf } from "#db/queries/countries.ts";
import { facetsOf } from "#db/queries/facets.ts";
import { listFrameworks } from "#db/queries/frameworks.ts";
import { dayInWords } from "#domain/day.ts";
import { plural } from "#domain/numbers.ts";
import { paths } from "#domain/paths.ts";
import { suggestCountry } from "#domain/suggestion.ts";
import { noFilters, withView } from "#domain/view.ts";
import type { Country } from "#domain/wire.ts";
import { answerNotFound } from "../../_server/answer-status.ts";
import { headOf } from "../../_server/head.ts";
import { lanesOf, moveTo, type PageWords, typedSegment } from "../../_server/page-frame.ts";
import { shareAddresses } from "../../_server/share-addresses.ts";
import { type Resolved, resolvePage } from "../../_server/view.ts";

interface PageProps {
  params: Promise<{ code: string }>;
  searchParams: Promise<PageWords>;
}

async function readCountry({ params, searchParams }: PageProps) {
  const code = typedSegment((await params).code);
  if (/^[A-Za-z]{2}$/.test(code) && code !== code.toLowerCase()) {
    moveTo(paths.country(code), await searchParams);
  }
  const resolved = await resolvePage(searchParams);
  const country = /^[a-z]{2}$/.test(code)
    ? await countryAt(resolved.db, code.toUpperCase(), resolved.clocks)
    : null;
  return { code, resolved, country };
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { resolved, country } = await readCountry(props);
  if (!country) return { title: "There is no such country", robots: { index: false } };
  return headOf(resolved, {
    title: sentenceOf(country),
    description: `${sentenceOf(country)} as of ${dayInWords(resolved.clocks.on)}: where each stands, since when, and what it has joined.`,
    href: (view) => paths.country(country.code, view),
    forms: { "application/atom+xml": paths.countryFeed(country.code) },
  });
}

const sentenceOf = ({ name, agreements, signed }: Country): string =>
  agreements === 0
    ? `${name} has no agreement on record`
    : `${name} has ${plural(agreements, "agreement")} on record, ${signed} signed`;

function NoSuchCountry({ code, resolved: { view, vocabulary } }: { code: string; resolved: Resolved }) {
  answerNotFound();
  const near = suggestCountry(code, vocabulary).map((found) => ({
    href: paths.country(found, view),
    label: vocabulary.countries.get(found) ?? found,
  }));
  return (
    <MissingRecord
      title={`There is no country “${code.slice(0, 60)}”`}
      text="Addresses of countries end in their code of two letters (ISO 3166-1 alpha-2), such as /countries/lu."
      near={near}
      all={{ href: paths.countries(view), label: "All countries" }}
    />
  );
}

/** `/countries/{code}`: where its agreements stand, and what it joined. */
export default async function CountryPage(props: PageProps) {
  const { code, resolved, country } = await readCountry(props);
  if (!country) return <NoSuchCountry code={code} resolved={resolved} />;
  const { db, view, problems, clocks, today } = resolved;
  const filters = { ...noFilters, party: [country.code] };
  const list = withView(view, filters);
  const [rows, facets, memberships, frameworks] = await Promise.all([
    allAgreements(db, filters, { word: "signed", descending: false }, clocks),
    facetsOf(db, filters, clocks),
    membershipsOf(db, { country: country.code }, clocks),
    listFrameworks(db),
  ]);
  const lanes = await lanesOf(resolved, rows);
  const addresses = shareAddresses(
    resolved,
    (other) => paths.country(country.code, other),
    sentenceOf(country),
  );
  return (
    <>
      <ViewNotices problems={problems} />
      <div className="page-head">
        <div>
          <p className="eyebrow">{country.kind === "state" ? "Country" : "Organisation"}</p>
          <h1 className="with-flag">
            <Flag code={country.code} large />
            {country.name}
          </h1>
          <p className="deck">
            {sentenceOf(country)} by {dayInWords(clocks.on)}.
            {country.officialName && country.officialName !== country.name
              ? ` Its full name is ${country.officialName}.`
              : ""}
            {country.until ? ` It ceased to be on ${dayInWords(country.until)}.` : ""}
          </p>
        </div>
        <ViewActions addresses={addresses} title={sentenceOf(country)}>
          <AsOf
            view={view}
            clocks={clocks}
            today={today}
            href={(other) => paths.country(country.code, other)}
          />
        </ViewActions>
      </div>
      {rows.length === 0 ? (
        <EmptyState>
          No agreement of {country.name} is on record. That says nothing about agreements that are not
          collected here.
        </EmptyState>
      ) : (
        <>
          <StageStrip cells={stageCells(facets.stage, paths.agreements, list)} />
          <section className="section">
            <h2>Agreements</h2>
            <LaneList
              label={`The agreements of ${country.name}`}
              rows={rows}
              lanes={lanes}
              view={view}
              on={clocks.on}
              until={today}
              focus={country.code}
            />
          </section>
        </>
      )}
      {memberships.length > 0 ? (
        <section className="section">
          <h2>Frameworks</h2>
          <MembershipList
            memberships={memberships}
            view={view}
            by="framework"
            titles={new Map(frameworks.map(({ slug, shortTitle }) => [slug, shortTitle]))}
          />
        </section>
      ) : null}
    </>
  );
}

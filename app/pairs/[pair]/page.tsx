import type { Metadata } from "next";
import Link from "next/link";
import { AsOf } from "#components/as-of.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { Flag } from "#components/flag.tsx";
import { LaneList } from "#components/lane-list.tsx";
import { MissingRecord } from "#components/missing-record.tsx";
import { ViewActions } from "#components/share/view-actions.tsx";
import { ViewNotices } from "#components/view-notices.tsx";
import { allAgreements } from "#db/queries/agreements.ts";
import { dayInWords } from "#domain/day.ts";
import { plural } from "#domain/numbers.ts";
import { type PairReading, readPair } from "#domain/pair.ts";
import { paths } from "#domain/paths.ts";
import { stageSentence } from "#domain/sentences.ts";
import { typeLabel } from "#domain/type-label.ts";
import { noFilters } from "#domain/view.ts";
import { answerNotFound } from "../../_server/answer-status.ts";
import { headOf } from "../../_server/head.ts";
import { lanesOf, moveTo, type PageWords, typedSegment } from "../../_server/page-frame.ts";
import { shareAddresses } from "../../_server/share-addresses.ts";
import { resolvePage } from "../../_server/view.ts";

interface PageProps {
  params: Promise<{ pair: string }>;
  searchParams: Promise<PageWords>;
}

async function readPage({ params, searchParams }: PageProps) {
  const segment = typedSegment((await params).pair);
  const reading = readPair(segment);
  if (reading.is === "pair" && reading.canonical !== segment)
    moveTo(`/pairs/${reading.canonical}`, await searchParams);
  const resolved = await resolvePage(searchParams);
  const names =
    reading.is === "pair" ? reading.codes.map((code) => resolved.vocabulary.countries.get(code)) : [];
  const [first, second] = names;
  return {
    resolved,
    reading,
    pair:
      first && second && reading.is === "pair"
        ? { names: [first, second] as const, codes: reading.codes }
        : null,
  };
}

const missingText = (reading: PairReading): string =>
  reading.is === "same"
    ? "A pair needs two different countries."
    : "The address of a pair is two country codes with a hyphen, such as /pairs/lu-ua.";

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { resolved, pair } = await readPage(props);
  if (!pair) return { title: "There is no such pair", robots: { index: false } };
  const title = `Agreements between ${pair.names.join(" and ")}`;
  return headOf(resolved, {
    title,
    description: `${title} as of ${dayInWords(resolved.clocks.on)}: every instrument as a lane on one scale.`,
    href: (view) => paths.pair(...pair.codes, view),
  });
}

/** `/pairs/{a}-{b}`: everything between two countries on one scale. */
export default async function PairPage(props: PageProps) {
  const { resolved, reading, pair } = await readPage(props);
  const { db, view, problems, clocks, today } = resolved;
  if (!pair) {
    answerNotFound();
    return (
      <MissingRecord
        title={reading.is === "same" ? "A pair needs two different countries." : "There is no such pair"}
        text={missingText(reading)}
        all={{ href: paths.countries(view), label: "All countries" }}
      />
    );
  }
  const rows = await allAgreements(
    db,
    { ...noFilters, between: pair.codes },
    { word: "signed", descending: false },
    clocks,
  );
  const lanes = await lanesOf(resolved, rows);
  const names = new Map(
    rows.map(({ slug, type, signedOn, stage }) => [
      slug,
      [typeLabel(type), (signedOn ?? stage.since)?.slice(0, 4)].filter(Boolean).join(" "),
    ]),
  );
  const addresses = shareAddresses(
    resolved,
    (other) => paths.pair(...pair.codes, other),
    `Agreements between ${pair.names.join(" and ")}`,
  );
  return (
    <>
      <ViewNotices problems={problems} />
      <div className="page-head">
        <div>
          <p className="eyebrow">Pair</p>
          <h1 className="with-flag">
            {pair.codes.map((code) => (
              <Flag key={code} code={code} large />
            ))}
            {pair.names.join(" and ")}
          </h1>
          <p className="deck">
            {rows.length === 0
              ? "No agreement between the two is on record."
              : `${plural(rows.length, "agreement")} between the two on record, ${rows.filter(({ signedOn }) => signedOn !== null).length} signed by ${dayInWords(clocks.on)}.`}
          </p>
        </div>
        <ViewActions addresses={addresses} title={`Agreements between ${pair.names.join(" and ")}`}>
          <AsOf
            view={view}
            clocks={clocks}
            today={today}
            href={(other) => paths.pair(...pair.codes, other)}
          />
        </ViewActions>
      </div>
      {rows.length === 0 ? (
        <EmptyState>That says nothing about agreements that are not collected here.</EmptyState>
      ) : (
        <>
          <LaneList
            label={`Agreements between ${pair.names.join(" and ")}`}
            rows={rows}
            lanes={lanes}
            view={view}
            on={clocks.on}
            until={today}
            focus={pair.codes[0]}
            names={names}
            wide
          />
          <section className="section">
            <h2>{rows.length === 1 ? "The agreement" : "The agreements"}</h2>
            <ul className="plain-list stacked">
              {rows.map((row) => (
                <li key={row.slug}>
                  <Link className="link" href={paths.agreement(row.slug, view)} prefetch={false}>
                    {row.title}
                  </Link>
                  <span className="note">{stageSentence(row)}</span>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </>
  );
}

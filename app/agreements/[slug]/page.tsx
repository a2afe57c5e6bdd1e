import type { Metadata } from "next";
import Link from "next/link";
import { permanentRedirect } from "next/navigation";
import { ActLog } from "#components/agreement/act-log.tsx";
import { AgreementActions, type AgreementAddresses } from "#components/agreement/agreement-actions.tsx";
import { AgreementHead } from "#components/agreement/agreement-head.tsx";
import { ChecksList } from "#components/agreement/checks-list.tsx";
import { CommitmentsTable } from "#components/agreement/commitments-table.tsx";
import { ConflictNotes } from "#components/agreement/conflict-notes.tsx";
import { DayNotice } from "#components/agreement/day-notice.tsx";
import { KeyFacts } from "#components/agreement/key-facts.tsx";
import { NothingHere } from "#components/agreement/nothing-here.tsx";
import { RecordSources } from "#components/agreement/record-sources.tsx";
import { RelatedList } from "#components/agreement/related-list.tsx";
import { StandingFlags } from "#components/agreement/standing-flags.tsx";
import { WhyStage } from "#components/agreement/why-stage.tsx";
import { AsOf } from "#components/as-of.tsx";
import { EditLinks } from "#components/desk/edit-links.tsx";
import { DotStrip } from "#components/dot-strip.tsx";
import { Icon } from "#components/icon.tsx";
import { LinkedData } from "#components/linked-data.tsx";
import { PathCard } from "#components/path-card.tsx";
import { ViewNotices } from "#components/view-notices.tsx";
import { dayInWords, dayOfInstant } from "#domain/day.ts";
import { weakEvidence } from "#domain/evidence.ts";
import { outcomeOn } from "#domain/expectation-words.ts";
import { agreementLinkedData } from "#domain/linked-data.ts";
import { pairInWords } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import { may, type UserRole } from "#domain/permission.ts";
import { stageSentence } from "#domain/sentences.ts";
import { withView } from "#domain/view.ts";
import type { Agreement } from "#domain/wire.ts";
import {
  type FoundAgreement,
  isSlug,
  type PageProps,
  readAgreementPage,
  typedSlug,
} from "../../_server/agreement-view.ts";
import { answerNotFound } from "../../_server/answer-status.ts";
import { headOf } from "../../_server/head.ts";
import { currentCaller } from "../../_server/session.ts";
import { shareAddresses } from "../../_server/share-addresses.ts";
import { onSite } from "../../_server/site.ts";
import type { Resolved } from "../../_server/view.ts";

/** Addresses are in lower case; every other form of one leads there with its query. */
async function toLowerCase({ params, searchParams }: PageProps): Promise<void> {
  const slug = typedSlug((await params).slug);
  const lower = slug.toLowerCase();
  if (slug === lower || !isSlug(lower)) return;
  const words = Object.entries(await searchParams).flatMap(([word, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [word, one]),
  );
  const query = new URLSearchParams(words).toString();
  permanentRedirect(`${paths.agreement(lower)}${query ? `?${query}` : ""}`);
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { resolved, found, missing } = await readAgreementPage(props);
  if (!found) {
    const title = missing.since
      ? "This agreement was not known then"
      : "We have no agreement at this address";
    return { title, robots: { index: false } };
  }
  const { agreement } = found;
  const { view, clocks, today } = resolved;
  const standing = stageSentence(agreement);
  const asOf = clocks.on < today ? ` (as of ${dayInWords(clocks.on)})` : "";
  return headOf(resolved, {
    title: `${pairInWords(agreement)}: ${standing.slice(0, 1).toLowerCase()}${standing.slice(1, -1)}${asOf}`,
    description: `${agreement.title}. As of ${dayInWords(clocks.on)}: ${agreement.explanation.sentence}`,
    href: (shown) => paths.agreement(agreement.slug, shown),
    forms: {
      "application/json": paths.agreement(agreement.slug, view, "json"),
      "text/csv": paths.agreement(agreement.slug, view, "csv"),
      "application/atom+xml": paths.agreementFeed(agreement.slug),
      "text/calendar": paths.agreement(agreement.slug, view, "ics"),
    },
  });
}

function addressesOf(agreement: Agreement, resolved: Resolved): AgreementAddresses {
  const { view } = resolved;
  const { slug } = agreement;
  const form = (name: keyof AgreementAddresses["files"]) => paths.agreement(slug, view, name);
  return {
    ...shareAddresses(resolved, (shown) => paths.agreement(slug, shown), pairInWords(agreement)),
    files: {
      json: form("json"),
      csv: form("csv"),
      svg: form("svg"),
      png: form("png"),
      ics: form("ics"),
      atom: paths.agreementFeed(slug),
    },
    history: paths.history(slug, view),
  };
}

interface AgreementPageProps {
  found: FoundAgreement;
  resolved: Resolved;
  /** Of whoever is signed in; null for a reader. */
  role: UserRole | null;
}

function AgreementPage({ found, resolved, role }: AgreementPageProps) {
  const { agreement, lane, talks, laterActs } = found;
  const { view, problems, clocks, today } = resolved;
  const { slug, title, revision } = agreement;
  const addresses = addressesOf(agreement, resolved);
  const weak = weakEvidence(agreement);
  const overdue = lane.expectations.find(
    (expectation) => expectation.from <= clocks.on && outcomeOn(expectation, clocks.on) === "overdue",
  );
  return (
    <article className="agreement">
      <ViewNotices problems={problems} />
      <LinkedData value={agreementLinkedData(agreement, onSite(paths.agreement(slug)))} />
      <AgreementHead agreement={agreement} view={view}>
        <AgreementActions
          addresses={addresses}
          citable={{ slug, title, revision, ...clocks, url: addresses.pinned, accessed: today }}
        >
          {role && may(role, "propose") ? (
            <EditLinks
              act={paths.deskAgreement(slug, "act")}
              desk={paths.deskAgreement(slug)}
              verb={may(role, "record") ? "Record an act" : "Propose an act"}
            />
          ) : null}
        </AgreementActions>
      </AgreementHead>
      <StandingFlags agreement={agreement} openAct={overdue?.act ?? null} />
      <p className="note">
        <Link className="link" href={paths.history(slug, view)} prefetch={false}>
          Revision {revision}
        </Link>
        , last change {dayInWords(dayOfInstant(agreement.changedAt))}
      </p>
      <DayNotice
        on={clocks.on}
        today={today}
        laterActs={laterActs}
        todayHref={paths.agreement(slug, withView(view, { on: null }))}
      />
      <PathCard
        periods={lane.periods}
        expectations={lane.expectations}
        on={clocks.on}
        until={today}
        ghosts={view.ghosts}
        control={
          <AsOf view={view} clocks={clocks} today={today} href={(other) => paths.agreement(slug, other)} />
        }
      />
      {weak ? (
        <p className="notice warn evidence">
          <Icon name="warning" />
          <span>{weak}</span>
        </p>
      ) : null}
      <div className="columns">
        <div>
          <ActLog agreement={agreement} expectations={lane.expectations} on={clocks.on} />
        </div>
        <aside className="aside" aria-label="Facts">
          <KeyFacts
            agreement={agreement}
            frameworkTitle={found.frameworkTitle}
            knownSince={found.knownSince}
            view={view}
          />
          <WhyStage agreement={agreement} />
          {talks ? <DotStrip {...talks} /> : null}
          <ChecksList agreement={agreement} />
        </aside>
      </div>
      <CommitmentsTable agreement={agreement} />
      <div className="columns">
        <div>
          <ConflictNotes agreement={agreement} />
          <RecordSources agreement={agreement} />
        </div>
        <RelatedList agreement={agreement} view={view} />
      </div>
    </article>
  );
}

/** `/agreements/{slug}`: one agreement, whole, as of both clocks. */
export default async function Page(props: PageProps) {
  await toLowerCase(props);
  const { resolved, found, missing } = await readAgreementPage(props);
  if (found) {
    const caller = await currentCaller();
    return <AgreementPage found={found} resolved={resolved} role={caller?.user.role ?? null} />;
  }
  answerNotFound();
  const { view } = resolved;
  const slug = typedSlug((await props.params).slug);
  const now = paths.agreement(slug, withView(view, { known: null }));
  return (
    <>
      <ViewNotices problems={resolved.problems} />
      <NothingHere
        view={view}
        near={missing.near}
        knownLater={missing.since ? { since: missing.since, href: now } : null}
      />
    </>
  );
}

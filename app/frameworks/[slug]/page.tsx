import type { Metadata } from "next";
import { CommitmentsTable } from "#components/agreement/commitments-table.tsx";
import { ConflictNotes } from "#components/agreement/conflict-notes.tsx";
import { SourceChips } from "#components/agreement/source-chips.tsx";
import { AsOf } from "#components/as-of.tsx";
import { MembershipList } from "#components/country/membership-list.tsx";
import { MomentList } from "#components/framework/moment-list.tsx";
import { LaneList } from "#components/lane-list.tsx";
import { MissingRecord } from "#components/missing-record.tsx";
import { ViewActions } from "#components/share/view-actions.tsx";
import { ViewNotices } from "#components/view-notices.tsx";
import { frameworkAt, listFrameworks } from "#db/queries/frameworks.ts";
import { dateInWords } from "#domain/date-words.ts";
import { dayInWords } from "#domain/day.ts";
import { memberCountRule, membersOn } from "#domain/membership.ts";
import { plural } from "#domain/numbers.ts";
import { focusOf } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import { answerNotFound } from "../../_server/answer-status.ts";
import { headOf } from "../../_server/head.ts";
import { lanesOf, moveTo, type PageWords, typedSegment } from "../../_server/page-frame.ts";
import { shareAddresses } from "../../_server/share-addresses.ts";
import { type Resolved, resolvePage } from "../../_server/view.ts";

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<PageWords>;
}

async function readFramework({ params, searchParams }: PageProps) {
  const slug = typedSegment((await params).slug);
  const lower = slug.toLowerCase();
  if (slug !== lower && /^[a-z0-9-]{1,120}$/.test(lower)) moveTo(paths.framework(lower), await searchParams);
  const resolved = await resolvePage(searchParams);
  return { slug, resolved, framework: await frameworkAt(resolved.db, slug, resolved.clocks) };
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { resolved, framework } = await readFramework(props);
  if (!framework) return { title: "There is no such framework", robots: { index: false } };
  return headOf(resolved, {
    title: framework.title,
    description:
      framework.summary ?? `Who joined and who declined ${framework.title}, and the agreements under it.`,
    href: (view) => paths.framework(framework.slug, view),
  });
}

/** Answers 404 at once: a component below the page would come too late. */
async function missing(slug: string, { db, view }: Resolved) {
  answerNotFound();
  const near = (await listFrameworks(db)).map((known) => ({
    href: paths.framework(known.slug, view),
    label: known.shortTitle,
  }));
  return (
    <MissingRecord
      title={`There is no framework “${slug.slice(0, 60)}”`}
      text="Frameworks on record are few; these are all of them."
      near={near}
      all={{ href: paths.frameworks(view), label: "All frameworks" }}
    />
  );
}

/** `/frameworks/{slug}`: who joined, who declined, and the agreements under it. */
export default async function FrameworkPage(props: PageProps) {
  const { slug, resolved, framework } = await readFramework(props);
  if (!framework) return missing(slug, resolved);
  const { view, problems, clocks, today } = resolved;
  const standings = membersOn(framework.members, clocks.on).map(({ latest }) => latest);
  const declined = standings.filter(({ status }) => status === "declined");
  const members = standings.filter(({ status }) => status !== "declined");
  const rows = [...framework.agreements].reverse();
  const lanes = await lanesOf(resolved, rows);
  const addresses = shareAddresses(
    resolved,
    (other) => paths.framework(framework.slug, other),
    framework.title,
  );
  return (
    <>
      <ViewNotices problems={problems} />
      <div className="page-head">
        <div>
          <p className="eyebrow">Framework</p>
          <h1>{framework.title}</h1>
          <p className="deck">
            Adopted {dateInWords(framework.adoptedOn)}
            {framework.place ? ` in ${framework.place}` : ""}. By {dayInWords(clocks.on)},{" "}
            {plural(members.length, "country or organisation", "countries and organisations")} had joined.
          </p>
          <p className="note">{memberCountRule}</p>
        </div>
        <ViewActions addresses={addresses} title={framework.title}>
          <AsOf
            view={view}
            clocks={clocks}
            today={today}
            href={(other) => paths.framework(framework.slug, other)}
          />
        </ViewActions>
      </div>
      {framework.summary ? <p className="prose">{framework.summary}</p> : null}
      <SourceChips citations={framework.citations} />
      {rows.length > 0 ? (
        <section className="section">
          <h2>{plural(rows.length, "agreement")} under it</h2>
          <LaneList
            label={`Agreements under ${framework.shortTitle}`}
            rows={rows}
            lanes={lanes}
            view={view}
            on={clocks.on}
            until={today}
            focus={focusOf(rows)}
          />
        </section>
      ) : null}
      {framework.conflicts.length > 0 ? (
        <ConflictNotes agreement={{ conflicts: framework.conflicts, contradictions: [], acts: [] }} />
      ) : null}
      {framework.commitments.length > 0 ? <CommitmentsTable agreement={framework} /> : null}
      {members.length > 0 ? (
        <section className="section">
          <h2>Joined</h2>
          <MembershipList memberships={members} view={view} by="country" />
        </section>
      ) : null}
      {declined.length > 0 ? (
        <section className="section">
          <h2>Declined or not joined</h2>
          <MembershipList memberships={declined} view={view} by="country" />
        </section>
      ) : null}
      {framework.moments.length > 0 ? (
        <section className="section">
          <h2>Moments</h2>
          <MomentList moments={framework.moments} view={view} />
        </section>
      ) : null}
    </>
  );
}

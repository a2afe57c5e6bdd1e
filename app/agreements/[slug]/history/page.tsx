import type { Metadata } from "next";
import Link from "next/link";
import { NothingHere } from "#components/agreement/nothing-here.tsx";
import { AsOf } from "#components/as-of.tsx";
import { ChangeEntry } from "#components/history/change-entry.tsx";
import { ChangePages } from "#components/history/change-pages.tsx";
import { KnownPicker } from "#components/history/known-picker.tsx";
import { RevertForm } from "#components/history/revert-form.tsx";
import { ViewNotices } from "#components/view-notices.tsx";
import { knowsAgreement } from "#db/queries/changes.ts";
import { revisionsOf } from "#db/queries/history.ts";
import { instantInWords } from "#domain/instant-words.ts";
import { plural } from "#domain/numbers.ts";
import { pairInWords } from "#domain/partner.ts";
import { apiPaths, paths } from "#domain/paths.ts";
import { may } from "#domain/permission.ts";
import { revertPlan } from "#domain/revert-plan.ts";
import { withView } from "#domain/view.ts";
import {
  type FoundAgreement,
  type PageProps,
  readAgreementPage,
  typedSlug,
} from "../../../_server/agreement-view.ts";
import { answerNotFound } from "../../../_server/answer-status.ts";
import { headOf } from "../../../_server/head.ts";
import { readChanges } from "../../../_server/history-view.ts";
import { currentCaller } from "../../../_server/session.ts";
import type { Resolved } from "../../../_server/view.ts";

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { resolved, found } = await readAgreementPage(props);
  if (!found) return { title: "We have no history at this address", robots: { index: false } };
  const { agreement } = found;
  return headOf(resolved, {
    title: `${pairInWords(agreement)}: every change`,
    description: `Who changed the record of ${agreement.title}, when and why, field by field.`,
    href: (view) => paths.history(agreement.slug, view),
  });
}

async function History({ found, resolved }: { found: FoundAgreement; resolved: Resolved }) {
  const { agreement } = found;
  const { slug } = agreement;
  const { db, view, clocks, today, vocabulary } = resolved;
  const [{ list, problems, moves }, revisions, caller] = await Promise.all([
    readChanges(resolved, { agreement: slug }),
    revisionsOf(db, slug, clocks),
    currentCaller(),
  ]);
  // What is reverted is the record of now: a view of what was known earlier offers nothing to do.
  const mayRevert = caller !== null && may(caller.user.role, "correct") && view.known === null;
  const { next } = list.page;
  return (
    <article>
      <ViewNotices problems={problems} />
      <nav aria-label="Breadcrumb">
        <ol className="breadcrumb">
          <li>
            <Link href={paths.agreements(view)}>Agreements</Link>
          </li>
          <li>
            <Link href={paths.agreement(slug, view)}>{pairInWords(agreement)}</Link>
          </li>
        </ol>
      </nav>
      <div className="page-head">
        <div>
          <p className="eyebrow">History</p>
          <h1>{pairInWords(agreement)}: every change</h1>
          <p className="deck">
            {revisions.length === 1
              ? "Nothing has changed since it came into the record"
              : plural(agreement.revision, "accepted change")}
            {`; revision ${agreement.revision} is the latest, of ${instantInWords(agreement.changedAt)}. `}
            Nothing here is ever deleted: what was wrong is corrected or withdrawn, and stays readable as it
            was known.
          </p>
        </div>
        <AsOf view={view} clocks={clocks} today={today} href={(other) => paths.history(slug, other)} />
      </div>
      <KnownPicker slug={slug} revisions={revisions} view={view} />
      <section className="section" aria-labelledby="changes-title">
        <h2 id="changes-title">Changes, newest first</h2>
        {list.data.length === 0 ? <p className="note">There are no earlier changes.</p> : null}
        <ol className="changes">
          {list.data.map((change) => {
            const plan = revertPlan(change);
            return (
              <ChangeEntry
                key={change.sequence}
                change={change}
                move={moves.get(change.sequence)}
                countryName={(code) => vocabulary.countries.get(code) ?? code}
                view={view}
                within="agreement"
              >
                {mayRevert && "fact" in plan ? (
                  <RevertForm
                    sequence={change.sequence}
                    address={apiPaths.revert(change.sequence)}
                    seen={agreement.revision}
                  />
                ) : null}
                {mayRevert && "refusal" in plan ? <span className="note">{plan.refusal}</span> : null}
              </ChangeEntry>
            );
          })}
        </ol>
        <ChangePages
          first={view.cursor === null ? null : paths.history(slug, withView(view, { cursor: null }))}
          next={next === null ? null : paths.history(slug, { ...view, cursor: next })}
        />
      </section>
    </article>
  );
}

/** `/agreements/{slug}/history`: who changed what, when and why. */
export default async function HistoryPage(props: PageProps) {
  const { resolved, found, missing } = await readAgreementPage(props);
  const slug = typedSlug((await props.params).slug);
  if (found && (await knowsAgreement(resolved.db, slug, resolved.clocks)))
    return <History found={found} resolved={resolved} />;
  answerNotFound();
  const now = paths.history(slug, withView(resolved.view, { known: null }));
  return (
    <>
      <ViewNotices problems={resolved.problems} />
      <NothingHere
        view={resolved.view}
        near={missing?.near ?? []}
        knownLater={missing?.since ? { since: missing.since, href: now } : null}
      />
    </>
  );
}

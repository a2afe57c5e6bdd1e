import type { Metadata } from "next";
import Link from "next/link";
import { AsOf } from "#components/as-of.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { ChangeEntry } from "#components/history/change-entry.tsx";
import { ChangeFilter } from "#components/history/change-filter.tsx";
import { ChangePages } from "#components/history/change-pages.tsx";
import { ViewNotices } from "#components/view-notices.tsx";
import { listWriters } from "#db/queries/changes.ts";
import { paths } from "#domain/paths.ts";
import { carried, withView } from "#domain/view.ts";
import { headOf } from "../_server/head.ts";
import { readChanges, resolveChanges } from "../_server/history-view.ts";
import type { PageWords } from "../_server/page-frame.ts";

interface PageProps {
  searchParams: Promise<PageWords>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { resolved, given } = await resolveChanges(searchParams);
  return headOf(resolved, {
    title: "Every change to the record",
    description: "Who changed what in the record, when and why, field by field, newest first.",
    href: (view) => paths.changes(view, given),
    forms: { "application/atom+xml": paths.feed() },
  });
}

/** `/changes`: the ledger of accepted changes, newest first. */
export default async function ChangesPage({ searchParams }: PageProps) {
  const { resolved, choice, given } = await resolveChanges(searchParams);
  const { db, view, clocks, today, vocabulary } = resolved;
  const [{ list, moves, problems }, writers] = await Promise.all([
    readChanges(resolved, choice),
    listWriters(db, clocks),
  ]);
  const { next } = list.page;
  return (
    <>
      <ViewNotices problems={problems} />
      <div className="page-head">
        <div>
          <p className="eyebrow">Changes</p>
          <h1>Every change to the record</h1>
          <p className="deck">
            Who changed what, when and why, newest first. Nothing is ever deleted or rewritten: a mistake is
            corrected by another change.
          </p>
        </div>
        <AsOf view={view} clocks={clocks} today={today} href={(other) => paths.changes(other, given)} />
      </div>
      <ChangeFilter given={given} view={view} writers={writers} />
      {list.data.length === 0 ? (
        <EmptyState
          actions={
            <Link className="btn" href={paths.changes(carried(view))} prefetch={false}>
              All changes
            </Link>
          }
        >
          No change matches.
        </EmptyState>
      ) : (
        <section className="section" aria-labelledby="changes-title">
          <h2 id="changes-title" className="vh">
            Changes
          </h2>
          <ol className="changes">
            {list.data.map((change) => (
              <ChangeEntry
                key={change.sequence}
                change={change}
                move={moves.get(change.sequence)}
                countryName={(code) => vocabulary.countries.get(code) ?? code}
                view={carried(view)}
                within="all"
              />
            ))}
          </ol>
        </section>
      )}
      <ChangePages
        first={view.cursor === null ? null : paths.changes(withView(view, { cursor: null }), given)}
        next={next === null ? null : paths.changes({ ...view, cursor: next }, given)}
      />
    </>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "#components/empty-state.tsx";
import { CitationList } from "#components/share/citation-list.tsx";
import { dayInWords, dayOfInstant } from "#domain/day.ts";
import { DomainError } from "#domain/errors.ts";
import type { FrozenView } from "#domain/frozen-view.ts";
import { instantInWords } from "#domain/instant-words.ts";
import { paths } from "#domain/paths.ts";
import { returnPath } from "#domain/return-path.ts";
import { answerNotFound } from "../_server/answer-status.ts";
import { frozenViewOf } from "../_server/freeze.ts";
import type { PageWords } from "../_server/page-frame.ts";
import { onSite } from "../_server/site.ts";

interface PageProps {
  searchParams: Promise<PageWords>;
}

export const metadata: Metadata = {
  title: "Cite a view",
  description: "A view of the record as a reference, with the day and what was known.",
  robots: { index: false },
};

/** The view, or why there is none to cite. */
async function viewAt(path: string): Promise<FrozenView | string> {
  try {
    return await frozenViewOf(path);
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}

/** `/cite?path=`: a view as a reference in four styles, with both clocks written out. */
export default async function CitePage({ searchParams }: PageProps) {
  const path = returnPath([(await searchParams).path ?? "/"].flat()[0]) ?? "/";
  const view = await viewAt(path);
  if (typeof view === "string") {
    answerNotFound();
    return (
      <>
        <h1>There is no view to cite here</h1>
        <EmptyState
          actions={
            <Link className="btn" href={paths.agreements()}>
              All agreements
            </Link>
          }
        >
          {view}
        </EmptyState>
      </>
    );
  }
  const { clock, title } = view;
  const citable = {
    slug: `accords${new URL(path, "http://here.invalid").pathname.replaceAll("/", "-").replace(/-$/, "")}`,
    title,
    revision: null,
    ...clock,
    url: onSite(view.path),
    accessed: dayOfInstant(new Date().toISOString()),
  };
  return (
    <>
      <div className="page-head">
        <div>
          <p className="eyebrow">Cite</p>
          <h1>{title}</h1>
          <p className="deck">
            As of {dayInWords(clock.on, "long")}, as known at {instantInWords(clock.known)}. The address names
            both, so that the reference stays true.
          </p>
        </div>
        <div className="actions">
          <Link className="btn" href={path}>
            Back to the view
          </Link>
        </div>
      </div>
      <div className="citations">
        <CitationList citable={citable} level="h2" />
      </div>
    </>
  );
}

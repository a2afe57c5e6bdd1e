import type { Metadata } from "next";
import Link from "next/link";
import { AsOf } from "#components/as-of.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { SourceTable } from "#components/source/source-table.tsx";
import { ViewNotices } from "#components/view-notices.tsx";
import { DomainError } from "#domain/errors.ts";
import { plural } from "#domain/numbers.ts";
import { paths } from "#domain/paths.ts";
import { viewPairs, withView } from "#domain/view.ts";
import { headOf } from "../_server/head.ts";
import type { PageWords } from "../_server/page-frame.ts";
import { sourceList } from "../_server/source-list.ts";
import { type Resolved, resolvePage } from "../_server/view.ts";

interface PageProps {
  searchParams: Promise<PageWords>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const resolved = await resolvePage(searchParams);
  return headOf(resolved, {
    title: "Every source that a fact on record rests on",
    description:
      "Publications cited by the record: publisher, title, date, language, and how many facts each supports.",
    href: (view) => paths.sources(view),
  });
}

/** The page of sources; a cursor that is none of ours leads to the first page, and says so. */
async function readSources(resolved: Resolved) {
  try {
    return { list: await sourceList(resolved), problems: resolved.problems };
  } catch (error) {
    const { cursor } = resolved.view;
    if (!(error instanceof DomainError) || cursor === null) throw error;
    const first = { ...resolved, view: withView(resolved.view, { cursor: null }) };
    const problem = {
      word: "cursor",
      value: cursor,
      message: "This page of the list is not known; here is the first one.",
      allowed: "a cursor of this list",
    };
    return { list: await sourceList(first), problems: [...resolved.problems, problem] };
  }
}

/** `/sources`: every publication, newest first. */
export default async function SourcesPage({ searchParams }: PageProps) {
  const resolved = await resolvePage(searchParams);
  const { view, clocks, today } = resolved;
  const { list, problems } = await readSources(resolved);
  const kept = viewPairs(view).filter(([word]) => word === "on" || word === "known");
  const { next, total } = list.page;
  return (
    <>
      <ViewNotices problems={problems} />
      <div className="page-head">
        <div>
          <p className="eyebrow">Sources</p>
          <h1>Every source that a fact on record rests on</h1>
          <p className="deck">
            {plural(total, "publication")}
            {view.q ? ` for “${view.q}”` : ""}, newest first. A fact without a source is marked where it
            stands.
          </p>
        </div>
        <AsOf view={view} clocks={clocks} today={today} href={paths.sources} />
      </div>
      <search>
        <form className="source-search" action="/sources">
          {kept.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label className="vh" htmlFor="source-q">
            Search sources
          </label>
          <input
            className="input short"
            id="source-q"
            type="search"
            name="q"
            defaultValue={view.q ?? ""}
            maxLength={200}
            placeholder="Publisher, title, address"
          />
          <button className="btn" type="submit">
            Search
          </button>
        </form>
      </search>
      {list.data.length === 0 ? (
        <EmptyState
          actions={
            <Link className="btn" href={paths.sources(withView(view, { q: null }))}>
              All sources
            </Link>
          }
        >
          No source matches.
        </EmptyState>
      ) : (
        <SourceTable sources={list.data} />
      )}
      <nav className="actions" aria-label="Pages">
        {view.cursor === null ? null : (
          <Link className="btn" href={paths.sources(withView(view, { cursor: null }))} prefetch={false}>
            First page
          </Link>
        )}
        {next === null ? null : (
          <Link className="btn" href={paths.sources({ ...view, cursor: next })} prefetch={false}>
            Next page
          </Link>
        )}
      </nav>
    </>
  );
}

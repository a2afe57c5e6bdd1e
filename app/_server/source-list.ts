/** One page of sources for a resolved view: the same for the page and the API. */
import { z } from "zod";
import { strangeCursor } from "#db/queries/list-view.ts";
import { listSources } from "#db/queries/sources.ts";
import type { SourceList } from "#domain/answers.ts";
import { readPlace, writePlace } from "#domain/cursor.ts";
import { defaultLimit } from "#domain/view.ts";
import type { Resolved } from "./view.ts";

const place = z.tuple([z.string(), z.string()]);

/** Throws `malformed` for a cursor that is none of ours. */
export async function sourceList({ db, view, clocks }: Resolved): Promise<SourceList> {
  const after = view.cursor === null ? null : readPlace(view.cursor, "sources", place);
  if (view.cursor !== null && after === null) throw strangeCursor(view.cursor);
  const limit = view.limit ?? defaultLimit;
  const { rows, total, end } = await listSources(
    db,
    { q: view.q, limit, after: after ? { publishedOn: after[0], id: after[1] } : null },
    clocks,
  );
  const next = end ? writePlace("sources", [end.publishedOn, end.id]) : null;
  return { data: rows, page: { limit, next, total }, clock: clocks };
}

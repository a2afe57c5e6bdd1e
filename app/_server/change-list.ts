/** One page of the ledger of changes, newest first. */
import { type ChangeChoice, listChanges } from "#db/queries/changes.ts";
import { strangeCursor } from "#db/queries/list-view.ts";
import type { ChangeList } from "#domain/answers.ts";
import { changePlace } from "#domain/api-routes.ts";
import { readPlace, writePlace } from "#domain/cursor.ts";
import { defaultLimit } from "#domain/view.ts";
import type { Resolved } from "./view.ts";

/** The changes that are chosen, or all. Throws `malformed` for a cursor that is none of ours. */
export async function changeList(
  { db, view, clocks }: Resolved,
  choice: { [Word in keyof ChangeChoice]?: ChangeChoice[Word] | undefined },
): Promise<ChangeList> {
  const before = view.cursor === null ? null : readPlace(view.cursor, "changes", changePlace);
  if (view.cursor !== null && before === null) throw strangeCursor(view.cursor);
  const limit = view.limit ?? defaultLimit;
  const { rows, end } = await listChanges(
    db,
    {
      since: choice.since ?? null,
      agreement: choice.agreement ?? null,
      kind: choice.kind ?? null,
      by: choice.by ?? null,
      among: choice.among ?? null,
      limit,
      before: before?.[0] ?? null,
    },
    clocks,
  );
  const newest = rows[0]?.sequence ?? (typeof choice.since === "number" ? choice.since : null);
  return {
    data: rows,
    page: {
      limit,
      next: end === null ? null : writePlace("changes", [end]),
      latest: before !== null || newest === null ? null : writePlace("changes", [newest]),
    },
    clock: clocks,
  };
}

/** One page of the list of agreements for a resolved view: the same for the page, its JSON and its CSV. */
import { readCursor, writeCursor } from "#domain/cursor.ts";
import { DomainError } from "#domain/errors.ts";
import { defaultLimit, defaultSort, pickFilters, toldBack, type View } from "#domain/view.ts";
import type { AgreementList } from "#domain/wire.ts";
import type { Database } from "../database.ts";
import { listAgreements } from "./agreements.ts";
import { facetsOf } from "./facets.ts";
import type { ResolvedView } from "./resolve-view.ts";

const sortInAddress = ({ sort }: View): string => {
  const { word, descending } = sort ?? defaultSort;
  return `${descending ? "-" : ""}${word}`;
};

/**
 * The wire's list. The cursor keeps the clocks of the first page, so that what is recorded meanwhile neither skips
 * nor repeats a row. Throws `malformed` for a cursor that is none of ours.
 */
export async function listView(
  db: Database,
  { view, clocks, rule }: Pick<ResolvedView, "view" | "clocks" | "rule">,
): Promise<AgreementList> {
  const sort = sortInAddress(view);
  const after = view.cursor === null ? null : readCursor(view.cursor, sort);
  if (view.cursor !== null && after === null) throw strangeCursor(view.cursor);
  const pinned = after ? { on: after.on, known: after.known } : clocks;
  const limit = view.limit ?? defaultLimit;
  const filters = pickFilters(view);
  const [{ rows, total, end }, facets] = await Promise.all([
    listAgreements(db, { filters, sort: view.sort ?? defaultSort, limit, after }, pinned),
    facetsOf(db, filters, pinned),
  ]);
  return {
    data: rows,
    page: { limit, next: end ? writeCursor({ sort, ...end, ...pinned }) : null, total },
    facets,
    clock: pinned,
    rule: { id: rule.id, label: rule.label, definition: rule.definition },
  };
}

/** The answer to a cursor of another list, or of nobody. */
export const strangeCursor = (cursor: string) =>
  new DomainError("malformed", "This cursor does not belong to this list.", {
    errors: [
      {
        path: "cursor",
        message: `“${toldBack(cursor)}” is not allowed. Allowed: page.next of the answer before, with the same words.`,
      },
    ],
  });

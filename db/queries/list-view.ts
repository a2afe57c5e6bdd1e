/** The list of agreements for a resolved view, a page of it or all of it: the same for the page, its JSON and its CSV. */
import { setImmediate } from "node:timers/promises";
import type { Clocks } from "#domain/clocks.ts";
import { type Cursor, readCursor, writeCursor } from "#domain/cursor.ts";
import { DomainError } from "#domain/errors.ts";
import { defaultLimit, defaultSort, pickFilters, toldBack, type View } from "#domain/view.ts";
import type { AgreementList, Row } from "#domain/wire.ts";
import type { Database } from "../database.ts";
import { countAgreements, type ListRequest, listAgreements } from "./agreements.ts";
import { facetsOf } from "./facets.ts";
import type { ResolvedView } from "./resolve-view.ts";

type Asked = Pick<ResolvedView, "view" | "clocks" | "rule">;

/** What stands around the rows of a list. */
export type ListHead = Omit<AgreementList, "data">;

/** A list whose rows come in parts, so that however many there are, few are held at once. */
export interface ListInParts {
  head: ListHead;
  parts: AsyncIterable<readonly Row[]>;
}

/** Rows of one part: few enough that other readers are not kept waiting while it is made. */
const partSize = 500;

const sortInAddress = ({ sort }: View): string => {
  const { word, descending } = sort ?? defaultSort;
  return `${descending ? "-" : ""}${word}`;
};

interface Place {
  sort: string;
  after: Cursor | null;
  /** The cursor keeps the clocks of the first page: what is recorded meanwhile neither skips nor repeats a row. */
  pinned: Clocks;
}

function placeOf({ view, clocks }: Asked): Place {
  const sort = sortInAddress(view);
  const after = view.cursor === null ? null : readCursor(view.cursor, sort);
  if (view.cursor !== null && after === null) throw strangeCursor(view.cursor);
  return { sort, after, pinned: after ? { on: after.on, known: after.known } : clocks };
}

const ruleOf = ({ rule: { id, label, definition } }: Asked) => ({ id, label, definition });

/** One page as the wire's list. Throws `malformed` for a cursor that is none of ours. */
export async function listView(db: Database, asked: Asked): Promise<AgreementList> {
  const { view } = asked;
  const { sort, after, pinned } = placeOf(asked);
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
    rule: ruleOf(asked),
  };
}

/** Pages one after the other, giving way to whatever else waits in between. The clocks are pinned, so no edit shows. */
async function* rowsInParts(db: Database, first: ListRequest, clocks: Clocks): AsyncGenerator<Row[]> {
  let after: ListRequest["after"] = first.after;
  do {
    const { rows, end } = await listAgreements(db, { ...first, after }, clocks);
    yield rows;
    after = end;
    await setImmediate();
  } while (after !== null);
}

/** Every row of the view, behind its cursor where it has one. Throws as {@link listView}. */
export async function wholeListView(db: Database, asked: Asked): Promise<ListInParts> {
  const { view } = asked;
  const { after, pinned } = placeOf(asked);
  const filters = pickFilters(view);
  const [total, facets] = await Promise.all([
    countAgreements(db, filters, pinned),
    facetsOf(db, filters, pinned),
  ]);
  const first = { filters, sort: view.sort ?? defaultSort, limit: partSize, after };
  return {
    head: { page: { limit: total, next: null, total }, facets, clock: pinned, rule: ruleOf(asked) },
    parts: rowsInParts(db, first, pinned),
  };
}

/** One page, as a list of one part. */
export async function pageInParts(db: Database, asked: Asked): Promise<ListInParts> {
  const { data, ...head } = await listView(db, asked);
  return {
    head,
    parts: (async function* () {
      yield data;
    })(),
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

/** What the status table needs of its request: one page of rows, and an address without what a form leaves in it. */
import { defaultColumns } from "#components/agreements/columns.ts";
import { listView } from "#db/queries/list-view.ts";
import { DomainError } from "#domain/errors.ts";
import { paths } from "#domain/paths.ts";
import type { AgreementList } from "#domain/wire.ts";
import type { Resolved } from "./view.ts";

/** `searchParams` of a page. */
export type PageWords = Record<string, string | string[] | undefined>;

/** A plain form sends every field, also the empty ones, and a word for each column: there is a shorter address. */
function isUntidy(words: PageWords): boolean {
  const blank = Object.values(words).some((value) => [value].flat().some((one) => one?.trim() === ""));
  return blank || Array.isArray(words.columns);
}

const sameColumns = (chosen: readonly string[] | null): boolean =>
  chosen?.length === defaultColumns.length && defaultColumns.every((word) => chosen.includes(word));

/** A cursor that belongs to another list gives the first page and a notice. */
async function pageOf(resolved: Resolved): Promise<{ resolved: Resolved; list: AgreementList }> {
  try {
    return { resolved, list: await listView(resolved.db, resolved) };
  } catch (error) {
    if (!(error instanceof DomainError) || resolved.view.cursor === null) throw error;
    const problem = {
      word: "cursor",
      value: resolved.view.cursor,
      message: "This page of the list cannot be found any more. Showing the first page.",
      allowed: "the link to the next page",
    };
    const first = {
      ...resolved,
      view: { ...resolved.view, cursor: null },
      problems: [...resolved.problems, problem],
    };
    return { resolved: first, list: await listView(first.db, first) };
  }
}

/** The page of rows, read at the clocks that its cursor keeps; `tidy` is the address to go to instead, or null. */
export async function readTable(request: Resolved, words: PageWords) {
  const view = sameColumns(request.view.columns) ? { ...request.view, columns: null } : request.view;
  const { resolved, list } = await pageOf({ ...request, view });
  const tidy = resolved.problems.length === 0 && (view !== request.view || isUntidy(words));
  return {
    resolved: { ...resolved, clocks: list.clock },
    list,
    tidy: tidy ? paths.agreements(view) : null,
  };
}

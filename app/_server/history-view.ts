/** What the pages of changes need of their requests: one page of changes with the moves of stages that they made. */
import { stageMoves } from "#db/queries/history.ts";
import { changeWords } from "#domain/api-routes.ts";
import { DomainError } from "#domain/errors.ts";
import type { ChangeWords } from "#domain/paths.ts";
import { type ViewProblem, withView } from "#domain/view.ts";
import { changeList } from "./change-list.ts";
import type { PageWords } from "./page-frame.ts";
import { type Resolved, resolvePage } from "./view.ts";

/** Fewer than an answer of the API has: each says a good deal. */
const onOnePage = 25;

type Choice = Parameters<typeof changeList>[1];

/** Changes for a page; a cursor that is none of ours leads to the first page, and says so. */
export async function readChanges(request: Resolved, choice: Choice) {
  const resolved = { ...request, view: { ...request.view, limit: request.view.limit ?? onOnePage } };
  const read = async (from: Resolved, problems: readonly ViewProblem[]) => {
    const list = await changeList(from, choice);
    return { list, problems, moves: await stageMoves(from.db, list.data, from.clocks) };
  };
  try {
    return await read(resolved, resolved.problems);
  } catch (error) {
    const { cursor } = resolved.view;
    if (!(error instanceof DomainError) || cursor === null) throw error;
    const problem = {
      word: "cursor",
      value: cursor,
      message: "This page of the list is not known; here is the first one.",
      allowed: "a cursor of this list",
    };
    const first = { ...resolved, view: withView(resolved.view, { cursor: null }) };
    return read(first, [...resolved.problems, problem]);
  }
}

const ownWords = Object.keys(changeWords) as (keyof typeof changeWords)[];

const notRead = (word: string, value: string, allowed: string): ViewProblem => ({
  word,
  value,
  message: `We could not read “${value.slice(0, 100).toWellFormed()}” as “${word}”; it is left out.`,
  allowed,
});

/** Reads the words of `/changes`: those of every view, and what the ledger is narrowed to. */
export async function resolveChanges(searchParams: Promise<PageWords>) {
  const words = await searchParams;
  const others = Object.entries(words).filter(
    ([word]) => !ownWords.includes(word as keyof typeof changeWords),
  );
  const resolved = await resolvePage(Promise.resolve(Object.fromEntries(others)));
  const problems: ViewProblem[] = [];
  const given: ChangeWords = {};
  let choice: Choice = {};
  for (const word of ownWords) {
    const [value = "", second] = [words[word] ?? []].flat().map((one) => one.toWellFormed().trim());
    if (second !== undefined) problems.push(notRead(word, second, "one value"));
    if (value === "") continue;
    const read = changeWords[word].safeParse(value);
    if (read.success) {
      choice = { ...choice, [word]: read.data };
      given[word] = value;
    } else problems.push(notRead(word, value, read.error.issues[0]?.message ?? "another value"));
  }
  return { resolved: { ...resolved, problems: [...resolved.problems, ...problems] }, choice, given };
}

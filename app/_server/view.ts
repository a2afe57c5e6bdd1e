/** Resolves a request's query words, once, at the edge: view, problems, both clocks and the counting rule. */
import type { Database } from "#db/database.ts";
import { allRules, lastRecordedAt, readVocabulary } from "#db/queries/vocabulary.ts";
import type { Clocks, Instant } from "#domain/clocks.ts";
import { type CountingRule, defaultRule } from "#domain/counting.ts";
import { type Day, dayOfInstant } from "#domain/day.ts";
import {
  clocksOf,
  type QueryWords,
  readView,
  type View,
  type ViewProblem,
  type Vocabulary,
} from "#domain/view.ts";
import { database } from "./database.ts";

/** What a page, an export or a route needs of its request. */
export interface Resolved {
  db: Database;
  view: View;
  problems: readonly ViewProblem[];
  clocks: Clocks;
  today: Day;
  now: Instant;
  rule: CountingRule;
  vocabulary: Vocabulary;
}

/**
 * Reads the query words against the record. The day is UTC's, the same for every reader. "Known now" is the instant
 * of the last write, so that a view that nothing has changed since is the same to the byte.
 */
export async function resolveView(words: QueryWords): Promise<Resolved> {
  const db = await database();
  const now = new Date().toISOString();
  const today = dayOfInstant(now);
  const [vocabulary, rules, recordedAt] = await Promise.all([
    readVocabulary(db),
    allRules(db),
    lastRecordedAt(db),
  ]);
  const { view, problems } = readView(words, vocabulary, today, now);
  const rule = rules.find(({ id }) => id === (view.rule ?? defaultRule));
  if (!rule) throw new Error(`The counting rule ${view.rule ?? defaultRule} is missing.`);
  return {
    db,
    view,
    problems,
    clocks: clocksOf(view, today, recordedAt ?? now),
    today,
    now,
    rule,
    vocabulary,
  };
}

/** The same for a page's `searchParams`. */
export const resolvePage = async (
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<Resolved> => resolveView(await searchParams);

/**
 * A page whose address holds something that could not be read is not for search engines, nor is a later page of a list,
 * whose address is of this moment only.
 */
export const robotsOf = ({ problems, view }: Pick<Resolved, "problems" | "view">) =>
  problems.length > 0 || view.cursor !== null ? { index: false } : undefined;

/** Resolves the words of an address against the record: view, problems, both clocks and the counting rule. */
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
import type { Database } from "../database.ts";
import { lastRecordedAt, readNames } from "./vocabulary.ts";

export interface ResolvedView {
  view: View;
  problems: readonly ViewProblem[];
  clocks: Clocks;
  today: Day;
  now: Instant;
  rule: CountingRule;
  vocabulary: Vocabulary;
}

/**
 * The day is UTC's, the same for every reader. "Known now" is the instant of the last write, so that a view that
 * nothing has changed since is the same to the byte.
 */
export async function resolveAt(db: Database, words: QueryWords, now: Instant): Promise<ResolvedView> {
  const today = dayOfInstant(now);
  const [{ vocabulary, rules }, recordedAt] = await Promise.all([readNames(db), lastRecordedAt(db)]);
  const { view, problems } = readView(words, vocabulary, today, now);
  const rule = rules.find(({ id }) => id === (view.rule ?? defaultRule));
  if (!rule) throw new Error(`The counting rule ${view.rule ?? defaultRule} is missing.`);
  return { view, problems, clocks: clocksOf(view, today, recordedAt ?? now), today, now, rule, vocabulary };
}

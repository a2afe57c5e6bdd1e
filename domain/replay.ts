/**
 * An agreement from its ledger alone: what each change ended is taken away, what it began is added. A snapshot and the
 * entries after it give the next snapshot, so that whoever follows the feed has what the record has.
 */
import {
  contentOf,
  type LoggedAct,
  type LoggedCheck,
  type LoggedCitation,
  type LoggedCommitment,
  type LoggedConflict,
  type LoggedContent,
  type LoggedFields,
  type LoggedLooseCitation,
} from "./change-content.ts";

/** What stands of an agreement; facts by their ids, citations by theirs with what they are for. */
export interface Replayed {
  fields: Partial<LoggedFields>;
  acts: ReadonlyMap<string, Omit<LoggedAct, "citations">>;
  commitments: ReadonlyMap<string, Omit<LoggedCommitment, "citations">>;
  conflicts: ReadonlyMap<
    string,
    Omit<LoggedConflict, "values"> & { values: { value: string; note: string | null }[] }
  >;
  checks: ReadonlyMap<number, LoggedCheck>;
  citations: ReadonlyMap<number, LoggedLooseCitation>;
}

/** An agreement before its first change. */
export const nothingYet: Replayed = {
  fields: {},
  acts: new Map(),
  commitments: new Map(),
  conflicts: new Map(),
  checks: new Map(),
  citations: new Map(),
};

const listed = <T>(one: T | undefined, many: readonly T[] | undefined): readonly T[] => [
  ...(one === undefined ? [] : [one]),
  ...(many ?? []),
];
const actsIn = ({ act, acts }: LoggedContent) => listed(act, acts);
const commitmentsIn = ({ commitment, commitments }: LoggedContent) => listed(commitment, commitments);

/** Every citation that one side of a change speaks of, with what it is for. */
function citationsIn(content: LoggedContent): LoggedLooseCitation[] {
  const of = (subject: string, cited: readonly LoggedCitation[]) => cited.map((one) => ({ ...one, subject }));
  return [
    ...listed(content.citation, content.citations),
    ...actsIn(content).flatMap(({ id, citations }) => of(`act:${id}`, citations)),
    ...commitmentsIn(content).flatMap(({ id, citations }) => of(`commitment:${id}`, citations)),
    ...(content.conflicts ?? []).flatMap(({ id, values }) =>
      values.flatMap(({ citations }, index) => of(`conflict:${id}#${index}`, citations)),
    ),
  ];
}

/** The facts without those that ended, and with those that began. */
function turn<K, V>(
  standing: ReadonlyMap<K, V>,
  ended: readonly K[],
  begun: readonly (readonly [K, V])[],
): Map<K, V> {
  return new Map([...[...standing].filter(([key]) => !ended.includes(key)), ...begun]);
}

const bare = <T extends { citations: unknown }>({ citations: _citations, ...fact }: T) => fact;

/** What stands after one more change. */
export function replayChange(standing: Replayed, change: { before: unknown; after: unknown }): Replayed {
  const [was, now] = [contentOf(change.before), contentOf(change.after)];
  return {
    fields: { ...standing.fields, ...now.fields },
    acts: turn(
      standing.acts,
      actsIn(was).map(({ id }) => id),
      actsIn(now).map((act) => [act.id, bare(act)]),
    ),
    commitments: turn(
      standing.commitments,
      commitmentsIn(was).map(({ id }) => id),
      commitmentsIn(now).map((commitment) => [commitment.id, bare(commitment)]),
    ),
    conflicts: turn(
      standing.conflicts,
      (was.conflicts ?? []).map(({ id }) => id),
      (now.conflicts ?? []).map((conflict) => [
        conflict.id,
        { ...conflict, values: conflict.values.map(({ value, note }) => ({ value, note })) },
      ]),
    ),
    checks: turn(
      standing.checks,
      listed(was.check, was.checks).map(({ id }) => id),
      listed(now.check, now.checks).map((check) => [check.id, check]),
    ),
    citations: turn(
      standing.citations,
      citationsIn(was).map(({ id }) => id),
      citationsIn(now).map((citation) => [citation.id, citation]),
    ),
  };
}

/** What stands after all of these changes, oldest first. */
export const replay = (
  changes: readonly { before: unknown; after: unknown }[],
  from: Replayed = nothingYet,
): Replayed => changes.reduce(replayChange, from);

/**
 * What a row would do to an agreement that is there already. What it adds is an update; what it contradicts is refused
 * unless the row names the revision that whoever made it had seen: an import is no way around the lock of editors.
 */
import { type ActKind, type Certainty, type Ending, happened, type Profile } from "../act.ts";
import { boundsOf } from "../edtf.ts";
import { plainName } from "../suggestion.ts";
import type { Columns } from "./columns.ts";
import type { Reason, RowAct, RowAgreement } from "./row.ts";

export interface ExistingAct {
  id: string;
  kind: ActKind;
  date: string;
  certainty: Certainty;
  how: Ending | null;
}

export interface ExistingAgreement {
  id: number;
  slug: string;
  revision: number;
  title: string;
  type: string;
  profile: Profile | null;
  framework: string | null;
  sides: string[][];
  tags: string[];
  acts: readonly ExistingAct[];
  /** Kinds of acts that were withdrawn: somebody holds them to be untrue. */
  withdrawn: readonly ActKind[];
}

export interface FieldChanges {
  title?: string;
  type?: string;
  profile?: Profile;
  framework?: string;
  sides?: string[][];
  tags?: string[];
}

export interface Update {
  fields: FieldChanges;
  /** Acts that are recorded beside what is there. */
  add: RowAct[];
  /** Acts that take the place of one that is there. */
  correct: { id: string; act: RowAct }[];
}

export type Comparison =
  | { result: "unchanged" }
  | { result: "update"; update: Update }
  | { reasons: Reason[] };

const sideKey = (sides: readonly (readonly string[])[]): string =>
  sides
    .map((side) => [...side].sort().join("+"))
    .sort()
    .join("/");

interface Difference {
  column: string;
  /** What the record has; null where it has nothing, so that the row only adds. */
  has: string | null;
  wants: string;
  update: Partial<Update>;
}

const field = (column: string, has: string | null, wants: string, fields: FieldChanges): Difference => ({
  column,
  has,
  wants,
  update: { fields },
});

function fieldDifferences(row: RowAgreement, there: ExistingAgreement, { mapped }: Columns): Difference[] {
  const differences: Difference[] = [];
  if (row.titleNote === null && plainName(row.title) !== plainName(there.title))
    differences.push(field(mapped.title ?? "title", there.title, row.title, { title: row.title }));
  if (row.type !== null && row.type !== there.type)
    differences.push(field(mapped.type ?? "type", there.type, row.type, { type: row.type }));
  if (row.profile !== null && row.profile !== there.profile)
    differences.push(
      field(mapped.profile ?? "profile", there.profile, row.profile, { profile: row.profile }),
    );
  if (row.framework !== null && row.framework !== there.framework)
    differences.push(
      field(mapped.framework ?? "framework", there.framework, row.framework, { framework: row.framework }),
    );
  if (sideKey(row.sides) !== sideKey(there.sides))
    differences.push(
      field(mapped.side1 ?? mapped.parties ?? "parties", sideKey(there.sides), sideKey(row.sides), {
        sides: row.sides,
      }),
    );
  const more = row.tags.filter((tag) => !there.tags.includes(tag));
  if (more.length > 0)
    differences.push(field(mapped.tags ?? "tags", null, more.join("; "), { tags: [...there.tags, ...more] }));
  return differences;
}

const isForce = (kind: ActKind): boolean => kind === "in-force" || kind === "in-effect";
const sameKind = (a: ActKind, b: ActKind): boolean => a === b || (isForce(a) && isForce(b));

/** The same days, however they are written, and the same standing. */
const saysTheSame = (act: RowAct, there: ExistingAct): boolean => {
  const [a, b] = [boundsOf(act.date), boundsOf(there.date)];
  return a.earliest === b.earliest && a.latest === b.latest && (act.how === null || act.how === there.how);
};

function actDifference(act: RowAct, there: ExistingAgreement, { mapped }: Columns): Difference | null {
  const role = isForce(act.kind) ? "inForce" : act.kind === "signed" ? "signed" : "ended";
  const column = mapped[role] ?? role;
  const same = there.acts.filter(
    (existing) => sameKind(existing.kind, act.kind) && happened(existing) === happened(act),
  );
  // Where each side signed by itself, the last signature is the one that a list gives.
  const [last] = [...same].sort((a, b) => (boundsOf(a.date).earliest < boundsOf(b.date).earliest ? 1 : -1));
  if (last && same.some((existing) => saysTheSame(act, existing))) return null;
  if (!last) {
    const withdrawn = there.withdrawn.some((kind) => sameKind(kind, act.kind));
    return { column, has: withdrawn ? "withdrawn" : null, wants: act.date, update: { add: [act] } };
  }
  return { column, has: last.date, wants: act.date, update: { correct: [{ id: last.id, act }] } };
}

/** Compares a row with the agreement that it was recognised as. */
export function compareRow(row: RowAgreement, there: ExistingAgreement, columns: Columns): Comparison {
  const differences = [
    ...fieldDifferences(row, there, columns),
    ...row.acts.flatMap((act) => actDifference(act, there, columns) ?? []),
  ];
  if (differences.length === 0) return { result: "unchanged" };
  const refused = differences.filter(({ has }) => has !== null);
  if (row.revision !== null && row.revision !== there.revision) {
    const message = `The row was made from revision ${row.revision}; ${there.slug} is now at revision ${there.revision}.`;
    return { reasons: [{ column: columns.mapped.revision ?? "revision", message }] };
  }
  if (row.revision === null && refused.length > 0) {
    return {
      reasons: refused.map(({ column, has, wants }) => ({
        column,
        message: `The record has “${has}” for ${there.slug} and the file “${wants}”. Give the agreement's revision (${there.revision}) in a column “revision” to change it.`,
      })),
    };
  }
  const update: Update = { fields: {}, add: [], correct: [] };
  for (const { update: part } of differences) {
    Object.assign(update.fields, part.fields);
    update.add.push(...(part.add ?? []));
    update.correct.push(...(part.correct ?? []));
  }
  return { result: "update", update };
}

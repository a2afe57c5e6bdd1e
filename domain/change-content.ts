/**
 * What the audit log keeps of a change in `before` and `after`: the facts that the change ended and those that it
 * began, whole, so that the log alone gives back every agreement as it stood after each of its revisions. Of fields
 * it keeps those that changed. An agreement that is created or loaded has lists of facts in `after`.
 */
import type { ActKind, Actor, Certainty, Ending, Profile } from "./act.ts";

/** A citation with the source that it names; `id` is its number in the record. */
export interface LoggedCitation {
  id: number;
  sourceId: string;
  url: string;
  publisher: string | null;
  publishedOn: string | null;
  stance: "supports" | "contradicts";
  quote: string | null;
  field: string | null;
}

/** A citation that is added or withdrawn by itself, with what it is for: `agreement:SLUG`, `act:ID`, `commitment:ID`. */
export interface LoggedLooseCitation extends LoggedCitation {
  subject: string;
}

export interface LoggedAct {
  id: string;
  kind: ActKind;
  actor: Actor;
  date: string;
  effectiveOn: string | null;
  certainty: Certainty;
  how: Ending | null;
  round: number | null;
  place: string | null;
  title: string | null;
  note: string | null;
  participants: { name: string; office: string | null; side: string | null }[];
  citations: LoggedCitation[];
}

export interface LoggedCommitment {
  id: string;
  by: string | null;
  category: string;
  amount: number | null;
  currency: string | null;
  qualifier: string | null;
  unit: string | null;
  period: string | null;
  description: string;
  shareNote: string | null;
  writtenInAgreement: boolean | null;
  certainty: Certainty;
  note: string | null;
  citations: LoggedCitation[];
}

export interface LoggedConflict {
  id: string;
  topic: string;
  about: string[];
  values: { value: string; note: string | null; citations: LoggedCitation[] }[];
  note: string | null;
}

export interface LoggedCheck {
  id: number;
  on: string;
  note: string | null;
}

/** The fields of an agreement. */
export interface LoggedFields {
  title: string;
  titleNote: string | null;
  type: string;
  profile: Profile | null;
  framework: string | null;
  sides: string[][];
  tags: string[];
  listNumbers: Record<string, number>;
  durationYears: number | null;
  durationNote: string | null;
  summary: string | null;
  legalNote: string | null;
  statusNote: string | null;
}

/** One side of a change. Facts that stood before and not after are ended, and the other way round. */
export interface LoggedContent {
  fields?: Partial<LoggedFields>;
  act?: LoggedAct;
  commitment?: LoggedCommitment;
  check?: LoggedCheck;
  citation?: LoggedLooseCitation;
  acts?: LoggedAct[];
  commitments?: LoggedCommitment[];
  conflicts?: LoggedConflict[];
  checks?: LoggedCheck[];
  /** Citations of the agreement itself. */
  citations?: LoggedLooseCitation[];
  /** In `after` of a change that reverts another one: its sequence number and revision. */
  reverts?: { sequence: number; revision: number | null };
  /** In `after` of what was proposed: which proposal it was, and who accepted it. */
  proposal?: { id: string; acceptedBy: string };
}

/** The names of an agreement's fields, in the order in which they are shown. */
export const fieldNames = [
  "title",
  "titleNote",
  "type",
  "profile",
  "framework",
  "sides",
  "tags",
  "listNumbers",
  "durationYears",
  "durationNote",
  "summary",
  "legalNote",
  "statusNote",
] as const satisfies readonly (keyof LoggedFields)[];

/** The fields among the columns of a version. */
export const pickFields = (version: LoggedFields): LoggedFields => ({
  title: version.title,
  titleNote: version.titleNote,
  type: version.type,
  profile: version.profile,
  framework: version.framework,
  sides: version.sides,
  tags: version.tags,
  listNumbers: version.listNumbers,
  durationYears: version.durationYears,
  durationNote: version.durationNote,
  summary: version.summary,
  legalNote: version.legalNote,
  statusNote: version.statusNote,
});

/** One side of a change as it was logged, or nothing for a row that has none. */
export const contentOf = (logged: unknown): LoggedContent =>
  typeof logged === "object" && logged !== null && !Array.isArray(logged) ? logged : {};

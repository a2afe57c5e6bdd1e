/** What a writer says of an act, and the rules that it must meet before it enters the ledger. */
import {
  type ActKind,
  type Actor,
  type Certainty,
  type Ending,
  happened,
  type Profile,
} from "#domain/act.ts";
import type { LoggedAct, LoggedCitation } from "#domain/change-content.ts";
import { dayOfInstant } from "#domain/day.ts";
import { boundsOf } from "#domain/edtf.ts";
import { DomainError } from "#domain/errors.ts";
import type { Participant } from "../tables.ts";
import type { CitationInput } from "./cite.ts";

export interface ActInput {
  kind: ActKind;
  actor: Actor;
  date: string;
  effectiveOn?: string | null | undefined;
  certainty: Certainty;
  how?: Ending | null | undefined;
  round?: number | null | undefined;
  place?: string | null | undefined;
  title?: string | null | undefined;
  note?: string | null | undefined;
  participants?: readonly Participant[] | undefined;
  citations: readonly CitationInput[];
}

interface ActGuard {
  name: string;
  path: string;
  message: string;
  broken: (act: ActInput, profile: Profile | null, today: string) => boolean;
}

/** An act that breaks one of these is refused with the guard's name; anything else that looks odd is flagged instead. */
const actGuards: readonly ActGuard[] = [
  {
    name: "not-in-the-future",
    path: "date",
    message: "An act that was done or reported cannot lie in the future; record it as announced or expected.",
    broken: (act, _profile, today) => happened(act) && boundsOf(act.date).earliest > today,
  },
  {
    name: "political-is-in-effect",
    path: "kind",
    message: "A political text is in effect, never in force.",
    broken: (act, profile) => act.kind === "in-force" && profile === "political",
  },
  {
    name: "binding-is-in-force",
    path: "kind",
    message: "An agreement that binds in law is in force, not in effect.",
    broken: (act, profile) => act.kind === "in-effect" && profile !== null && profile !== "political",
  },
  {
    name: "how-it-ended",
    path: "how",
    message: "“How” belongs to the act “ended” and to no other.",
    broken: (act) => (act.how ?? null) !== null && act.kind !== "ended",
  },
];

/** Throws `rule-broken` with the name of the first guard that the act does not meet. */
export function checkAct(act: ActInput, profile: Profile | null, now: string): void {
  const guard = actGuards.find(({ broken }) => broken(act, profile, dayOfInstant(now)));
  if (!guard) return;
  throw new DomainError("rule-broken", guard.message, {
    guard: guard.name,
    errors: [{ path: guard.path, message: guard.message }],
  });
}

/** The columns of an act, without key, agreement and stamp. */
export const actColumns = (act: Omit<ActInput, "citations">) => ({
  kind: act.kind,
  actor: act.actor,
  date: act.date,
  effectiveOn: act.effectiveOn ?? null,
  certainty: act.certainty,
  how: act.how ?? null,
  round: act.round ?? null,
  place: act.place ?? null,
  title: act.title ?? null,
  note: act.note ?? null,
  participants: [...(act.participants ?? [])],
});

/** What the audit log keeps of an act, from its columns or from what a writer says of it. */
export const loggedAct = (
  act: Omit<ActInput, "citations"> & { id: string },
  citations: LoggedCitation[],
): LoggedAct => ({ id: act.id, ...actColumns(act), citations });

/**
 * Acts: dated things that somebody did or announced. Acts are recorded; stages are derived from them.
 * Kinds and their legal basis: Vienna Convention on the Law of Treaties 1969 (VCLT) and state practice.
 */
import type { Day } from "./day.ts";
import type { Edtf } from "./edtf.ts";

interface ActKindRule {
  label: string;
  /** True when the act can move the stage. */
  moves: boolean;
  /** The order of acts on one day: what comes earlier on the path is applied first. */
  order: number;
  law: string;
}

const kind = (order: number, label: string, moves: boolean, law: string): ActKindRule => ({
  label,
  moves,
  order,
  law,
});

/** Every kind of act, in the order in which acts of one day are applied. */
export const actKinds = {
  proposed: kind(10, "Proposed", true, "practice"),
  consultations: kind(20, "Consultations", true, "VCLT 7"),
  talks: kind(21, "Talks", true, "VCLT 7"),
  resumed: kind(22, "Resumed", true, "practice"),
  paused: kind(24, "Paused", true, "practice"),
  reopened: kind(26, "Reopened", true, "VCLT 9, 10"),
  "text-agreed": kind(30, "Text agreed", true, "VCLT 9, 10"),
  initialled: kind(31, "Initialled", true, "VCLT 10"),
  signed: kind(40, "Signed", true, "VCLT 10-12"),
  approved: kind(45, "Approved at home", false, "domestic law"),
  ratified: kind(50, "Ratified", true, "VCLT 14"),
  accepted: kind(51, "Accepted", true, "VCLT 14"),
  acceded: kind(52, "Acceded", true, "VCLT 15"),
  notified: kind(53, "Notified", true, "VCLT 13, 16"),
  "provisional-start": kind(54, "Provisional application began", false, "VCLT 25"),
  "in-force": kind(60, "Entered into force", true, "VCLT 24"),
  "in-effect": kind(61, "Took effect", true, "practice"),
  "provisional-end": kind(62, "Provisional application ended", false, "VCLT 25"),
  registered: kind(63, "Registered", false, "UN Charter 102"),
  suspended: kind(64, "Suspended", false, "VCLT 57-62, 72"),
  reinstated: kind(65, "Reinstated", false, "VCLT 72"),
  notice: kind(66, "Notice of denunciation", false, "VCLT 56, 65-67"),
  ended: kind(70, "Ended", true, "VCLT 54-64"),
  discontinued: kind(71, "Discontinued", true, "VCLT 18(a), 25(2)"),
  "not-pursued": kind(72, "Not pursued", true, "VCLT 18(a), 25(2)"),
  meeting: kind(80, "Meeting", false, ""),
  call: kind(81, "Call", false, ""),
  statement: kind(82, "Statement", false, ""),
  refusal: kind(83, "Refusal", false, ""),
  aid: kind(84, "Aid", false, ""),
} as const satisfies Record<string, ActKindRule>;

export type ActKind = keyof typeof actKinds;
export const actKindCodes = Object.keys(actKinds) as [ActKind, ...ActKind[]];

export const actors = ["side1", "side2", "both", "third"] as const;
export type Actor = (typeof actors)[number];

/** `done` and `reported` acts happened; `announced` and `expected` ones never move the stage. */
export const certainties = ["done", "reported", "announced", "expected"] as const;
export type Certainty = (typeof certainties)[number];

/** How an agreement came to its end (VCLT 54-64). */
export const endings = ["expired", "terminated", "denounced", "superseded"] as const;
export type Ending = (typeof endings)[number];

export const profiles = ["treaty", "definitive", "political"] as const;
/** Which acts bind: see `profileRules`. */
export type Profile = (typeof profiles)[number];

export const profileRules: Record<Profile, { label: string; definition: string }> = {
  treaty: { label: "Treaty", definition: "Signature, then consent by each side (VCLT 14-16)." },
  definitive: {
    label: "Binding on signature",
    definition: "Signature or an exchange of notes is the consent to be bound (VCLT 12, 13).",
  },
  political: { label: "Political", definition: "Not meant to bind in law. It is in effect, never in force." },
};

/** What the derivation of stages needs of an act. */
export interface LedgerAct {
  id: string;
  kind: ActKind;
  actor: Actor;
  date: Edtf;
  effectiveOn: Edtf | null;
  certainty: Certainty;
  /** The day by which the earliest source had published it, or the day of recording when no source says. */
  statedOn: Day;
}

/** True for acts that happened, as against those announced or expected. */
export const happened = (act: { certainty: Certainty }): boolean =>
  act.certainty === "done" || act.certainty === "reported";

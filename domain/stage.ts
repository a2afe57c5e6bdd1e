/**
 * Stages and the transition table: the published rules by which stages follow from acts.
 * The table is data; `derivation.ts` applies it, the methodology page and the editor's form are rendered from it.
 */
import type { ActKind, Profile } from "./act.ts";

/** How a stage is drawn on a lane; the drawing knows these and nothing else. */
export const drawings = [
  "announced",
  "talks",
  "hold",
  "agreed",
  "signed",
  "ratifying",
  "force",
  "ended",
] as const;
export type Drawing = (typeof drawings)[number];

interface StageRule {
  label: string;
  /** Position on the path; sorting by stage uses it. */
  rank: number;
  /** No act leads out of a final stage. */
  final: boolean;
  drawing: Drawing;
  definition: string;
}

const stage = (
  rank: number,
  label: string,
  drawing: Drawing,
  definition: string,
  final = false,
): StageRule => ({
  label,
  rank,
  final,
  drawing,
  definition,
});

/** Every stage, in the order of the path. */
export const stages = {
  unknown: stage(0, "Unknown", "announced", "No act that moves the stage is recorded."),
  proposed: stage(1, "Proposed", "announced", "A public intent is on record; no round of talks is."),
  negotiating: stage(2, "Negotiating", "talks", "Consultations or talks have begun."),
  paused: stage(3, "Paused", "hold", "Talks, or the way from an agreed text to signature, are on hold."),
  "text-agreed": stage(4, "Text agreed", "agreed", "The wording is settled between the sides."),
  initialled: stage(5, "Initialled", "agreed", "Negotiators have put their initials to the text."),
  signed: stage(6, "Signed", "signed", "All sides have signed. It says nothing about force."),
  consenting: stage(
    7,
    "Consenting",
    "ratifying",
    "At least one side has consented to be bound; force has not begun.",
  ),
  "in-force": stage(8, "In force", "force", "The agreement binds its sides in law."),
  "in-effect": stage(
    8,
    "In effect",
    "force",
    "A political text that the sides apply; it does not bind in law.",
  ),
  ended: stage(9, "Ended", "ended", "Expired, terminated, denounced or superseded.", true),
  discontinued: stage(10, "Discontinued", "ended", "Work on it was broken off before force.", true),
  "not-pursued": stage(
    11,
    "Not pursued",
    "ended",
    "A side let it be known that it will not go on with it.",
    true,
  ),
} as const satisfies Record<string, StageRule>;

export type StageCode = keyof typeof stages;
export const stageCodes = Object.keys(stages) as [StageCode, ...StageCode[]];

/** Stages before signature: an agreement there can stall. */
export const beforeSignature: readonly StageCode[] = [
  "unknown",
  "proposed",
  "negotiating",
  "paused",
  "text-agreed",
  "initialled",
];
const begun: readonly StageCode[] = ["negotiating", "paused", "text-agreed", "initialled"];
const beforeForce: readonly StageCode[] = [...beforeSignature, "signed", "consenting"];

/** Conditions that a transition may ask for beyond stage, act and profile. */
export const guards = {
  "all-sides-signed": "Every side has signed; the stage begins with the last signature.",
  "all-sides-notified": "Every side has sent its note; the stage begins with the last one.",
  "paused-in-negotiating": "Talks were what was paused.",
  "paused-in-text-agreed": "An agreed text was what was paused.",
  "paused-in-initialled": "An initialled text was what was paused.",
} as const;
export type Guard = keyof typeof guards;

export interface Transition {
  id: string;
  from: readonly StageCode[];
  act: ActKind;
  to: StageCode;
  guard?: Guard;
  /** Profiles in which it holds. An agreement whose profile is not known takes every transition. */
  profiles: readonly Profile[];
  law: string;
  definition: string;
}

const every: readonly Profile[] = ["treaty", "definitive", "political"];
const binding: readonly Profile[] = ["treaty", "definitive"];

/** The transition table. The first row that fits an act in a stage moves it; where none fits the stage stays. */
export const transitions: readonly Transition[] = [
  {
    id: "propose",
    from: ["unknown"],
    act: "proposed",
    to: "proposed",
    profiles: every,
    law: "practice",
    definition: "A public intent, an invitation or joining the framework opens the path.",
  },
  {
    id: "open-consultations",
    from: ["unknown", "proposed"],
    act: "consultations",
    to: "negotiating",
    profiles: every,
    law: "VCLT 7",
    definition: "Consultations between representatives open the negotiation.",
  },
  {
    id: "open-talks",
    from: ["unknown", "proposed"],
    act: "talks",
    to: "negotiating",
    profiles: every,
    law: "VCLT 7",
    definition: "The first round of talks opens the negotiation.",
  },
  {
    id: "pause",
    from: ["negotiating", "text-agreed", "initialled"],
    act: "paused",
    to: "paused",
    profiles: every,
    law: "practice",
    definition: "A side halts the work; what was reached is kept.",
  },
  {
    id: "resume-talks",
    from: ["paused"],
    act: "resumed",
    to: "negotiating",
    guard: "paused-in-negotiating",
    profiles: every,
    law: "practice",
    definition: "Paused talks go on.",
  },
  {
    id: "resume-agreed-text",
    from: ["paused"],
    act: "resumed",
    to: "text-agreed",
    guard: "paused-in-text-agreed",
    profiles: every,
    law: "practice",
    definition: "Work on an agreed text goes on where it was paused.",
  },
  {
    id: "resume-initialled-text",
    from: ["paused"],
    act: "resumed",
    to: "initialled",
    guard: "paused-in-initialled",
    profiles: every,
    law: "practice",
    definition: "Work on an initialled text goes on where it was paused.",
  },
  {
    id: "talk-again",
    from: ["paused"],
    act: "talks",
    to: "negotiating",
    guard: "paused-in-negotiating",
    profiles: every,
    law: "VCLT 7",
    definition: "A new round of talks ends the pause of talks.",
  },
  {
    id: "agree-text",
    from: ["unknown", "proposed", "negotiating", "paused"],
    act: "text-agreed",
    to: "text-agreed",
    profiles: every,
    law: "VCLT 9, 10",
    definition: "The sides settle the wording.",
  },
  {
    id: "initial",
    from: ["unknown", "proposed", "negotiating", "paused", "text-agreed"],
    act: "initialled",
    to: "initialled",
    profiles: every,
    law: "VCLT 10",
    definition: "Negotiators initial the text and so make it authentic.",
  },
  {
    id: "reopen",
    from: ["paused", "text-agreed", "initialled"],
    act: "reopened",
    to: "negotiating",
    profiles: every,
    law: "VCLT 9, 10",
    definition: "An agreed or initialled text is opened again for talks.",
  },
  {
    id: "sign",
    from: beforeSignature,
    act: "signed",
    to: "signed",
    guard: "all-sides-signed",
    profiles: every,
    law: "VCLT 10-12",
    definition: "The last side signs.",
  },
  {
    id: "exchange-notes",
    from: beforeSignature,
    act: "notified",
    to: "signed",
    guard: "all-sides-notified",
    profiles: ["definitive"],
    law: "VCLT 13",
    definition: "An exchange of notes stands in the place of signature.",
  },
  {
    id: "ratify",
    from: ["signed"],
    act: "ratified",
    to: "consenting",
    profiles: ["treaty"],
    law: "VCLT 14",
    definition: "A side ratifies internationally.",
  },
  {
    id: "accept",
    from: ["signed"],
    act: "accepted",
    to: "consenting",
    profiles: ["treaty"],
    law: "VCLT 14",
    definition: "A side accepts or approves internationally.",
  },
  {
    id: "accede",
    from: ["signed"],
    act: "acceded",
    to: "consenting",
    profiles: ["treaty"],
    law: "VCLT 15",
    definition: "A side accedes.",
  },
  {
    id: "notify",
    from: ["signed"],
    act: "notified",
    to: "consenting",
    profiles: binding,
    law: "VCLT 16",
    definition: "A side notifies that its procedures are complete.",
  },
  {
    id: "enter-into-force",
    from: beforeForce,
    act: "in-force",
    to: "in-force",
    profiles: binding,
    law: "VCLT 24",
    definition: "The agreement enters into force.",
  },
  {
    id: "take-effect",
    from: beforeForce,
    act: "in-effect",
    to: "in-effect",
    profiles: ["political"],
    law: "practice",
    definition: "The sides begin to apply a political text.",
  },
  {
    id: "end",
    from: ["signed", "consenting", "in-force", "in-effect"],
    act: "ended",
    to: "ended",
    profiles: every,
    law: "VCLT 54-64",
    definition: "It expires, is terminated, denounced or superseded.",
  },
  {
    id: "discontinue",
    from: [...begun, "signed", "consenting"],
    act: "discontinued",
    to: "discontinued",
    profiles: every,
    law: "VCLT 18(a), 25(2)",
    definition: "The sides break off the work before force.",
  },
  {
    id: "drop",
    from: ["proposed", ...begun, "signed", "consenting"],
    act: "not-pursued",
    to: "not-pursued",
    profiles: every,
    law: "VCLT 18(a), 25(2)",
    definition: "A side makes clear that it will not become a party.",
  },
];

/** The transition with this id; ids are stored with stage periods, so none is ever removed. */
export function transitionById(id: string): Transition {
  const found = transitions.find((transition) => transition.id === id);
  if (!found) throw new RangeError(`No transition “${id}”.`);
  return found;
}

/** The writing routes of API version 1: what each takes, asks for and answers. Beside `api-routes.ts`, the reading ones. */
import { z } from "zod";
import type { Action } from "./permission.ts";
import { act, change, check, citation, commitment, instant, row } from "./wire.ts";
import * as input from "./wire-input.ts";
import { proposalAnswer } from "./wire-proposal.ts";

export interface ApiWrite {
  method: "POST" | "PATCH" | "PUT" | "DELETE";
  /** Below the base; `{name}` stands for one segment. */
  path: string;
  id: string;
  summary: string;
  description: string;
  /** What the caller's role must allow. */
  action: Action;
  body: z.ZodType;
  /** The types of body that it takes, where they are not JSON alone. */
  media?: readonly string[];
  /** Query words of its own. */
  own?: Readonly<Record<string, z.ZodType>>;
  /** Whether the caller says which revision was looked at, as `If-Match: "r<revision>"`. */
  revision: "required" | "optional" | "none";
  /** The status of success. */
  status: 200 | 201;
  answer: z.ZodType;
}

const revision = z
  .int()
  .meta({ description: "The agreement's revision after the change; the ETag says the same." });
const written = <T extends z.ZodType>(data: T) => z.object({ data, agreement: row, revision });

export const agreementFieldsAnswer = row.extend({
  titleNote: z.string().nullable(),
  durationYears: z.number().nullable(),
  durationNote: z.string().nullable(),
  listNumbers: z.record(z.string(), z.int()),
  summary: z.string().nullable(),
  legalNote: z.string().nullable(),
  statusNote: z.string().nullable(),
});

/** What is left of a fact that was taken back. */
const withdrawn = z.object({
  id: z.string().meta({ description: "The fact that no longer stands." }),
  withdrawn: z.literal(true),
  reason: z.string(),
  recordedAt: instant,
  recordedBy: z.string(),
});

const written201 = { method: "POST", status: 201, revision: "required", action: "record" } as const;
const superseding = { ...written201, action: "correct" } as const;

export const apiWrites = {
  createAgreement: {
    ...written201,
    revision: "none",
    path: "/agreements",
    id: "createAgreement",
    summary: "Record a new agreement",
    description:
      "With its first acts, if they are known. Where no slug is given it is made of the sides, the type and the year. With `preflight=true` it warns of an agreement that may be the same.",
    body: input.agreementInput,
    answer: written(agreementFieldsAnswer),
  },
  editAgreement: {
    method: "PATCH",
    status: 200,
    revision: "required",
    action: "correct",
    path: "/agreements/{slug}",
    id: "editAgreement",
    summary: "Change fields of an agreement",
    description:
      "Fields that are left out stay as they are. What somebody else changed meanwhile in other fields is kept; the same field changed by both is a conflict.",
    body: input.agreementPatch,
    answer: written(agreementFieldsAnswer),
  },
  recordAct: {
    ...written201,
    path: "/agreements/{slug}/acts",
    id: "recordAct",
    summary: "Record an act",
    description: "The stages of the agreement are derived anew in the same transaction.",
    body: input.actInput,
    answer: written(act),
  },
  correctAct: {
    ...superseding,
    path: "/acts/{id}/corrections",
    id: "correctAct",
    summary: "Correct an act",
    description:
      "The act as it should have read takes the place of the old one, which stays readable as it was known. A correction is no transition.",
    body: input.correctionInput,
    answer: written(act),
  },
  withdrawAct: {
    ...superseding,
    path: "/acts/{id}/withdrawal",
    id: "withdrawAct",
    summary: "Withdraw an act",
    description: "It is no longer held to be true, and stays readable as it was known.",
    body: input.withdrawalInput,
    answer: written(withdrawn),
  },
  checkAgreement: {
    ...written201,
    revision: "optional",
    action: "check",
    path: "/agreements/{slug}/checks",
    id: "checkAgreement",
    summary: "Looked, and found nothing new",
    description: "Sets the day of the last check.",
    body: input.checkInput,
    answer: written(check),
  },
  addCommitment: {
    ...written201,
    path: "/agreements/{slug}/commitments",
    id: "addCommitment",
    summary: "Record a commitment",
    description: "An amount that one side undertook or gave.",
    body: input.commitmentInput,
    answer: written(commitment),
  },
  correctCommitment: {
    ...superseding,
    path: "/commitments/{id}/corrections",
    id: "correctCommitment",
    summary: "Correct a commitment",
    description: "The commitment as it should have read takes the place of the old one.",
    body: input.commitmentInput,
    answer: written(commitment),
  },
  withdrawCommitment: {
    ...superseding,
    path: "/commitments/{id}/withdrawal",
    id: "withdrawCommitment",
    summary: "Withdraw a commitment",
    description: "It is no longer held to be true, and stays readable as it was known.",
    body: input.withdrawalInput,
    answer: written(withdrawn),
  },
  cite: {
    ...written201,
    path: "/agreements/{slug}/citations",
    id: "cite",
    summary: "Name a source for a field of the agreement",
    description:
      "Acts and commitments bring their own citations; this is for the fields of the agreement itself.",
    body: input.citationInput,
    answer: written(citation),
  },
  withdrawCitation: {
    ...superseding,
    path: "/citations/{id}/withdrawal",
    id: "withdrawCitation",
    summary: "End a citation",
    description: "The source is no longer named for the fact.",
    body: input.withdrawalInput,
    answer: written(withdrawn),
  },
  revertChange: {
    ...superseding,
    path: "/changes/{sequence}/revert",
    id: "revertChange",
    summary: "Revert a change by a new one",
    description:
      "What the change began is ended and what it ended is recorded again; the history shows both. What was changed again since is a conflict that names it; what cannot be reverted is refused with the guard `not-revertible`.",
    body: input.withdrawalInput,
    answer: written(change),
  },
} as const satisfies Record<string, ApiWrite>;
export type WriteName = keyof typeof apiWrites;

const deciding = {
  method: "POST",
  status: 200,
  revision: "none",
  action: "review",
  body: input.decisionInput,
  answer: proposalAnswer.extend({ agreement: row.optional(), revision: revision.optional() }),
} as const;

/** Routes about proposals: what is proposed is a request to one of {@link apiWrites}. */
export const proposalWrites = {
  propose: {
    method: "POST",
    status: 201,
    revision: "none",
    action: "propose",
    path: "/proposals",
    id: "propose",
    summary: "Propose a change",
    description:
      "For whoever may not make it themselves: an editor accepts it or returns it with a note. With `preflight=true` it answers what the change would do.",
    body: input.proposalInput,
    answer: proposalAnswer,
  },
  acceptProposal: {
    ...deciding,
    path: "/proposals/{id}/accept",
    id: "acceptProposal",
    summary: "Accept a proposal",
    description:
      "Makes the change in the proposer's name, against the present record; 409 when it no longer fits. Nobody accepts their own.",
  },
  rejectProposal: {
    ...deciding,
    path: "/proposals/{id}/reject",
    id: "rejectProposal",
    summary: "Return a proposal",
    description: "With a note that tells the proposer why.",
  },
} as const satisfies Record<string, ApiWrite>;

/** The revision that an agreement's ETag names; null for text that is none of ours. */
export function revisionOfEtag(etag: string): number | null {
  const digits = /^"r(\d{1,9})"$/.exec(etag)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The ETag of a revision. */
export const etagOf = (revision: number): string => `"r${revision}"`;

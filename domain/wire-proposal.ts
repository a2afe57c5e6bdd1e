/** Proposals on the wire: a change for review, and what became of it. */
import { z } from "zod";
import { foresight } from "./foresight.ts";
import { instant, problem, slug } from "./wire.ts";

export const proposalStates = ["waiting", "accepted", "rejected"] as const;
export type ProposalState = (typeof proposalStates)[number];

export const proposal = z
  .object({
    id: z.string(),
    state: z.enum(proposalStates),
    summary: z.string().meta({ description: "What it asks for, in words.", examples: ["Record an act"] }),
    agreement: slug.nullable().meta({ description: "The agreement that it is about; null: a new one." }),
    title: z.string().nullable(),
    request: z
      .object({
        method: z.string(),
        path: z.string(),
        body: z.record(z.string(), z.unknown()),
        ifMatch: z.string().nullable(),
      })
      .meta({ description: "The request that an editor would have sent." }),
    reason: z.string().nullable(),
    proposedBy: z.string(),
    proposedAt: instant,
    own: z.boolean().meta({ description: "Whether it is the caller's own: somebody else decides it." }),
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    note: z.string().nullable().meta({ description: "What whoever decided says to the proposer." }),
  })
  .meta({ id: "Proposal" });
export type Proposal = z.infer<typeof proposal>;

export const proposalList = z.object({ data: z.array(proposal) }).meta({ id: "ProposalList" });
export const proposalAnswer = z.object({ data: proposal }).meta({ id: "ProposalAnswer" });

/** While it waits: what it would change now, or why it no longer fits. */
export const proposalDetail = z
  .object({
    data: proposal.extend({ preflight: foresight.nullable(), problem: problem.loose().nullable() }),
  })
  .meta({ id: "ProposalDetail" });
export type ProposalDetail = z.infer<typeof proposalDetail>;

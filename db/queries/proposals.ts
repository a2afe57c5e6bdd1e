/** Proposals, the newest first: an editor sees all of them, a contributor their own. */
import { and, desc, eq, type SQL } from "drizzle-orm";
import { apiWrites, type WriteName } from "#domain/api-writes.ts";
import { endOfKnowledge } from "#domain/clocks.ts";
import type { Proposal, ProposalState } from "#domain/wire-proposal.ts";
import type { Reading } from "../database.ts";
import { shownNames } from "./names.ts";

const mostListed = 200;

async function select(db: Reading, where: SQL | undefined, readerId: string): Promise<Proposal[]> {
  const { proposals, agreements, versions } = db.tables;
  const found = await db.read
    .select({ proposal: proposals, slug: agreements.slug, title: versions.title })
    .from(proposals)
    .leftJoin(agreements, eq(agreements.id, proposals.agreementId))
    .leftJoin(versions, and(eq(versions.agreementId, agreements.id), eq(versions.knownTo, endOfKnowledge)))
    .where(where)
    .orderBy(desc(proposals.proposedAt), desc(proposals.id))
    .limit(mostListed);
  const nameOf = await shownNames(
    db,
    found.flatMap(({ proposal: { proposedBy, decidedBy } }) => [proposedBy, decidedBy ?? []].flat()),
  );
  return found.map(({ proposal, slug, title }) => ({
    id: proposal.id,
    state: proposal.state,
    summary: apiWrites[proposal.verb as WriteName].summary,
    agreement: slug,
    title,
    request: proposal.request as Proposal["request"],
    reason: proposal.reason,
    proposedBy: nameOf(proposal.proposedBy),
    proposedAt: proposal.proposedAt,
    own: proposal.proposedBy === readerId,
    decidedBy: proposal.decidedBy === null ? null : nameOf(proposal.decidedBy),
    decidedAt: proposal.decidedAt,
    note: proposal.note,
  }));
}

export interface ProposalChoice {
  state: ProposalState | null;
  /** Null: everybody's. */
  proposedBy: string | null;
  /** Who reads. */
  readerId: string;
}

/** At most 200. */
export function listProposals(db: Reading, { state, proposedBy, readerId }: ProposalChoice) {
  const { proposals } = db.tables;
  const where = and(
    state === null ? undefined : eq(proposals.state, state),
    proposedBy === null ? undefined : eq(proposals.proposedBy, proposedBy),
  );
  return select(db, where, readerId);
}

export async function proposalById(db: Reading, id: string, readerId: string): Promise<Proposal | null> {
  return (await select(db, eq(db.tables.proposals.id, id), readerId))[0] ?? null;
}

/** Accepts a proposal, which makes its change in the proposer's name, or returns it with a note. Nobody decides their own. */
import { eq } from "drizzle-orm";
import { etagOf } from "#domain/api-writes.ts";
import { DomainError } from "#domain/errors.ts";
import { proposalById } from "../queries/proposals.ts";
import type { Outcome } from "./answer-write.ts";
import { broken } from "./demand.ts";
import { appendChange, type Entry } from "./ledger.ts";
import { type ProposalBody, performProposed } from "./propose.ts";

interface Decision {
  id: string;
  note: string | null;
}

/** The proposal as it waits. Throws `not-found`, `forbidden` for one's own, `conflict` for one that was decided. */
async function findWaiting({ tx, tables: { proposals }, actor }: Entry, id: string) {
  const [found] = await tx.select().from(proposals).where(eq(proposals.id, id));
  if (!found) throw new DomainError("not-found", "There is no such proposal.");
  if (found.proposedBy === actor.id)
    throw new DomainError("forbidden", "Somebody else decides your own proposal.", { guard: "not-your-own" });
  if (found.state !== "waiting") {
    throw new DomainError("conflict", `The proposal was ${found.state} already.`, {
      guard: "already-decided",
      extra: {
        base: { state: "waiting" },
        theirs: { state: found.state },
        yours: null,
        conflicts: ["state"],
      },
    });
  }
  return found;
}

async function close(entry: Entry, { id, note }: Decision, state: "accepted" | "rejected", made: object) {
  const { tx, tables, recordedAt, actor } = entry;
  await tx
    .update(tables.proposals)
    .set({ state, note, decidedBy: actor.id, decidedAt: recordedAt })
    .where(eq(tables.proposals.id, id));
  await appendChange(entry, {
    agreementId: null,
    verb: `proposal-${state}`,
    reason: note,
    before: { proposal: { id, state: "waiting" } },
    after: { proposal: { id, state, ...made } },
  });
}

/** Throws `conflict` when what was proposed no longer fits the record. */
export async function acceptProposal(entry: Entry, decision: Decision): Promise<Outcome> {
  const found = await findWaiting(entry, decision.id);
  const { users } = entry.tables;
  const [proposer] = await entry.tx
    .select({ id: users.id, role: users.role })
    .from(users)
    .where(eq(users.id, found.proposedBy));
  if (!proposer) throw new DomainError("not-found", "Whoever proposed it is no user any more.");
  const request = found.request as ProposalBody;
  const { agreementId, revision } = await performProposed(
    {
      ...entry,
      actor: { ...proposer, requestId: entry.actor.requestId },
      proposal: { id: found.id, acceptedBy: entry.actor.id },
    },
    {
      ...request,
      ifMatch: found.baseRevision === null ? null : etagOf(found.baseRevision),
      reason: found.reason,
    },
  );
  await close(entry, decision, "accepted", { revision });
  return { data: await proposalById(entry.reading, found.id, entry.actor.id), agreementId, revision };
}

/** Throws `rule-broken` when it says nothing to the proposer. */
export async function rejectProposal(entry: Entry, decision: Decision): Promise<Outcome> {
  const { id } = await findWaiting(entry, decision.id);
  if ((decision.note ?? "") === "")
    throw broken("note-required", "note", "Say why: the proposer will read it.");
  await close(entry, decision, "rejected", {});
  return { data: await proposalById(entry.reading, id, entry.actor.id) };
}

/** A change that somebody without the right to make it asks for: the very request that an editor would have sent. */
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { apiWrites, etagOf, revisionOfEtag } from "#domain/api-writes.ts";
import { DomainError } from "#domain/errors.ts";
import { type MatchedWrite, matchWrite } from "#domain/match-write.ts";
import { schemaProblem } from "#domain/schema-problem.ts";
import type { proposalInput } from "#domain/wire-input.ts";
import { proposalById } from "../queries/proposals.ts";
import { appendChange, type Entry, revisionOf } from "./ledger.ts";
import { performs, type Request, type Written } from "./perform.ts";

export type ProposalBody = z.output<typeof proposalInput>;

function malformed(path: string, message: string): DomainError {
  return new DomainError("malformed", `In “${path}”: ${message}`, { errors: [{ path, message }] });
}

/** What may be proposed is about facts; that a change be reverted is for those who may to decide. */
const proposable = /^\/(?:agreements|acts|commitments|citations)\b/;

/** The route that is meant, and its body read by the route's own schema. */
function readProposed({ method, path, body: given, ifMatch, reason }: ProposalBody) {
  const route = matchWrite(method, path);
  if (!route || !proposable.test(apiWrites[route.name].path))
    throw malformed("path", "no route that changes the record, such as /api/v1/agreements/{slug}/acts");
  // The reason of the proposal is the reason of the change, where the change has none of its own.
  const silent = given.reason == null && route.name !== "checkAgreement";
  const body = reason !== null && silent ? { ...given, reason } : given;
  const read = apiWrites[route.name].body.safeParse(body);
  if (!read.success) throw schemaProblem(read.error, ["body"]);
  const revision = ifMatch == null ? null : revisionOfEtag(ifMatch);
  if (ifMatch != null && revision === null)
    throw malformed("ifMatch", 'one ETag of an agreement, such as "r3"');
  return { route, body: read.data, revision };
}

/** The agreement that a route is about; null for a new one. Throws `not-found`. */
async function subjectOf({ tx, tables }: Entry, { name, params }: MatchedWrite): Promise<number | null> {
  const { agreements, acts, commitments, citations } = tables;
  if (name === "createAgreement") return null;
  const { slug, id = "" } = params;
  const holder = { acts, commitments }[apiWrites[name].path.split("/")[1] ?? ""];
  const [found] =
    slug !== undefined
      ? await tx.select({ id: agreements.id }).from(agreements).where(eq(agreements.slug, slug))
      : holder
        ? await tx.select({ id: holder.agreementId }).from(holder).where(eq(holder.id, id))
        : await tx
            .select({ id: citations.agreementId })
            .from(citations)
            .where(eq(citations.id, Number(id)));
  if (!found || found.id === null) throw new DomainError("not-found", `There is nothing at “${slug ?? id}”.`);
  return found.id;
}

/** Does what is proposed. Nobody's word of the revision means the present one. */
export async function performProposed(entry: Entry, proposed: ProposalBody): Promise<Written> {
  const { route, body, revision } = readProposed(proposed);
  const agreementId = await subjectOf(entry, route);
  const looked = revision ?? (agreementId === null ? null : await revisionOf(entry, agreementId));
  const perform = performs[route.name] as (
    entry: Entry,
    request: Request<typeof route.name>,
  ) => Promise<Written>;
  return perform(entry, { params: route.params, body, revision: looked } as never);
}

/** Keeps a proposal that was tried out before. */
export async function propose(entry: Entry, proposed: ProposalBody) {
  const { tx, tables, recordedAt, actor } = entry;
  const { route, revision } = readProposed(proposed);
  const agreementId = await subjectOf(entry, route);
  const baseRevision = revision ?? (agreementId === null ? null : await revisionOf(entry, agreementId));
  const { method, path, body, reason } = proposed;
  const id = `p-${randomUUID()}`;
  await tx.insert(tables.proposals).values({
    id,
    agreementId,
    baseRevision,
    verb: route.name,
    request: { method, path, body, ifMatch: baseRevision === null ? null : etagOf(baseRevision) },
    reason,
    state: "waiting",
    proposedBy: actor.id,
    proposedAt: recordedAt,
  });
  await appendChange(entry, {
    agreementId: null,
    verb: "proposal-made",
    reason,
    before: null,
    after: { proposal: { id } },
  });
  return { data: await proposalById(entry.reading, id, actor.id) };
}

import { type ProposalBody, performProposed } from "#db/commands/propose.ts";
import { rehearse } from "#db/commands/rehearse.ts";
import { proposalById } from "#db/queries/proposals.ts";
import { DomainError, toProblem } from "#domain/errors.ts";
import { may } from "#domain/permission.ts";
import { notFound } from "../../../../_server/endpoint.ts";
import { methodsBeside } from "../../../../_server/other-methods.ts";
import { readingAs } from "../../../../_server/reading-as.ts";
import { actorOf } from "../../../../_server/session.ts";

/** `GET /api/v1/proposals/{id}`: a proposal; while it waits, what it would change now or why it no longer fits. */
export const GET = readingAs<{ id: string }>("propose", {}, async ({ db, caller, now, params: { id } }) => {
  const found = await proposalById(db, id, caller.user.id);
  if (!found || !(found.own || may(caller.user.role, "review"))) throw notFound("proposal", id);
  if (found.state !== "waiting") return { data: { ...found, preflight: null, problem: null } };
  const { request, reason } = found;
  try {
    const preflight = await rehearse(db, actorOf(caller), "propose", now, (entry) =>
      performProposed(entry, { ...request, reason } as ProposalBody),
    );
    return { data: { ...found, preflight, problem: null } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { data: { ...found, preflight: null, problem: toProblem(error, "") } };
  }
});
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");

import { performProposed, propose } from "#db/commands/propose.ts";
import { listProposals } from "#db/queries/proposals.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { proposalWrites } from "#domain/api-writes.ts";
import { may } from "#domain/permission.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";
import { readingAs } from "../../../_server/reading-as.ts";
import { writing } from "../../../_server/writing.ts";
import { proposalAddress } from "../../../_server/written-address.ts";

/** `GET /api/v1/proposals`: one's own, or everybody's for those who decide. */
export const GET = readingAs("propose", apiRoutes.proposals.own, async ({ db, caller: { user }, own }) => ({
  data: await listProposals(db, {
    state: own.state ?? null,
    proposedBy: may(user.role, "review") ? null : user.id,
    readerId: user.id,
  }),
}));

/** `POST /api/v1/proposals`: a change for review. */
export const POST = writing(proposalWrites.propose, (entry, { body }) => propose(entry, body), {
  locationOf: proposalAddress,
  rehearsed: (entry, { body }) => performProposed(entry, body),
});
export const { OPTIONS, PUT, PATCH, DELETE } = methodsBeside("GET", "POST");

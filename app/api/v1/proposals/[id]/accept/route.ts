import { acceptProposal } from "#db/commands/decide-proposal.ts";
import { proposalWrites } from "#domain/api-writes.ts";
import { methodsBeside } from "../../../../../_server/other-methods.ts";
import { writing } from "../../../../../_server/writing.ts";

/** `POST /api/v1/proposals/{id}/accept`. */
export const POST = writing<typeof proposalWrites.acceptProposal.body, { id: string }>(
  proposalWrites.acceptProposal,
  (entry, { params: { id = "" }, body: { note } }) => acceptProposal(entry, { id, note }),
);
export const { OPTIONS, GET, PUT, PATCH, DELETE } = methodsBeside("POST");

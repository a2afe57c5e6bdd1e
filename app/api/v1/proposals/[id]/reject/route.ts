import { rejectProposal } from "#db/commands/decide-proposal.ts";
import { proposalWrites } from "#domain/api-writes.ts";
import { methodsBeside } from "../../../../../_server/other-methods.ts";
import { writing } from "../../../../../_server/writing.ts";

/** `POST /api/v1/proposals/{id}/reject`. */
export const POST = writing<typeof proposalWrites.rejectProposal.body, { id: string }>(
  proposalWrites.rejectProposal,
  (entry, { params: { id = "" }, body: { note } }) => rejectProposal(entry, { id, note }),
);
export const { OPTIONS, GET, PUT, PATCH, DELETE } = methodsBeside("POST");

/** What editors work with beside the record: answers kept for repeated requests, proposals, imports and drafts. */
import { sql } from "drizzle-orm";
import type { ProposalState } from "#domain/wire-proposal.ts";
import type { Kit } from "./dialects.ts";

/** What an imported row did to its agreement. */
export type ImportedRow = "create" | "update";

export function defineDeskTables({ table, id, text, integer, json, index, primaryKey, check }: Kit) {
  /** The answer given to a write with an `Idempotency-Key`, written in the same transaction as the write. */
  const idempotencyKeys = table(
    "idempotency_keys",
    {
      userId: text("user_id").notNull(),
      key: text("key").notNull(),
      /** Of method, address, If-Match and body: the same key with another request is a mistake. */
      requestHash: text("request_hash").notNull(),
      status: integer("status").notNull(),
      body: text("body").notNull(),
      etag: text("etag"),
      recordedAt: text("recorded_at").notNull(),
    },
    (t) => [primaryKey({ columns: [t.userId, t.key] }), index("idempotency_keys_by_time").on(t.recordedAt)],
  );

  /** A write that somebody without the right to make it asks for; `request` is what the API would have been sent. */
  const proposals = table(
    "proposals",
    {
      id: text("id").primaryKey(),
      /** The agreement that it is about; null: a new one. */
      agreementId: integer("agreement_id"),
      /** The revision that the proposer saw. */
      baseRevision: integer("base_revision"),
      verb: text("verb").notNull(),
      request: json<unknown>("request").notNull(),
      reason: text("reason"),
      state: text("state").notNull().$type<ProposalState>(),
      proposedBy: text("proposed_by").notNull(),
      proposedAt: text("proposed_at").notNull(),
      decidedBy: text("decided_by"),
      decidedAt: text("decided_at"),
      /** What the one who decided says to the proposer. */
      note: text("note"),
    },
    (t) => [
      index("proposals_by_state").on(t.state, t.proposedAt),
      index("proposals_by_agreement").on(t.agreementId),
      index("proposals_by_proposer").on(t.proposedBy, t.proposedAt),
      check("proposals_state", sql`${t.state} in ('waiting', 'accepted', 'rejected')`),
    ],
  );

  /** One imported file: a batch of changes that can be reverted as one. */
  const imports = table(
    "imports",
    {
      id: text("id").primaryKey(),
      recordedAt: text("recorded_at").notNull(),
      recordedBy: text("recorded_by").notNull(),
      name: text("name").notNull(),
      /** SHA-256 of the bytes of the file. */
      fileHash: text("file_hash").notNull(),
      mapping: json<Record<string, string>>("mapping").notNull(),
      rows: integer("rows").notNull(),
      created: integer("created").notNull(),
      updated: integer("updated").notNull(),
      unchanged: integer("unchanged").notNull(),
      rejected: integer("rejected").notNull(),
      revertedAt: text("reverted_at"),
      revertedBy: text("reverted_by"),
    },
    (t) => [index("imports_by_time").on(t.recordedAt), index("imports_by_file").on(t.fileHash)],
  );

  /** What an import wrote, row by row: a row of the same list is recognised when it comes again. */
  const importRows = table(
    "import_rows",
    {
      id: id("id"),
      importId: text("import_id").notNull(),
      /** The number of the row in its file; the header is row 1. */
      row: integer("row").notNull(),
      agreementId: integer("agreement_id").notNull(),
      result: text("result").notNull().$type<ImportedRow>(),
      /** Of the list (its header) and the row's own number in it; null: the list gives none. */
      listKey: text("list_key"),
      /** Of what the row says, as it was understood. */
      rowHash: text("row_hash").notNull(),
    },
    (t) => [
      index("import_rows_by_import").on(t.importId, t.row),
      index("import_rows_by_list_key").on(t.listKey),
      index("import_rows_by_hash").on(t.rowHash),
      check("import_rows_result", sql`${t.result} in ('create', 'update')`),
    ],
  );

  /** Which column means what, remembered for files with the same header. */
  const importMappings = table("import_mappings", {
    headerHash: text("header_hash").primaryKey(),
    mapping: json<Record<string, string>>("mapping").notNull(),
    recordedAt: text("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  });

  /** A form that somebody began and has not sent: it survives a reload, a lost session and another machine. */
  const drafts = table(
    "drafts",
    {
      userId: text("user_id").notNull(),
      /** What it is about, such as `act:SLUG`. */
      subject: text("subject").notNull(),
      body: json<unknown>("body").notNull(),
      updatedAt: text("updated_at").notNull(),
    },
    (t) => [primaryKey({ columns: [t.userId, t.subject] }), index("drafts_by_subject").on(t.subject)],
  );

  return { idempotencyKeys, proposals, imports, importRows, importMappings, drafts };
}

/**
 * What each writing route does, by the route's name: inside a transaction whose rights were checked. A route, a
 * rehearsal of it and the acceptance of a proposal run the same function.
 */
import type { z } from "zod";
import type { apiWrites, WriteName } from "#domain/api-writes.ts";
import { dayOfInstant } from "#domain/day.ts";
import { actById } from "../queries/acts.ts";
import { anyChange, listChanges } from "../queries/changes.ts";
import { citationsOf } from "../queries/citations.ts";
import { commitmentsOf } from "../queries/facts.ts";
import { shownNames } from "../queries/names.ts";
import { fieldsAt } from "../queries/recorded-state.ts";
import { rowsOf } from "../queries/rows.ts";
import { insertCheck } from "./check-agreement.ts";
import { citeField, withdrawCitation } from "./cite-field.ts";
import { insertAgreement } from "./create-agreement.ts";
import { demandReason } from "./demand.ts";
import { changeFields } from "./edit-agreement.ts";
import type { Looked } from "./expect-untouched.ts";
import type { Entry } from "./ledger.ts";
import { insertAct } from "./record-act.ts";
import { insertCommitment, supersedeCommitment } from "./record-commitment.ts";
import { undoChange } from "./revert-change.ts";
import { supersedeAct } from "./supersede-act.ts";

/** A request whose form was checked. */
export interface Request<Name extends WriteName> {
  params: Readonly<Record<string, string>>;
  body: z.output<(typeof apiWrites)[Name]["body"]>;
  /** The revision that the caller saw; null where the route does not ask for it and none was given. */
  revision: number | null;
}

/** What was written: the fact as the wire shows it, and of which agreement. */
export interface Written {
  data: unknown;
  agreementId: number;
  revision: number | null;
}

type Perform<Name extends WriteName> = (entry: Entry, request: Request<Name>) => Promise<Written>;

/** `0` was never a revision, so whoever did not say what they saw is in conflict with everything. */
const looked = ({ revision, body }: { revision: number | null; body: unknown }): Looked => ({
  revision: revision ?? 0,
  yours: body,
});

const clocksOf = ({ recordedAt }: Entry) => ({ on: dayOfInstant(recordedAt), known: recordedAt });

/** The writer as readers see them. */
async function writerName({ reading, actor }: Entry): Promise<string> {
  return (await shownNames(reading, [actor.id]))(actor.id);
}

/** What is left of a fact that was taken back. */
const taken = async (entry: Entry, id: string, reason: string | null) => ({
  id,
  withdrawn: true,
  reason: demandReason(reason),
  recordedAt: entry.recordedAt,
  recordedBy: await writerName(entry),
});

/** The row of an agreement with the fields that are typed. */
async function typedFields(entry: Entry, agreementId: number) {
  const [row] = await rowsOf(entry.reading, [agreementId], clocksOf(entry));
  const fields = await fieldsAt(entry.reading, agreementId, entry.recordedAt);
  return { ...fields, ...row };
}

async function commitmentById(entry: Entry, agreementId: number, id: string) {
  const all = await commitmentsOf(entry.reading, { agreementId }, clocksOf(entry));
  return all.find((one) => one.id === id);
}

export const performs: { [Name in WriteName]: Perform<Name> } = {
  async recordAct(entry, request) {
    const { reason, ...act } = request.body;
    const { slug = "" } = request.params;
    const { id, ...rest } = await insertAct(entry, { ...looked(request), slug, act, reason, sourced: true });
    return { ...rest, data: await actById(entry.reading, id, clocksOf(entry)) };
  },
  async correctAct(entry, request) {
    const { reason, ...act } = request.body;
    const { id: old = "" } = request.params;
    const { id, ...rest } = await supersedeAct(
      entry,
      { ...looked(request), id: old, reason, sourced: true },
      act,
    );
    return { ...rest, data: await actById(entry.reading, id, clocksOf(entry)) };
  },
  async withdrawAct(entry, request) {
    const { id: old = "" } = request.params;
    const { reason } = request.body;
    const { id: _id, ...rest } = await supersedeAct(entry, { ...looked(request), id: old, reason }, null);
    return { ...rest, data: await taken(entry, old, reason) };
  },
  async createAgreement(entry, { body }) {
    const { slug: _slug, ...rest } = await insertAgreement(entry, body);
    return { ...rest, data: await typedFields(entry, rest.agreementId) };
  },
  async editAgreement(entry, request) {
    const { reason, ...fields } = request.body;
    const { slug = "" } = request.params;
    const edited = await changeFields(entry, { ...looked(request), slug, fields, reason });
    return { ...edited, data: await typedFields(entry, edited.agreementId) };
  },
  async checkAgreement(entry, { params: { slug = "" }, body }) {
    const { check, ...rest } = await insertCheck(entry, { slug, ...body });
    return { ...rest, data: { ...check, recordedBy: await writerName(entry) } };
  },
  async addCommitment(entry, request) {
    const { slug = "" } = request.params;
    const { id, ...rest } = await insertCommitment(entry, { ...looked(request), slug, body: request.body });
    return { ...rest, data: await commitmentById(entry, rest.agreementId, id) };
  },
  async correctCommitment(entry, request) {
    const { id: old = "" } = request.params;
    const { body } = request;
    const input = { ...looked(request), id: old, reason: body.reason };
    const { id, ...rest } = await supersedeCommitment(entry, input, body);
    return { ...rest, data: await commitmentById(entry, rest.agreementId, id) };
  },
  async withdrawCommitment(entry, request) {
    const { id = "" } = request.params;
    const { reason } = request.body;
    const { id: _id, ...rest } = await supersedeCommitment(entry, { ...looked(request), id, reason }, null);
    return { ...rest, data: await taken(entry, id, reason) };
  },
  async cite(entry, request) {
    const { reason, ...citation } = request.body;
    const { slug = "" } = request.params;
    const { id, ...rest } = await citeField(entry, { ...looked(request), slug, citation, reason });
    const cited = await citationsOf(entry.reading, [`agreement:${slug}`], clocksOf(entry));
    return { ...rest, data: cited(`agreement:${slug}`).find((one) => one.id === id) };
  },
  async withdrawCitation(entry, request) {
    const { id = "" } = request.params;
    const { reason } = request.body;
    const rest = await withdrawCitation(entry, { ...looked(request), id, reason });
    return { ...rest, data: await taken(entry, id, reason) };
  },
  async revertChange(entry, request) {
    const { sequence = "" } = request.params;
    const { reason } = request.body;
    const number = /^\d{1,15}$/.test(sequence) ? Number(sequence) : -1;
    const { slug, ...rest } = await undoChange(entry, { ...looked(request), sequence: number, reason });
    const newest = { ...anyChange, agreement: slug, limit: 1, before: null };
    const { rows } = await listChanges(entry.reading, newest, clocksOf(entry));
    return { ...rest, data: rows[0] };
  },
};

/**
 * One request to write, from rights to the answer, in one transaction: rights are read again, a repeated request gets
 * the answer that it got, and the answer is kept in the transaction of the write that it speaks of.
 */
import { and, eq, lt } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import { dayOfInstant } from "#domain/day.ts";
import type { Action, Actor } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import { rowsOf } from "../queries/rows.ts";
import { broken } from "./demand.ts";
import { type Entry, write } from "./ledger.ts";

/** A repeated request is recognised for this long. */
const keptForMs = 72 * 3_600_000;

/** The key that a client gave its request, and what the request was. */
export interface Repeatable {
  key: string;
  /** Of method, address, If-Match and body. */
  requestHash: string;
}

/** What a write answers: `data`, and the agreement that it changed, if it changed one. */
export interface Outcome {
  data: unknown;
  agreementId?: number | null;
  revision?: number | null;
  /** The status, where it is not the one of the route. */
  status?: number;
  /** Further fields beside `data`. */
  more?: Readonly<Record<string, unknown>>;
}

export interface WriteAnswer {
  status: number;
  /** JSON. */
  body: string;
  /** The revision of the agreement that was changed. */
  revision: number | null;
}

interface WriteRequest {
  action: Action;
  /** The status of success. */
  status: number;
  repeatable: Repeatable | null;
}

/** The answer in JSON, made of the record as the transaction leaves it. */
async function compose(entry: Entry, status: number, outcome: Outcome): Promise<WriteAnswer> {
  const { data, agreementId = null, revision = null, more = {} } = outcome;
  if (agreementId === null)
    return { status: outcome.status ?? status, body: JSON.stringify({ data, ...more }), revision: null };
  const clocks = { on: dayOfInstant(entry.recordedAt), known: entry.recordedAt };
  const [agreement] = await rowsOf(entry.reading, [agreementId], clocks);
  const now = revision ?? agreement?.revision ?? null;
  return { status, body: JSON.stringify({ data, agreement, revision: now, ...more }), revision: now };
}

/** The answer that the same request got before; throws `rule-broken` when the key belonged to another one. */
async function givenBefore(entry: Entry, { key, requestHash }: Repeatable): Promise<WriteAnswer | null> {
  const { tx, tables, recordedAt, actor } = entry;
  const { idempotencyKeys: table } = tables;
  const forgotten = new Date(Date.parse(recordedAt) - keptForMs).toISOString();
  await tx.delete(table).where(lt(table.recordedAt, forgotten));
  const [kept] = await tx
    .select()
    .from(table)
    .where(and(eq(table.userId, actor.id), eq(table.key, key)));
  if (!kept) return null;
  if (kept.requestHash !== requestHash)
    throw broken("idempotency-key-reused", "Idempotency-Key", "This key was used for another request.");
  const { status, body, etag } = kept;
  return { status, body, revision: etag === null ? null : Number(etag) };
}

async function keep(entry: Entry, { key, requestHash }: Repeatable, { status, body, revision }: WriteAnswer) {
  const { tx, tables, recordedAt, actor } = entry;
  await tx.insert(tables.idempotencyKeys).values({
    userId: actor.id,
    key,
    requestHash,
    status,
    body,
    etag: revision === null ? null : String(revision),
    recordedAt,
  });
}

/** Runs `work` once for each request and answers with what it wrote. The answer is given after the commit. */
export function answerWrite(
  db: Database,
  actor: Actor,
  { action, status, repeatable }: WriteRequest,
  now: Instant,
  work: (entry: Entry) => Promise<Outcome>,
): Promise<WriteAnswer> {
  return write(db, actor, action, now, async (entry) => {
    const before = repeatable && (await givenBefore(entry, repeatable));
    if (before) return before;
    const answer = await compose(entry, status, await work(entry));
    if (repeatable) await keep(entry, repeatable, answer);
    return answer;
  });
}

/** The audit log, newest first, with public fields only. */
import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  lt,
  lte,
  or,
  type SQL,
} from "drizzle-orm";
import { contentOf, type LoggedContent } from "#domain/change-content.ts";
import { type ChangeKind, openVerbs, verbsOf } from "#domain/change-verb.ts";
import type { Clocks, Instant } from "#domain/clocks.ts";
import { isProduct } from "#domain/permission.ts";
import type { Change } from "#domain/wire.ts";
import type { Reading } from "../database.ts";
import type { Chosen } from "./agreements.ts";
import { shownNames } from "./names.ts";
import { knownAt } from "./standing.ts";

/** Which changes to list; null leaves the word open. */
export interface ChangeChoice {
  /** Only changes recorded after this instant, or after the change with this sequence number. */
  since: Instant | number | null;
  agreement: string | null;
  kind: ChangeKind | null;
  /** The name of the writer, as it is shown. */
  by: string | null;
  /** Only changes of these agreements. */
  among: Chosen | null;
}

export interface ChangeRequest extends ChangeChoice {
  limit: number;
  /** The sequence number before which the page begins. */
  before: number | null;
}

/** Every change, by anyone, to anything. */
export const anyChange: ChangeChoice = { since: null, agreement: null, kind: null, by: null, among: null };

/** What anyone may read of: all about agreements, and what is marked open of the rest. */
const isPublic = ({ changes }: Reading["tables"]): SQL | undefined =>
  or(isNotNull(changes.agreementId), inArray(changes.verb, [...openVerbs]));

function chosen({ read, tables }: Reading, { since, agreement, kind, by, among }: ChangeChoice) {
  const { changes, agreements, users } = tables;
  const writer =
    by === null
      ? undefined
      : or(
          isProduct({ id: by }) ? eq(changes.by, by) : undefined,
          inArray(changes.by, read.select({ id: users.id }).from(users).where(eq(users.name, by))),
        );
  return and(
    isPublic(tables),
    typeof since === "string" ? gt(changes.recordedAt, since) : undefined,
    typeof since === "number" ? gt(changes.sequence, since) : undefined,
    // The key first, so that the index on it serves and not a walk through the whole ledger.
    agreement === null
      ? undefined
      : inArray(
          changes.agreementId,
          read.select({ id: agreements.id }).from(agreements).where(eq(agreements.slug, agreement)),
        ),
    kind === null ? undefined : inArray(changes.verb, verbsOf(kind)),
    among?.few ? inArray(changes.agreementId, [...among.few]) : undefined,
    writer,
  );
}

/** Users whom one side of a change names: whose rights it is about, and who accepted what was proposed. */
function namedIn(side: unknown): string[] {
  const { user, proposal } = contentOf(side) as LoggedContent & { user?: unknown };
  return [user, proposal?.acceptedBy].filter((id) => typeof id === "string");
}

/** Ids of users give way to their names. */
function named(side: unknown, nameOf: (id: string) => string): unknown {
  if (namedIn(side).length === 0) return side;
  const { user, proposal, ...rest } = contentOf(side) as LoggedContent & { user?: unknown };
  return {
    ...(typeof user === "string" ? { user: nameOf(user) } : {}),
    ...rest,
    ...(typeof proposal?.acceptedBy === "string"
      ? { proposal: { ...proposal, acceptedBy: nameOf(proposal.acceptedBy) } }
      : {}),
  };
}

/** A part of the ledger, newest first, as the database chooses it. */
function ledgerPart(
  db: Reading,
  { limit, before, ...choice }: ChangeRequest,
  { known }: Pick<Clocks, "known">,
) {
  const { changes, agreements, versions } = db.tables;
  return db.read
    .select({ change: changes, slug: agreements.slug, title: versions.title })
    .from(changes)
    .leftJoin(agreements, eq(agreements.id, changes.agreementId))
    .leftJoin(versions, and(eq(versions.agreementId, agreements.id), knownAt(versions, { known })))
    .where(
      and(
        lte(changes.recordedAt, known),
        chosen(db, choice),
        before === null ? undefined : lt(changes.sequence, before),
      ),
    )
    .orderBy(desc(changes.sequence))
    .limit(limit);
}

/** Changes that are looked through at once for those of agreements too many to name. */
const looked = 500;

/** The newest `limit` changes of the choice. */
async function newestOf(db: Reading, request: ChangeRequest, clocks: Pick<Clocks, "known">) {
  const { among, limit } = request;
  if (among === null || among.few !== null) return ledgerPart(db, request, clocks);
  const found: Awaited<ReturnType<typeof ledgerPart>> = [];
  for (let { before } = request; found.length < limit; ) {
    const part = await ledgerPart(db, { ...request, limit: looked, before }, clocks);
    found.push(...part.filter(({ change }) => among.has(change.agreementId ?? -1)));
    before = part.at(-1)?.change.sequence ?? null;
    if (part.length < looked) break;
  }
  return found.slice(0, limit);
}

/** Changes known at the instant, newest first; `end` is where the next page begins. */
export async function listChanges(db: Reading, request: ChangeRequest, clocks: Pick<Clocks, "known">) {
  const { limit } = request;
  const found = await newestOf(db, { ...request, limit: limit + 1 }, clocks);
  const page = found.slice(0, limit);
  const people = page.flatMap(({ change }) => [change.by, ...[change.before, change.after].flatMap(namedIn)]);
  const nameOf = await shownNames(db, people);
  return {
    rows: page.map(
      ({ change, slug, title }): Change => ({
        sequence: change.sequence,
        recordedAt: change.recordedAt,
        verb: change.verb,
        agreement: slug,
        title,
        revision: change.revision,
        by: nameOf(change.by),
        byRole: isProduct({ id: change.by }) ? null : change.byRole,
        reason: change.reason,
        before: named(change.before, nameOf),
        after: named(change.after, nameOf),
      }),
    ),
    end: found.length > limit ? (page.at(-1)?.change.sequence ?? null) : null,
  };
}

/** Whether there was an agreement at this address, as known then. */
export async function knowsAgreement(db: Reading, slug: string, clocks: Clocks): Promise<boolean> {
  const { agreements, versions } = db.tables;
  const found = await db.read
    .select({ id: agreements.id })
    .from(agreements)
    .innerJoin(versions, and(eq(versions.agreementId, agreements.id), knownAt(versions, clocks)))
    .where(eq(agreements.slug, slug));
  return found.length > 0;
}

/** More names than these help nobody to choose. */
const mostWriters = 100;

/** The names of users who made public changes, in the order of the alphabet. */
export async function listWriters(
  { read, tables }: Reading,
  { known }: Pick<Clocks, "known">,
): Promise<string[]> {
  const { changes, users } = tables;
  const wrote = read
    .select({ sequence: changes.sequence })
    .from(changes)
    .where(and(eq(changes.by, users.id), isPublic(tables), lte(changes.recordedAt, known)));
  const found = await read
    .selectDistinct({ name: users.name })
    .from(users)
    .where(exists(wrote))
    .orderBy(asc(users.name))
    .limit(mostWriters);
  return found.map(({ name }) => name);
}

/** How many changes each of these agreements had after the instant; those without any are left out. */
export function countChangesSince(
  { read, tables: { changes, agreements } }: Reading,
  slugs: readonly string[],
  since: Instant,
): Promise<{ slug: string; count: number }[]> {
  return read
    .select({ slug: agreements.slug, count: count() })
    .from(changes)
    .innerJoin(agreements, eq(agreements.id, changes.agreementId))
    .where(and(inArray(agreements.slug, [...slugs]), gt(changes.recordedAt, since)))
    .groupBy(agreements.slug)
    .orderBy(asc(agreements.slug));
}

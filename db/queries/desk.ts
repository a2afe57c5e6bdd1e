/** What needs attention at the desk. */
import { and, asc, count, desc, eq } from "drizzle-orm";
import { apiWrites, type WriteName } from "#domain/api-writes.ts";
import { type Clocks, endOfKnowledge } from "#domain/clocks.ts";
import { type Flag, flagRules } from "#domain/standing.ts";
import type { Attention, DeskOverview, DeskProposal } from "#domain/wire-desk.ts";
import type { Reading } from "../database.ts";
import { anyChange, listChanges } from "./changes.ts";
import { draftsBy } from "./drafts.ts";
import { rowsOf } from "./rows.ts";
import { heldOn, knownAt } from "./standing.ts";

/** Rows of each list; the count says how many there are. */
const mostRows = 6;
const mostChanges = 12;
/** Changes that are looked through for those about agreements. */
const looked = 60;

/** What wants an editor first: a day that has passed, then sources that differ, then what lacks one. */
const order: readonly Flag[] = ["overdue", "disputed", "unsourced", "stalled", "stale"];

async function attentionTo(db: Reading, flag: Flag, clocks: Clocks): Promise<Attention> {
  const { flagPeriods: table, versions } = db.tables;
  const held = and(eq(table.flag, flag), heldOn(table, clocks), knownAt(versions, clocks));
  const joined = eq(versions.agreementId, table.agreementId);
  const [[total], first] = await Promise.all([
    db.read.select({ n: count() }).from(table).innerJoin(versions, joined).where(held),
    db.read
      .select({ id: table.agreementId, since: table.validFrom })
      .from(table)
      .innerJoin(versions, joined)
      .where(held)
      .orderBy(asc(table.validFrom), asc(table.agreementId))
      .limit(mostRows),
  ]);
  const rows = await rowsOf(
    db,
    first.map(({ id }) => id),
    clocks,
  );
  return {
    flag,
    ...flagRules[flag],
    count: total?.n ?? 0,
    rows: rows.map(({ slug, title, sides, stage, next, checkedOn, flags }, index) => ({
      ...{ slug, title, sides, stage, next, checkedOn, flags },
      since: first[index]?.since ?? clocks.on,
    })),
  };
}

const summaryOf = (name: string): string =>
  Object.hasOwn(apiWrites, name) ? apiWrites[name as WriteName].summary : name;

interface ProposalChoice {
  state: DeskProposal["state"];
  /** Only this user's. */
  by: string | null;
  limit: number;
}

async function proposalsWhere(db: Reading, userId: string, { state, by, limit }: ProposalChoice) {
  const { proposals, users, agreements, versions } = db.tables;
  const wanted = and(eq(proposals.state, state), by === null ? undefined : eq(proposals.proposedBy, by));
  const found = await db.read
    .select({ proposal: proposals, name: users.name, slug: agreements.slug, title: versions.title })
    .from(proposals)
    .leftJoin(users, eq(users.id, proposals.proposedBy))
    .leftJoin(agreements, eq(agreements.id, proposals.agreementId))
    .leftJoin(versions, and(eq(versions.agreementId, agreements.id), eq(versions.knownTo, endOfKnowledge)))
    .where(wanted)
    .orderBy(state === "waiting" ? asc(proposals.proposedAt) : desc(proposals.decidedAt))
    .limit(limit);
  return {
    count: await db.read.$count(proposals, wanted),
    rows: found.map(
      ({ proposal, name, slug, title }): DeskProposal => ({
        id: proposal.id,
        summary: summaryOf(proposal.verb),
        agreement: slug,
        title,
        state: proposal.state,
        by: name ?? proposal.proposedBy,
        mine: proposal.proposedBy === userId,
        reason: proposal.reason,
        note: proposal.note,
        proposedAt: proposal.proposedAt,
        decidedAt: proposal.decidedAt,
      }),
    ),
  };
}

export interface DeskRequest {
  userId: string;
  /** Whether the caller decides about the proposals of others. */
  reviews: boolean;
}

/** The whole desk of one user. */
export async function deskOf(
  db: Reading,
  { userId, reviews }: DeskRequest,
  clocks: Clocks,
): Promise<DeskOverview> {
  const [attention, waiting, returned, drafts, changes] = await Promise.all([
    Promise.all(order.map((flag) => attentionTo(db, flag, clocks))),
    proposalsWhere(db, userId, { state: "waiting", by: reviews ? null : userId, limit: mostRows }),
    proposalsWhere(db, userId, { state: "rejected", by: userId, limit: mostRows }),
    draftsBy(db, userId),
    listChanges(db, { ...anyChange, limit: looked, before: null }, clocks),
  ]);
  return {
    attention,
    waiting,
    returned: returned.rows,
    drafts,
    changes: changes.rows.filter(({ agreement }) => agreement !== null).slice(0, mostChanges),
  };
}

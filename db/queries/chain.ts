/** Walks the audit log from its first row and names the first one that is not as it was written. */
import { createHash } from "node:crypto";
import { asc, gt, sql } from "drizzle-orm";
import { chainedHash } from "../change-chain.ts";
import type { Reading } from "../database.ts";
import type { Tables } from "../tables.ts";

/** The last row of one chain: the agreement's id (null: all that is about none), its sequence and its hash. */
export type ChainHead = [agreementId: number | null, sequence: number, hash: string];

export interface ChainReport {
  rows: number;
  /** Rows older than the chain itself: they carry no hash. */
  unchained: number;
  heads: ChainHead[];
  /** The hash of all heads: whoever keeps it elsewhere can tell a log that was cut or rewritten as a whole. */
  anchor: string;
  /** The first row that is not as it was written, or the first that is missing. */
  broken: { sequence: number; reason: string } | null;
}

type Change = Tables["changes"]["$inferSelect"];
const rowsAtOnce = 500;

/** Reads the log in parts, because an import may have a hundred thousand rows. */
async function* changesOf({ read, tables: { changes } }: Reading) {
  for (let after = 0; ; ) {
    const rows = await read
      .select()
      .from(changes)
      .where(gt(changes.sequence, after))
      .orderBy(asc(changes.sequence))
      .limit(rowsAtOnce);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.sequence;
  }
}

interface Walk {
  last: Change | null;
  unchained: number;
  chains: Map<number | null, Change>;
}

/** Why a row cannot follow the rows before it; null when it can. */
function faultOf(row: Change, { last, unchained, chains }: Walk): string | null {
  if (last && row.recordedAt < last.recordedAt) return "is older than the row before it";
  const before = chains.get(row.agreementId);
  const revision = row.agreementId === null ? null : (before?.revision ?? 0) + 1;
  if (row.revision !== revision) return `has revision ${row.revision}, where ${revision} follows`;
  if (row.hash === null) return last && unchained < last.sequence ? "carries no hash" : null;
  if (row.hash !== chainedHash(before?.hash ?? null, row)) return "is not the row that was written";
  return null;
}

/** The highest sequence that was ever given out: a log that ends before it was cut. */
async function lastGiven({ engine, read }: Reading): Promise<number> {
  const counters = {
    sqlite: sql`(select seq as given from sqlite_sequence where name = 'changes') as counter`,
    postgres: sql`(select last as given from change_counter) as counter`,
  };
  const [found] = await read.select({ given: sql<number>`given` }).from(counters[engine]);
  return found?.given ?? 0;
}

/**
 * Finds rows that were edited, removed or exchanged. `kept` are heads from an earlier day, such as a backup's: with
 * them it also finds a log that was cut at its end, or written anew as a whole.
 */
export async function verifyChain(db: Reading, kept: readonly ChainHead[] = []): Promise<ChainReport> {
  const walk: Walk = { last: null, unchained: 0, chains: new Map() };
  const expected = new Map(kept.map(([, sequence, hash]) => [sequence, hash]));
  const report = (broken: ChainReport["broken"]): ChainReport => {
    const heads = [...walk.chains].flatMap(([agreementId, { sequence, hash }]): ChainHead[] =>
      hash === null ? [] : [[agreementId, sequence, hash]],
    );
    const anchor = createHash("sha256").update(JSON.stringify(heads)).digest("hex");
    return { rows: walk.last?.sequence ?? 0, unchained: walk.unchained, heads, anchor, broken };
  };

  for await (const row of changesOf(db)) {
    const sequence = (walk.last?.sequence ?? 0) + 1;
    if (row.sequence !== sequence) return report({ sequence, reason: "is missing" });
    const fault = faultOf(row, walk);
    if (fault !== null) return report({ sequence, reason: fault });
    const known = expected.get(sequence);
    if (known !== undefined && known !== row.hash)
      return report({ sequence, reason: "is not the row that the manifest knows" });
    if (row.hash === null) walk.unchained += 1;
    walk.last = row;
    walk.chains.set(row.agreementId, row);
  }
  const rows = walk.last?.sequence ?? 0;
  const most = Math.max(await lastGiven(db), ...expected.keys());
  return report(most > rows ? { sequence: rows + 1, reason: "is missing, with all that followed" } : null);
}

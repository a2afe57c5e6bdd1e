/** Keeps a frozen view. Anyone may: it adds nothing to the record, and the same view has the same hash. */
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { canonicalJson } from "#domain/canonical-json.ts";
import type { Instant } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import type { FrozenView } from "#domain/frozen-view.ts";
import type { Actor } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import { demandReason } from "./demand.ts";
import { appendChange, write } from "./ledger.ts";

/** Answers with the hash of the view; `created` is false when somebody had frozen the very same before. */
export async function freezeView(
  db: Database,
  view: FrozenView,
  now: Instant,
): Promise<{ hash: string; created: boolean }> {
  const body = canonicalJson(view);
  const hash = createHash("sha256").update(body).digest("hex");
  const { shares } = db.tables;
  return db.transact(async (tx) => {
    const [known] = await tx.select({ hash: shares.hash }).from(shares).where(eq(shares.hash, hash));
    if (known) return { hash, created: false };
    await tx.insert(shares).values({ hash, body, recordedAt: now });
    return { hash, created: true };
  });
}

/** Takes a frozen view away, for a reason that its address tells from then on. */
export function withdrawShare(
  db: Database,
  actor: Actor,
  { hash, reason }: { hash: string; reason: string },
  now: Instant,
) {
  return write(db, actor, "administer", now, async (entry) => {
    const { tx, tables, recordedAt } = entry;
    const { shares } = tables;
    demandReason(reason);
    const [share] = await tx
      .select({ hash: shares.hash, withdrawnAt: shares.withdrawnAt })
      .from(shares)
      .where(eq(shares.hash, hash));
    if (!share) throw new DomainError("not-found", "There is no frozen view with this hash.");
    if (share.withdrawnAt !== null) throw new DomainError("gone", "It was withdrawn before.");
    await tx
      .update(shares)
      .set({ withdrawnAt: recordedAt, withdrawnBy: actor.id, withdrawnReason: reason })
      .where(eq(shares.hash, hash));
    await appendChange(entry, {
      agreementId: null,
      verb: "share-withdrawn",
      reason,
      before: null,
      after: { share: hash },
    });
    return { hash, withdrawnAt: recordedAt };
  });
}

/** What a restored database must forget, and the row that says where it came from. */
import { isNull } from "drizzle-orm";
import type { Instant } from "#domain/clocks.ts";
import { operator } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import { appendChange, write } from "./ledger.ts";

/** The backup: when it was made, and the SHA-256 of its file. */
export interface RestoredFrom {
  madeAt: Instant;
  sha256: string;
}

/** Ends every session and every link that nobody has used: some were ended after the backup, and it does not know. */
export function markRestored(db: Database, from: RestoredFrom, now: Instant): Promise<void> {
  return write(db, operator, "administer", now, async (entry) => {
    const { sessions, oneTimeLinks } = entry.tables;
    await entry.tx.delete(sessions);
    await entry.tx.delete(oneTimeLinks).where(isNull(oneTimeLinks.usedAt));
    await appendChange(entry, { agreementId: null, verb: "record-restored", before: null, after: from });
  });
}

/** Views that somebody froze: canonical JSON under its own hash, so that a link shows the same for ever. */
import type { Kit } from "./dialects.ts";

export function defineShareTables({ table, text, index }: Kit) {
  const shares = table(
    "shares",
    {
      /** SHA-256 of the body, in hexadecimal digits. */
      hash: text("hash").primaryKey(),
      /** Canonical JSON (RFC 8785), never rewritten. */
      body: text("body").notNull(),
      /** When it was first frozen. */
      recordedAt: text("recorded_at").notNull(),
      /** An admin may take a frozen view away; what it was and why stays. */
      withdrawnAt: text("withdrawn_at"),
      withdrawnBy: text("withdrawn_by"),
      withdrawnReason: text("withdrawn_reason"),
    },
    (t) => [index("shares_by_time").on(t.recordedAt)],
  );
  return { shares };
}

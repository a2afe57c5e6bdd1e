/**
 * How often somebody may do something, counted by the database for all nodes together. The rates are set far above
 * what a person or an honest script does.
 */
import type { Rate } from "#db/shared.ts";
import { DomainError } from "#domain/errors.ts";
import { database } from "./database.ts";

export const rates = {
  /** Writes of one user. */
  write: { perSecond: 100, burst: 2000 },
  /** Views frozen from one address. */
  freeze: { perSecond: 0.5, burst: 60 },
  /** Requests from one address that named nobody we know. */
  nobody: { perSecond: 50, burst: 3000 },
} as const satisfies Record<string, Rate>;

/** Takes one permit; throws `too-many`, with the seconds to wait, when there is none. */
export async function takePermit(name: keyof typeof rates, who: string): Promise<void> {
  const { shared } = await database();
  const permits = await shared.takePermit(`${name}:${who}`, rates[name]);
  if (permits >= 1) return;
  throw new DomainError("too-many", "Too many requests. Wait a moment.", {
    retryAfter: Math.ceil((1 - permits) / rates[name].perSecond),
  });
}

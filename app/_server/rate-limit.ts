/**
 * Token buckets in memory: how often somebody may do something. They are set far above what a person or an honest
 * script does; a restart fills them again.
 */
import { DomainError } from "#domain/errors.ts";

interface Rate {
  /** Permits that come back each second. */
  perSecond: number;
  /** Permits of somebody who has not asked for a while. */
  burst: number;
}

export const rates = {
  /** Writes of one user. */
  write: { perSecond: 100, burst: 2000 },
  /** Views frozen from one address. */
  freeze: { perSecond: 0.5, burst: 60 },
  /** Requests from one address that named nobody we know. */
  nobody: { perSecond: 50, burst: 3000 },
} as const satisfies Record<string, Rate>;

interface Bucket {
  permits: number;
  /** Milliseconds of a clock that never goes back. */
  at: number;
}

/** The one least recently used is dropped first; clearing all would let everybody through at once. */
const mostBuckets = 10_000;
const key = Symbol.for("accords.rate-limit");
/** On `globalThis` because one process loads this module several times. */
const held = globalThis as { [key]?: Map<string, Bucket> };

/** Takes one permit; throws `too-many`, with the seconds to wait, when there is none. */
export function takePermit(name: keyof typeof rates, who: string): void {
  held[key] ??= new Map();
  const buckets = held[key];
  const { perSecond, burst } = rates[name];
  const id = `${name}:${who}`;
  const now = performance.now();
  const last = buckets.get(id) ?? { permits: burst, at: now };
  const permits = Math.min(burst, last.permits + ((now - last.at) / 1000) * perSecond);
  buckets.delete(id);
  buckets.set(id, { permits: Math.max(0, permits - 1), at: now });
  const oldest = buckets.keys().next();
  if (buckets.size > mostBuckets && !oldest.done) buckets.delete(oldest.value);
  if (permits >= 1) return;
  throw new DomainError("too-many", "Too many requests. Wait a moment.", {
    retryAfter: Math.ceil((1 - permits) / perSecond),
  });
}

/** What all processes on one database share for a moment, and nobody needs to keep: permits and notes. */

export interface Rate {
  /** Permits that come back each second. */
  perSecond: number;
  /** Permits of somebody who has not asked for a while. */
  burst: number;
}

export interface Shared {
  /** Takes one permit out of a bucket; answers how many there were. Where there was not a whole one, none was taken. */
  takePermit(bucket: string, rate: Rate): Promise<number>;
  /** Leaves a text under a name that nobody can guess, for so many milliseconds. */
  leaveNote(name: string, body: string, keptForMs: number): Promise<void>;
  /** The text, once; null when it was taken or never was. */
  takeNote(name: string): Promise<string | null>;
}

const most = { buckets: 10_000, notes: 1_000 };

/** In the memory of the one process that serves; a restart forgets it. */
export function sharedInMemory(): Shared {
  /** By a clock that never goes back, in milliseconds. */
  const buckets = new Map<string, { permits: number; at: number }>();
  const notes = new Map<string, { body: string; until: number }>();
  return {
    async takePermit(bucket, { perSecond, burst }) {
      const now = performance.now();
      const last = buckets.get(bucket) ?? { permits: burst, at: now };
      const permits = Math.min(burst, last.permits + ((now - last.at) / 1000) * perSecond);
      buckets.delete(bucket);
      buckets.set(bucket, { permits: Math.max(0, permits - 1), at: now });
      // The one least recently used goes first; clearing all would let everybody through at once.
      const oldest = buckets.keys().next();
      if (buckets.size > most.buckets && !oldest.done) buckets.delete(oldest.value);
      return permits;
    },
    async leaveNote(name, body, keptForMs) {
      const now = Date.now();
      for (const [old, { until }] of notes) if (until < now || notes.size >= most.notes) notes.delete(old);
      notes.set(name, { body, until: now + keptForMs });
    },
    async takeNote(name) {
      const found = notes.get(name);
      notes.delete(name);
      return found && found.until >= Date.now() ? found.body : null;
    },
  };
}

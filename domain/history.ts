/** What a history shows beside its changes. */
import type { Instant } from "./clocks.ts";
import type { StageCode } from "./stage.ts";

/** The stage on a day as known just before and just after a change. */
export interface StageMove {
  from: StageCode;
  to: StageCode;
}

/** One revision of an agreement: which change made it, and when. */
export interface Revision {
  sequence: number;
  revision: number;
  recordedAt: Instant;
  verb: string;
}

import Link from "next/link";
import type { Day } from "#domain/day.ts";
import { grouped } from "#domain/numbers.ts";
import { Icon } from "../icon.tsx";
import { type TimelinePart, withDay } from "./timeline-data.ts";

/** Below lanes that are too many for one page: which these are, and the way to the next ones. `on`: null for today. */
export function LaneParts({ part, on }: { part: TimelinePart; on: Day | null }) {
  const { first, last, total, start, next } = part;
  return (
    <div className="lane-parts">
      <p>
        Lanes {grouped(first)} to {grouped(last)} of {grouped(total)}. The counts and the slider are of all.
      </p>
      <nav className="actions" aria-label="Parts of the timeline">
        {start === null ? null : (
          <Link className="btn" href={withDay(start, on)} prefetch={false}>
            First lanes
          </Link>
        )}
        {next === null ? null : (
          <Link className="btn" href={withDay(next, on)} rel="next" prefetch={false}>
            Next lanes
            <Icon name="right" />
          </Link>
        )}
      </nav>
    </div>
  );
}

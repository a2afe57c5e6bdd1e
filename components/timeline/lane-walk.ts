/** The events of one lane in their order, and what the keys of a lane do with them. */
import { windowInWords } from "#domain/date-words.ts";
import { dayFromNumber } from "#domain/day.ts";
import { positionIn } from "#domain/scale.ts";
import type { LiveLane } from "./live-lanes.ts";
import { withDay } from "./timeline-data.ts";
import type { TimelineModel } from "./timeline-model.ts";

export interface LaneEvent {
  slug: string;
  index: number;
  day: number;
  /** The stage that was reached, and when, in words. */
  label: string;
  date: string;
  /** Whether it lies after the as-of day. */
  later: boolean;
  /** Percent of the plot. */
  x: number;
  /** The agreement's page as of the day, at the act that reached the stage. */
  href: string;
}

/** What is drawn of a lane, as events; what came later is left out where it is not drawn. */
export function eventsOf(
  lane: LiveLane,
  { window, ghosts, stages, max }: Pick<TimelineModel, "window" | "ghosts" | "stages" | "max">,
  on: number,
): LaneEvent[] {
  const known = lane.path.filter(({ from }) => ghosts || from <= on);
  return known.map(({ from, latest, label, stage }, index) => {
    const bound = Math.min(latest, lane.path[index + 1]?.latest ?? latest, max);
    const asOf = from > on ? from : on;
    return {
      slug: lane.slug,
      index,
      day: from,
      label,
      date: windowInWords(dayFromNumber(from), dayFromNumber(latest)),
      later: from > on,
      x: positionIn(window, Math.round((from + Math.max(bound, from)) / 2)),
      href: `${withDay(lane.href, asOf === max ? null : dayFromNumber(asOf))}#reached-${stages[stage]?.code ?? ""}`,
    };
  });
}

export type LaneAnswer =
  | { go: "lane"; step: 1 | -1 }
  | { go: "event"; event: LaneEvent | null }
  | { go: "day"; day: number }
  | { go: "address"; href: string }
  | { go: "list" };

/** What a key on a lane leads to; null when it is none of the lane's. `letters` says whether keys of one letter work. */
export function laneKey(
  key: string,
  events: readonly LaneEvent[],
  current: LaneEvent | null,
  letters: boolean,
): LaneAnswer | null {
  switch (key) {
    case "ArrowDown":
      return { go: "lane", step: 1 };
    case "ArrowUp":
      return { go: "lane", step: -1 };
    case "j":
      return letters ? { go: "lane", step: 1 } : null;
    case "k":
      return letters ? { go: "lane", step: -1 } : null;
    case "ArrowRight":
      return { go: "event", event: events[Math.min((current?.index ?? -1) + 1, events.length - 1)] ?? null };
    case "ArrowLeft":
      return { go: "event", event: events[Math.max((current?.index ?? events.length) - 1, 0)] ?? null };
    case "Enter":
      return current && { go: "address", href: current.href };
    case ".":
      return current && letters ? { go: "day", day: current.day } : null;
    case "Escape":
      return current ? { go: "event", event: null } : { go: "list" };
    default:
      return null;
  }
}

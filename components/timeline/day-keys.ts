/** What the keys of the slider do. Space is not here: it plays and pauses. */
import { addMonths, dayFromNumber, dayNumber } from "#domain/day.ts";
import type { Move } from "./use-day.ts";

interface Bounds {
  min: number;
  max: number;
  events: readonly number[];
}

export const eventBefore = (events: readonly number[], day: number): number | null =>
  events.findLast((event) => event < day) ?? null;
export const eventAfter = (events: readonly number[], day: number): number | null =>
  events.find((event) => event > day) ?? null;

const months = (day: number, count: number) => dayNumber(addMonths(dayFromNumber(day), count));

/** The day that a key leads to, and whether that is a choice of its own; null when the key is not ours. */
export function dayByKey(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  day: number,
  { min, max, events }: Bounds,
): { day: number; how: Move } | null {
  const drag = (to: number) => ({ day: to, how: "drag" as const });
  const choice = (to: number | null) => ({ day: to ?? day, how: "choice" as const });
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return drag(shiftKey ? months(day, -1) : day - 1);
    case "ArrowRight":
    case "ArrowUp":
      return drag(shiftKey ? months(day, 1) : day + 1);
    case "PageUp":
      return drag(months(day, 12));
    case "PageDown":
      return drag(months(day, -12));
    case "Home":
      return choice(min);
    case "End":
      return choice(max);
    case "[":
      return choice(eventBefore(events, day));
    case "]":
      return choice(eventAfter(events, day));
    default:
      return null;
  }
}

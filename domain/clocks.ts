/** The two clocks of every view: true on a day (valid time), known at an instant (transaction time). */
import { type Day, isDay } from "./day.ts";

/** An instant in UTC with milliseconds, `2026-11-23T12:00:00.000Z`; compared as text. */
export type Instant = string;

export interface Clocks {
  on: Day;
  known: Instant;
}

/** What has not been superseded yet is superseded at this instant. */
export const endOfKnowledge: Instant = "9999-12-31T23:59:59.999Z";

const instantForm = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z)?$/;

/**
 * An instant in the one form that compares as text, or null when the text is none. A day alone means its last
 * millisecond: what was known by the end of it.
 */
export function readInstant(text: string): Instant | null {
  const match = instantForm.exec(text);
  if (!match || !isDay(match[1] ?? "")) return null;
  const [, day, hour, minute, second = "00", fraction = "0"] = match;
  if (hour === undefined || minute === undefined) return `${day}T23:59:59.999Z`;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return `${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, "0")}Z`;
}

/** The instant one millisecond after; the ledger's clock uses it to be strictly increasing. */
export function nextInstant(instant: Instant): Instant {
  return new Date(Date.parse(instant) + 1).toISOString();
}

/**
 * Dates as they are known: EDTF level 1 (ISO 8601-2, Library of Congress), read by the `edtf` library.
 * A date answers with the earliest and the latest day that it may mean.
 */
import { parse } from "edtf";
import { type Day, dayOf, daysInMonth, endOfTime, isDay } from "./day.ts";

export type Edtf = string;

/** Earliest and latest possible day, both inclusive. `latest` is {@link endOfTime} when the end is open. */
export interface Bounds {
  earliest: Day;
  latest: Day;
}

const form = /^(?:\d{4}|\d{3}X|\d{2}XX|\d{4}-(?:\d{2}|XX)|\d{4}-(?:\d{2}|XX)-(?:\d{2}|XX))[~?%]?$/;

/** The library's grammar takes a tenth of a millisecond for a date, and the same dates are read over and over. */
const remembered = new Map<string, Bounds | null>();
const mostRemembered = 20_000;

function pointBounds(text: string): Bounds | null {
  if (isDay(text)) return { earliest: text, latest: text };
  if (!form.test(text)) return null;
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const bounds = readPoint(text);
  if (remembered.size < mostRemembered) remembered.set(text, bounds);
  return bounds;
}

function readPoint(text: string): Bounds | null {
  try {
    const parsed = parse(text, { level: 1 });
    if (parsed.type !== "Date" && parsed.type !== "Season") return null;
  } catch {
    return null;
  }
  const [year = "", month = "XX", day = "XX"] = text.replace(/[~?%]$/, "").split("-");
  const first = Number(year.replaceAll("X", "0"));
  const last = Number(year.replaceAll("X", "9"));
  // A season has no days that both hemispheres agree on; the year is all that is sure.
  if (month === "XX" || Number(month) > 12)
    return { earliest: dayOf(first, 1, 1), latest: dayOf(last, 12, 31) };
  if (day === "XX")
    return {
      earliest: dayOf(first, Number(month), 1),
      latest: dayOf(first, Number(month), daysInMonth(first, Number(month))),
    };
  // The library lets 29 February of any year through.
  const exact = `${year}-${month}-${day}`;
  return isDay(exact) ? { earliest: exact, latest: exact } : null;
}

/** The bounds of an EDTF date, or null when it is none (or lies before year 0 or after 9999). */
export function tryBounds(text: Edtf): Bounds | null {
  const [from = "", to, ...rest] = text.split("/");
  if (rest.length > 0) return null;
  const start = pointBounds(from);
  if (to === undefined || !start) return start;
  if (to === "..") return { earliest: start.earliest, latest: endOfTime };
  const end = pointBounds(to);
  if (!end || end.latest < start.earliest) return null;
  return { earliest: start.earliest, latest: end.latest };
}

/** The bounds of an EDTF date; throws a RangeError on text that is none. */
export function boundsOf(text: Edtf): Bounds {
  const bounds = tryBounds(text);
  if (!bounds) throw new RangeError(`“${text}” is no EDTF date such as 2024-05-14, 2024-05 or 2024.`);
  return bounds;
}

/** True for text that {@link boundsOf} reads. */
export const isEdtf = (text: string): boolean => tryBounds(text) !== null;

/** iCalendar (RFC 5545): acts as whole-day events. What is only expected is tentative; what is partial spans its days. */
import type { Instant } from "../clocks.ts";
import { addDays, type Day } from "../day.ts";

export interface CalendarEvent {
  /** Names the event for ever. */
  uid: string;
  /** First and last possible day, both inclusive. */
  first: Day;
  last: Day;
  summary: string;
  description: string;
  url: string;
  location: string | null;
  status: "CONFIRMED" | "TENTATIVE";
  categories: readonly string[];
  /** When it was last written, and how often before. */
  changedAt: Instant;
}

export interface Calendar {
  name: string;
  description: string;
  url: string;
  events: readonly CalendarEvent[];
}

export const calendarType = "text/calendar; charset=utf-8";

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line breaks; other controls have no place. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ")
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n");

const octets = new TextEncoder();

/** RFC 5545, 3.1: no line longer than 75 octets; what follows begins with a blank, and no sign is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let length = 0;
  for (const sign of line) {
    const size = octets.encode(sign).length;
    // A folded line begins with a blank, which counts.
    if (length + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = "";
      length = 0;
    }
    part += sign;
    length += size;
  }
  return [...parts, part].join("\r\n ");
}

const basic = (day: Day): string => day.replaceAll("-", "");
const stampOf = (instant: Instant): string => `${instant.slice(0, 19).replace(/[-:]/g, "")}Z`;

function eventLines(event: CalendarEvent): string[] {
  const { uid, first, last, summary, description, url, location, status, categories, changedAt } = event;
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stampOf(changedAt)}`,
    `DTSTART;VALUE=DATE:${basic(first)}`,
    // The end of a whole-day event is the day after its last (RFC 5545, 3.6.1).
    `DTEND;VALUE=DATE:${basic(addDays(last, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    ...(description === "" ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(location === null ? [] : [`LOCATION:${escaped(location)}`]),
    `URL:${url}`,
    `STATUS:${status}`,
    // Nobody is busy because two countries signed something.
    "TRANSP:TRANSPARENT",
    ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(escaped).join(",")}`]),
    "END:VEVENT",
  ];
}

/** The whole file, lines ended by CRLF. */
export const writeCalendar = ({ name, description, url, events }: Calendar): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Accords//Accords 1//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");

/** Instants in words, always in UTC and saying so. */
import { type Instant, readInstant } from "./clocks.ts";
import { dayInWords, dayOfInstant } from "./day.ts";

/** `24 Nov 2026, 14:02:11 UTC`. */
export const instantInWords = (instant: Instant): string =>
  `${dayInWords(dayOfInstant(instant))}, ${instant.slice(11, 19)} UTC`;

/** The last instant before this one: what was known until it. */
export const instantBefore = (instant: Instant): Instant =>
  readInstant(new Date(Date.parse(instant) - 1).toISOString()) ?? instant;

/**
 * Calendar days as text, `YYYY-MM-DD`, years 0000 to 9999: the same in every time zone and compared as text.
 * Arithmetic is on whole days in the proleptic Gregorian calendar (ISO 8601-1); no clock and no zone is read.
 */
export type Day = string;

/** Below and above every day that the record may hold; "no end yet" is the latter. */
export const firstDay: Day = "0000-01-01";
export const endOfTime: Day = "9999-12-31";

export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const pad = (n: number, width: number) => String(n).padStart(width, "0");

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day of three numbers; throws a RangeError when there is none. */
export function dayOf(year: number, month: number, day: number): Day {
  const fits =
    year >= 0 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (!fits) throw new RangeError(`There is no day ${year}-${month}-${day}.`);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The three numbers of a day. */
export function partsOf(day: Day): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** True for a day that exists: `2024-02-29` yes, `2023-02-29` no. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1970-01-01. Source: H. Hinnant, "chrono-compatible low-level date algorithms". */
export function dayNumber(day: Day): number {
  const { year, month, day: dom } = partsOf(day);
  return dayNumberOf(year, month, dom);
}

/** The same of the three numbers of a day, month 1 to 12; they are not checked. */
export function dayNumberOf(year: number, month: number, dom: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dom - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return era * 146097 + doe - 719468;
}

/** The day of a day number, the inverse of {@link dayNumber}. */
export function dayFromNumber(number: number): Day {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return dayOf(year, month, doy - Math.floor((153 * mp + 2) / 5) + 1);
}

/** `day` moved by `count` days; never past {@link endOfTime}. */
export function addDays(day: Day, count: number): Day {
  if (day === endOfTime && count >= 0) return endOfTime;
  return dayFromNumber(Math.min(dayNumber(day) + count, dayNumber(endOfTime)));
}

/** The same day of the month `count` months on, or the last day of a shorter month; never past {@link endOfTime}. */
export function addMonths(day: Day, count: number): Day {
  if (day === endOfTime && count >= 0) return endOfTime;
  const parts = partsOf(day);
  const index = parts.year * 12 + parts.month - 1 + count;
  const year = Math.floor(index / 12);
  if (year > 9999) return endOfTime;
  const month = (index % 12) + 1;
  return dayOf(year, month, Math.min(parts.day, daysInMonth(year, month)));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** `14 May 2024`, or `14 May` without the year. */
export function dayInWords(day: Day, form: "short" | "long" | "no-year" = "short"): string {
  const { year, month, day: dom } = partsOf(day);
  const name = monthNames[month - 1] ?? "";
  if (form === "no-year") return `${dom} ${name.slice(0, 3)}`;
  return `${dom} ${form === "long" ? name : name.slice(0, 3)} ${year}`;
}

/** The earlier and the later of two days. */
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
export const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** The calendar day of an instant, in UTC. */
export const dayOfInstant = (instant: string): Day => instant.slice(0, 10);

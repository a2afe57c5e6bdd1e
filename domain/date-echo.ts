/** What was understood of a typed date, in full words, so that whoever typed it can see it. */
import { dayInWords, dayNumber, daysBetween, isDay, monthNames } from "./day.ts";
import { boundsOf, type Edtf } from "./edtf.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** The name of the day of the week (ISO 8601: 1970-01-01 was a Thursday). */
export const weekdayOf = (day: string): string => weekdays[(((dayNumber(day) + 3) % 7) + 7) % 7] ?? "";

function point(text: string): { words: string; exact: string } {
  const doubt = /[~?%]$/.test(text) ? "about " : "";
  const bare = text.replace(/[~?%]$/, "");
  const [year = "", month, day] = bare.split("-");
  if (isDay(bare)) {
    const words = `${doubt ? "" : `${weekdayOf(bare)} `}${dayInWords(bare, "long")}`;
    return { words: doubt + words, exact: doubt ? "day not sure" : "exact day" };
  }
  const name = month ? monthNames[Number(month) - 1] : undefined;
  if (name && (day === undefined || day === "XX")) {
    return { words: `${doubt}${name} ${year}`, exact: "day not known" };
  }
  const decade = year.endsWith("X") ? `${year.replaceAll("X", "0")}s` : year;
  return { words: doubt + decade, exact: "month and day not known" };
}

/** `Wednesday 10 July 2024, exact day`; `about August 2023, day not known`; `1 May 2024 to 14 May 2024, a span of 14 days`. */
export function echoOf(date: Edtf): string {
  const [from = "", to] = date.split("/");
  const start = point(from);
  if (to === undefined) return `${start.words}, ${start.exact}`;
  if (to === "..") return `from ${start.words} on, end open`;
  const { earliest, latest } = boundsOf(date);
  return `${start.words} to ${point(to).words}, a span of ${daysBetween(earliest, latest) + 1} days`;
}

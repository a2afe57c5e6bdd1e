/** Dates in words, for reading: exact days plain, everything less with its doubt shown. */
import { type Day, dayInWords, daysInMonth, isDay, monthNames, partsOf } from "./day.ts";
import type { Edtf } from "./edtf.ts";

function pointInWords(text: string): string {
  const doubt = /[~?%]$/.test(text);
  const [year = "", month, day] = text.replace(/[~?%]$/, "").split("-");
  const name = month && month !== "XX" ? monthNames[Number(month) - 1]?.slice(0, 3) : undefined;
  if (name && day && day !== "XX") return `${doubt ? "≈ " : ""}${Number(day)} ${name} ${Number(year)}`;
  if (name) return `≈ ${name} ${Number(year)}`;
  if (year.endsWith("X")) return `≈ ${year.replaceAll("X", "0")}s`;
  return doubt ? `≈ ${Number(year)}` : year;
}

function rangeInWords(from: string, to: string): string {
  if (to === "..") return `from ${pointInWords(from)}`;
  if (from === to) return pointInWords(from);
  if (isDay(from) && isDay(to)) {
    const start = partsOf(from);
    const end = partsOf(to);
    if (start.year === end.year && start.month === end.month) return `${start.day}–${dayInWords(to)}`;
    if (start.year === end.year) return `${dayInWords(from, "no-year")} – ${dayInWords(to)}`;
  }
  return `${pointInWords(from)} – ${pointInWords(to)}`;
}

/** `10 Jul 2024`; `≈ Aug 2023`; `2023`; `1–14 May 2024`; `from 14 May 2024`; null gives `not known`. */
export function dateInWords(date: Edtf | null): string {
  if (date === null) return "not known";
  const [from = "", to] = date.split("/");
  return to === undefined ? pointInWords(from) : rangeInWords(from, to);
}

/** A window of days in words, as a stage period carries it: `10 Jul 2024`, `≈ Aug 2023`, `2023`, `1–14 May 2024`. */
export function windowInWords(earliest: Day, latest: Day): string {
  if (earliest === latest) return dayInWords(earliest);
  const a = partsOf(earliest);
  const b = partsOf(latest);
  if (b.year === 9999) return `from ${dayInWords(earliest)}`;
  if (a.day === 1 && a.year === b.year && latest.slice(5) === "12-31" && a.month === 1) return String(a.year);
  if (a.day === 1 && a.year === b.year && a.month === b.month && b.day === daysInMonth(b.year, b.month))
    return `≈ ${monthNames[a.month - 1]?.slice(0, 3)} ${a.year}`;
  return rangeInWords(earliest, latest);
}

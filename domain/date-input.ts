/**
 * Reads a date as an editor types it: EDTF, or natural forms such as `10 jul 2024`, `c. aug 2023`, `1-14 may 2024`,
 * `14-16.5.2024`, `yesterday`. It never guesses: a date that two readers would take for two days gets two choices.
 * Dots put the day first in every country that writes dates with dots; slashes and hyphens do not.
 */
import { echoOf, weekdayOf } from "./date-echo.ts";
import { addDays, type Day, dayInWords, isDay, monthNames } from "./day.ts";
import { type Edtf, isEdtf } from "./edtf.ts";
import { monthOf } from "./month-words.ts";

export type DateReading =
  | { edtf: Edtf; echo: string }
  | { choices: readonly { edtf: Edtf; label: string }[] }
  | { error: string };

/** No treaty of this record is older than the Peace of Westphalia. */
const firstYear = 1648;
const yearsAhead = 10;

const hint = "Write it like 10 Jul 2024, 2024-07-10, Aug 2023 or 1-14 May 2024.";
const unread = (text: string): DateReading => ({ error: `We could not read “${text}” as a date. ${hint}` });

/** A point in time of which the ends of a span may leave parts out. */
interface Point {
  year: number | null;
  month: number | null;
  day: number | null;
}
interface TwoWays {
  first: Point;
  second: Point;
}

const relative = new Map([
  ["today", 0],
  ["сьогодні", 0],
  ["aujourd'hui", 0],
  ["yesterday", -1],
  ["вчора", -1],
  ["учора", -1],
  ["hier", -1],
]);

const about =
  /^(?:~|≈|(?:c|ca|circa|about|around|approx|approximately|близько|бл|приблизно|vers|env|environ)\b\.?|(?:близько|приблизно|бл)\.?)\s*/u;
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/u;

const point = (year: number | null, month: number | null, day: number | null): Point => ({
  year,
  month,
  day,
});
const num = (text: string | undefined): number => Number(text);

/** One way to write a point: its form, and what the groups of the form mean. */
interface Form {
  pattern: RegExp;
  read: (groups: (string | undefined)[]) => Point | TwoWays | null;
}

const named = (year: string | undefined, word: string | undefined, day: string | undefined): Point | null => {
  const month = monthOf(word ?? "");
  return month === null ? null : point(year ? num(year) : null, month, day ? num(day) : null);
};

const numeric = (a: number, b: number, year: number): Point | TwoWays => {
  const dayFirst = point(year, b, a);
  const monthFirst = point(year, a, b);
  if (a === b || a > 12) return dayFirst;
  return b > 12 ? monthFirst : { first: dayFirst, second: monthFirst };
};

const word = "(\\p{L}{3,}\\.?)";
const day = "(\\d{1,2})(?:st|nd|rd|th|er)?";
const forms: readonly Form[] = [
  {
    pattern: new RegExp(`^${day}(?: |-)?(?:of )?${word}(?:(?: |,|-)+(\\d{4}))?$`, "u"),
    read: ([d, m, y]) => named(y, m, d),
  },
  {
    pattern: new RegExp(`^${word}(?: |-)${day}(?:(?: |,|-)+(\\d{4}))?$`, "u"),
    read: ([m, d, y]) => named(y, m, d),
  },
  { pattern: new RegExp(`^${word}(?: |,|-)*(\\d{4})$`, "u"), read: ([m, y]) => named(y, m, undefined) },
  { pattern: new RegExp(`^${word}$`, "u"), read: ([m]) => named(undefined, m, undefined) },
  { pattern: /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/, read: ([y, m, d]) => point(num(y), num(m), num(d)) },
  { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, read: ([d, m, y]) => point(num(y), num(m), num(d)) },
  { pattern: /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/, read: ([a, , b, y]) => numeric(num(a), num(b), num(y)) },
  { pattern: /^(\d{1,2})[./](\d{4})$/, read: ([m, y]) => point(num(y), num(m), null) },
  { pattern: /^(\d{4})$/, read: ([y]) => point(num(y), null, null) },
  { pattern: new RegExp(`^${day}\\.?$`, "u"), read: ([d]) => point(null, null, num(d)) },
  { pattern: /^(\d{1,2})\.(\d{1,2})\.?$/, read: ([d, m]) => point(null, num(m), num(d)) },
];

function readPoint(text: string): Point | TwoWays | null {
  for (const { pattern, read } of forms) {
    const found = pattern.exec(text);
    const value = found ? read(found.slice(1)) : null;
    if (value) return value;
  }
  return null;
}

const pad = (value: number, width = 2) => String(value).padStart(width, "0");

/** The EDTF text of a point, or why there is none. */
function written({ year, month, day: dom }: Point): { edtf: string } | { error: string } {
  if (year === null) return { error: "Add the year." };
  if (month === null) return { edtf: pad(year, 4) };
  const name = monthNames[month - 1];
  if (!name) return { error: `There is no month ${month}.` };
  if (dom === null) return { edtf: `${pad(year, 4)}-${pad(month)}` };
  const exact = `${pad(year, 4)}-${pad(month)}-${pad(dom)}`;
  return isDay(exact) ? { edtf: exact } : { error: `There is no ${dom} ${name} ${year}.` };
}

function finished(edtf: Edtf, today: Day): DateReading {
  const years = edtf.split("/").flatMap((part) => (/^\d{4}/.test(part) ? [Number(part.slice(0, 4))] : []));
  const last = Number(today.slice(0, 4)) + yearsAhead;
  const odd = years.find((year) => year < firstYear || year > last);
  if (odd !== undefined) return { error: `Check the year: ${odd} is before ${firstYear} or after ${last}.` };
  return { edtf, echo: echoOf(edtf) };
}

function onePoint(text: string, typed: string, doubt: string, today: Day): DateReading {
  const found = readPoint(text);
  if (!found) return unread(typed);
  if (!("first" in found)) {
    const result = written(found);
    return "error" in result ? result : finished(result.edtf + doubt, today);
  }
  const choices = [found.first, found.second].flatMap((way) => {
    const result = written(way);
    return "edtf" in result ? [{ edtf: result.edtf + doubt, label: dayInWords(result.edtf, "long") }] : [];
  });
  const checked = choices[0] ? finished(choices[0].edtf, today) : unread(typed);
  return "error" in checked ? checked : { choices };
}

/** What may stand between the ends of a span, the clearer first; a hyphen that is no part of a date is the last. */
const spans = [
  /^(.+?)\s*(?:–|—|\.\.\.?|\bto\b|\buntil\b|\bau\b|\sпо\s|\sдо\s)\s*(.+)$/u,
  /^(.+?)\s+-\s*(.+)$/u,
  /^(\d{1,2})-(\d{1,2}(?:[\s./]|\p{L}).*)$/u,
];
const monthThenDays = new RegExp(`^${word} (\\d{1,2})\\s*[-–—]\\s*(\\d{1,2})(?: |,)+(\\d{4})$`, "u");

function twoEnds(text: string): [string, string] | null {
  const turned = monthThenDays.exec(text);
  if (turned) return [`${turned[2]} ${turned[1]}`, `${turned[3]} ${turned[1]} ${turned[4]}`];
  for (const pattern of spans) {
    const found = pattern.exec(text);
    if (found?.[1] && found[2]) return [found[1], found[2]];
  }
  return null;
}

function span([left, right]: [string, string], typed: string, today: Day): DateReading {
  const start = readPoint(left.trim());
  const end = readPoint(right.trim());
  if (!start || !end) return unread(typed);
  if ("first" in start || "first" in end) return { error: `Write the months of “${typed}” as words.` };
  const from = written({ ...start, year: start.year ?? end.year, month: start.month ?? end.month });
  const to = written(end);
  if ("error" in from) return from;
  if ("error" in to) return to;
  const edtf = from.edtf === to.edtf ? from.edtf : `${from.edtf}/${to.edtf}`;
  return isEdtf(edtf) ? finished(edtf, today) : { error: "The span ends before it begins." };
}

/** Reads what was typed; `today` is what `today` and `yesterday` are measured from. */
export function readDateInput(typed: string, today: Day): DateReading {
  const shown = typed.trim();
  const text = shown
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/ (?:р\.?|року)$/u, "");
  if (text === "") return { error: "Write a date." };
  const given = shown.toUpperCase();
  if (isEdtf(given)) return finished(given, today);
  const shift = relative.get(text);
  if (shift !== undefined) return finished(addDays(today, shift), today);
  const whole = text.replace(about, "").replace(/\s*[~?]$/, "");
  const doubt = whole === text ? "" : "~";
  const said = weekday.exec(whole)?.[0] ?? "";
  const rest = whole.slice(said.length);
  const ends = twoEnds(rest);
  if (ends) return doubt ? { error: "A span cannot be approximate as a whole." } : span(ends, shown, today);
  const reading = onePoint(rest, shown, doubt, today);
  if (said === "" || !("edtf" in reading) || !isDay(reading.edtf)) return reading;
  const real = weekdayOf(reading.edtf);
  return real.toLowerCase().startsWith(said.trim().slice(0, 3))
    ? reading
    : { error: `${dayInWords(reading.edtf, "long")} is a ${real}. Check the day.` };
}

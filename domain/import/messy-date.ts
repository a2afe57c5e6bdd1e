/**
 * Dates as lists write them, read into EDTF or refused with the reason. Nothing is guessed: what can be read in two
 * ways is refused with both, and no reading is more exact than the cell. Forms: ISO 8601, EDTF, the ranges and
 * unspecified parts of R's messydates, months in English, and numbers whose order cannot be mistaken.
 */
import { daysInMonth, monthNames } from "../day.ts";
import { tryBounds } from "../edtf.ts";

/** The order of a date in numbers, where the file's owner says so. */
export const dateOrders = ["dmy", "mdy"] as const;
export type DateOrder = (typeof dateOrders)[number];

/** `date: null` is an empty cell; `note` keeps what the date alone does not tell. */
export type DateReading = { date: string | null; note?: string } | { refused: string };

interface Form {
  form: RegExp;
  read: (parts: string[], order: DateOrder | undefined) => DateReading;
}

const refused = (reason: string): DateReading => ({ refused: reason });
const two = (text: string): string => text.padStart(2, "0");

/** Words for "there is no date", and nothing else. */
const nothing = /^(?:[-–—.?]+|n\/?a|nan|null|none|nil|n\.\s?d\.|unknown|not known|not available|not yet)$/i;

function exact(year: string, month: string, day: string): DateReading {
  const text = `${year}-${two(month)}-${two(day)}`;
  if (tryBounds(text)) return { date: text };
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12) return refused(`There is no month ${m}.`);
  return refused(`${monthNames[m - 1]} ${year} has ${daysInMonth(Number(year), m)} days, no day ${d}.`);
}

const monthStems = monthNames.map((name) => name.slice(0, 3).toLowerCase());
/** `jul`, `July`, `sept.`: the number of a month, or null for another word. */
function monthNumber(word: string): number | null {
  const plain = word.replace(/\.$/, "").toLowerCase();
  const at = monthNames.findIndex((name) => name.toLowerCase() === plain);
  if (at >= 0) return at + 1;
  if (plain === "sept") return 9;
  const stem = monthStems.indexOf(plain);
  return stem < 0 ? null : stem + 1;
}

function named(year: string, word: string, day?: string): DateReading {
  const month = monthNumber(word);
  if (month === null) return refused(`“${word}” is no month.`);
  return day === undefined ? { date: `${year}-${two(String(month))}` } : exact(year, String(month), day);
}

/** `14/5/2024` and `5/14/2024` can be read in one way; `3/4/2024` only where the order is given. */
function numbered([a = "", b = "", year = ""]: string[], order: DateOrder | undefined): DateReading {
  if (order === "dmy") return exact(year, b, a);
  if (order === "mdy") return exact(year, a, b);
  if (Number(a) === Number(b) || Number(a) > 12) return exact(year, b, a);
  if (Number(b) > 12) return exact(year, a, b);
  const [first, second] = [exact(year, b, a), exact(year, a, b)];
  if ("refused" in first || "refused" in second) return refused("There is no such day.");
  const words = (month: string, day: string) => `${Number(day)} ${monthNames[Number(month) - 1]} ${year}`;
  return refused(
    `This may be ${words(b, a)} or ${words(a, b)}. Say the order of the file's dates: dateOrder=dmy or dateOrder=mdy.`,
  );
}

/** A date that EDTF knows, or a refusal that says what is wrong with it. */
function edtf(text: string): DateReading {
  if (tryBounds(text)) return { date: text };
  const [, year = "", month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?[~?%]?$/.exec(text) ?? [];
  if (month !== undefined && day !== undefined) return exact(year, month, day);
  return refused(`“${text}” is no date.`);
}

function range(from: string, to: string, order: DateOrder | undefined): DateReading {
  const [start, end] = [readMessyDate(from, order), readMessyDate(to, order)];
  if ("refused" in start) return start;
  if ("refused" in end) return end;
  if (start.date === null || end.date === null) return refused("One end of this range is missing.");
  if (start.date === end.date) return { date: start.date };
  const text = `${start.date}/${end.date}`;
  return tryBounds(text) ? { date: text } : refused("This range ends before it begins.");
}

const months = "[A-Za-z]{3,9}\\.?";
const about = /^(?:c\.|ca\.|circa|about|approx\.?|approximately)\s*/i;

/** The first form that fits reads the cell; the order matters. */
const forms: readonly Form[] = [
  { form: /^9999(?:-12(?:-31)?)?$/, read: () => refused("9999 stands for “no end”; it is no date.") },
  { form: /^-\d/, read: () => refused("The record holds the years 0 to 9999, none before Christ.") },
  {
    form: /\b(?:BCE?|B\.C\.)/i,
    read: () => refused("The record holds the years 0 to 9999, none before Christ."),
  },
  { form: /^0000-00-00$/, read: () => refused("0000-00-00 is no date; leave the cell empty for none.") },
  // What SQL databases write for an unknown day or month.
  { form: /^(\d{4})-00-00$/, read: ([year = ""]) => ({ date: year }) },
  { form: /^(\d{4}-\d{2})-00$/, read: ([month = ""]) => edtf(month) },
  { form: /^(\d{4})\.0$/, read: ([year = ""]) => ({ date: year }) },
  {
    form: /^(\d{4})-(\d{2})$/,
    read: ([year = "", second = ""]) =>
      Number(second) > 12
        ? refused(`This may be the years ${year} to ${year.slice(0, 2)}${second}, or a mistake for a month.`)
        : edtf(`${year}-${second}`),
  },
  {
    // Day known and month not: EDTF level 1 has no form for it. The year is true, and the note keeps the day.
    form: /^(\d{4})-(?:XX|xx|\?\?)-(\d{2})$/,
    read: ([year = "", day = ""]) =>
      Number(day) >= 1 && Number(day) <= 31
        ? { date: year, note: `The file gives day ${Number(day)} of an unknown month of ${year}.` }
        : refused(`There is no day ${day}.`),
  },
  { form: /^(\d{4})-(?:XX|xx)(?:-(?:XX|xx))?$/, read: ([year = ""]) => ({ date: year }) },
  { form: /^(\d{4}-\d{2})-(?:XX|xx)$/, read: ([month = ""]) => edtf(month) },
  { form: /^(\d{4})\s*[-–—]\s*(\d{4})$/, read: ([from = "", to = ""], order) => range(from, to, order) },
  { form: /^~(\d{4})$/, read: ([year = ""]) => ({ date: `${year}~` }) },
  { form: /^([^/]+)\/\.\.$/, read: ([from = ""]) => edtf(`${from}/..`) },
  {
    form: /^(\d[^.{},\s]*)\.\.(\d[^.{},\s]*)$/,
    read: ([from = "", to = ""], order) => range(from, to, order),
  },
  {
    form: /^(\d{4}[-\dX~?%]*)\/(\d{4}[-\dX~?%]*)$/,
    read: ([from = "", to = ""], order) => range(from, to, order),
  },
  { form: /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/, read: ([y = "", m = "", d = ""]) => exact(y, m, d) },
  // Midnight without a shift is what databases write for a day.
  { form: /^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?$/, read: ([day = ""]) => edtf(day) },
  {
    form: /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/,
    read: () =>
      refused("A time of day with its zone may belong to the day before or after; give the day alone."),
  },
  { form: /^([12]\d{3})(\d{2})(\d{2})$/, read: ([y = "", m = "", d = ""]) => exact(y, m, d) },
  {
    form: /^\d{5}(?:\.\d+)?$/,
    read: () =>
      refused("This looks like a spreadsheet's number of a day; write the date, such as 2024-05-14."),
  },
  { form: /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, read: numbered },
  { form: /^(\d{1,2})[/.](\d{4})$/, read: ([month = "", year = ""]) => edtf(`${year}-${two(month)}`) },
  {
    form: /^\d{1,2}[/.\- ](?:\d{1,2}|[A-Za-z]{3,9})[/.\- ]'?\d{2}$/,
    read: () => refused("The year has two digits; which century it is cannot be told."),
  },
  {
    form: new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]+(?:of )?(${months})[ ,-]+(\\d{4})$`, "i"),
    read: ([day = "", month = "", year = ""]) => named(year, month, day),
  },
  {
    form: new RegExp(`^(${months}) +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})$`, "i"),
    read: ([month = "", day = "", year = ""]) => named(year, month, day),
  },
  {
    form: new RegExp(`^(${months})[ ,-]+(\\d{4})$`, "i"),
    read: ([month = "", year = ""]) => named(year, month),
  },
  {
    form: new RegExp(`^(\\d{1,2})\\s*[-–—]\\s*(\\d{1,2}) +(${months}),? +(\\d{4})$`, "i"),
    read: ([from = "", to = "", month = "", year = ""], order) =>
      range(`${from} ${month} ${year}`, `${to} ${month} ${year}`, order),
  },
  { form: /^\d{4}(?:-\d{2}){0,2}[~?%]?$/, read: ([text = ""]) => edtf(text) },
  { form: /^\d{2}(?:XX|\dX)$/, read: ([text = ""]) => edtf(text) },
];

/** A cell's date. The cell may be empty or say that there is none. */
export function readMessyDate(cell: string, order?: DateOrder): DateReading {
  const text = cell.normalize("NFKC").replace(/\s+/gu, " ").trim();
  if (text === "" || nothing.test(text)) return { date: null };
  if (text.length > 60) return refused("This is a text, not a date.");
  const vague = about.exec(text);
  if (vague) {
    const read = readMessyDate(text.slice(vague[0].length), order);
    if ("refused" in read || read.date === null) return refused(`“${text}” is no date.`);
    const approximate = `${read.date.replace(/[~?%]$/, "")}~`;
    return tryBounds(approximate) ? { ...read, date: approximate } : refused(`“${text}” is no single date.`);
  }
  for (const { form, read } of forms) {
    const match = form.exec(text);
    if (match) return read(match.length > 1 ? match.slice(1) : [match[0]], order);
  }
  const dates = text.match(/\b\d{4}\b/g) ?? [];
  if (dates.length > 1) return refused(`“${text}” holds more than one date.`);
  return refused(`“${text}” is no date that can be read without guessing.`);
}

/** True for the many ways to write "no end": the last day or year there is. */
export const isNoEnd = (cell: string): boolean =>
  /^(?:9999(?:-12(?:-31)?)?|31[/.-]12[/.-]9999|12\/31\/9999|indefinite(?:ly)?|open[- ]ended|no end|unlimited|permanent|perpetual)$/i.test(
    cell.trim(),
  );

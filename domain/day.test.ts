import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  type Day,
  dayFromNumber,
  dayInWords,
  dayNumber,
  dayOf,
  dayOfInstant,
  daysBetween,
  daysInMonth,
  earlier,
  endOfTime,
  firstDay,
  isDay,
  later,
  partsOf,
} from "./day.ts";

const first = dayNumber(firstDay);
const last = dayNumber(endOfTime);
const anyDay: fc.Arbitrary<Day> = fc.integer({ min: first, max: last }).map(dayFromNumber);
const dayMs = 86_400_000;

describe("numbers of days", () => {
  test("agree with the calendar of the language on the first and last day of every month, 0000 to 9999", () => {
    let expected = first;
    for (let year = 0; year <= 9999; year++) {
      for (let month = 1; month <= 12; month++) {
        const date = new Date(0);
        date.setUTCFullYear(year, month - 1, 1);
        const start = dayOf(year, month, 1);
        const length = daysInMonth(year, month);
        if (
          dayNumber(start) !== expected ||
          expected !== date.getTime() / dayMs ||
          dayFromNumber(expected) !== start
        ) {
          throw new Error(`${start} is counted as ${dayNumber(start)}`);
        }
        if (dayFromNumber(expected + length - 1) !== dayOf(year, month, length))
          throw new Error(`end of ${start}`);
        expected += length;
      }
    }
    expect(expected - 1).toBe(last);
  });

  test("lead back to the day", () => {
    fc.assert(fc.property(anyDay, (day) => isDay(day) && dayFromNumber(dayNumber(day)) === day));
  });

  test("are ordered as the text is", () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => a < b === dayNumber(a) < dayNumber(b)));
  });

  test("begin on 1 January 1970", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(dayNumber("1969-12-31")).toBe(-1);
    expect(dayNumber("2024-02-29")).toBe(19782);
  });
});

describe("a day", () => {
  test.each(["2024-02-29", "2000-02-29", "0000-01-01", "9999-12-31"])("%s exists", (text) => {
    expect(isDay(text)).toBe(true);
  });
  test.each([
    "2023-02-29",
    "1900-02-29",
    "2024-13-40",
    "2024-00-10",
    "2024-04-31",
    "2024-1-1",
    "+2024-01-01",
    "2024-01-01\n",
    "",
    "yesterday",
  ])("%j does not", (text) => expect(isDay(text)).toBe(false));
  test("is made of three numbers that fit, or refused", () => {
    expect(dayOf(987, 6, 5)).toBe("0987-06-05");
    expect(partsOf("0987-06-05")).toEqual({ year: 987, month: 6, day: 5 });
    expect(() => dayOf(2023, 2, 29)).toThrow("There is no day 2023-2-29.");
    expect(() => dayOf(10_000, 1, 1)).toThrow(RangeError);
  });
  test("reads in words", () => {
    expect(dayInWords("2024-05-04")).toBe("4 May 2024");
    expect(dayInWords("2024-09-04", "long")).toBe("4 September 2024");
    expect(dayInWords("2024-09-04", "no-year")).toBe("4 Sep");
  });
  test("of an instant is that in UTC", () => {
    expect(dayOfInstant("2024-05-14T23:59:59.999Z")).toBe("2024-05-14");
  });
});

describe("arithmetic", () => {
  test("of days goes there and back", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        const reached = dayNumber(day) + count;
        fc.pre(reached >= first && reached <= last && day !== endOfTime);
        return daysBetween(day, addDays(day, count)) === count;
      }),
    );
  });
  test("of months keeps the day or takes the last of a shorter month", () => {
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2023-05-31", 9)).toBe("2024-02-29");
    expect(addMonths("2024-03-15", -3)).toBe("2023-12-15");
    expect(addMonths("2024-12-01", 1)).toBe("2025-01-01");
  });
  test("never passes the end of time", () => {
    expect(addDays("9999-12-30", 5)).toBe(endOfTime);
    expect(addDays(endOfTime, 1)).toBe(endOfTime);
    expect(addMonths("9999-11-30", 2)).toBe(endOfTime);
    expect(addMonths(endOfTime, 9)).toBe(endOfTime);
  });
  test("chooses the earlier and the later", () => {
    expect(earlier("2024-01-02", "2023-12-31")).toBe("2023-12-31");
    expect(later("2024-01-02", "2023-12-31")).toBe("2024-01-02");
  });
});

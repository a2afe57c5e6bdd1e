import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEdtf, tryBounds } from "../edtf.ts";
import { isNoEnd, readMessyDate } from "./messy-date.ts";

const read: Record<string, string | null> = {
  "": null,
  " ": null,
  "n/a": null,
  NA: null,
  "—": null,
  "not yet": null,
  "2024-05-14": "2024-05-14",
  " 2024-05-14 ": "2024-05-14",
  "2024-05": "2024-05",
  "2024": "2024",
  "1948.0": "1948",
  "1702-04-18?": "1702-04-18?",
  "1951-01-26~": "1951-01-26~",
  "1351-08-01": "1351-08-01",
  "1971-09..1971-10": "1971-09/1971-10",
  "1971-09-02..1971-10-03": "1971-09-02/1971-10-03",
  "1971/1972": "1971/1972",
  "1971–1972": "1971/1972",
  "1954-XX-16": "1954",
  "1954-XX-XX": "1954",
  "1954-08-XX": "1954-08",
  "1964-00-00": "1964",
  "1964-05-00": "1964-05",
  "194X": "194X",
  "~1961": "1961~",
  "c. 1920": "1920~",
  "circa July 1920": "1920-07~",
  "2024-5-4": "2024-05-04",
  "2024/05/14": "2024-05-14",
  "20240514": "2024-05-14",
  "2024-05-14T00:00:00Z": "2024-05-14",
  "2024-05-14 00:00:00": "2024-05-14",
  "5/29/2007": "2007-05-29",
  "29.5.2007": "2007-05-29",
  "29-05-2007": "2007-05-29",
  "7/7/2007": "2007-07-07",
  "07/2007": "2007-07",
  "10 July 2024": "2024-07-10",
  "10-Jul-2024": "2024-07-10",
  "10th of July, 2024": "2024-07-10",
  "July 10, 2024": "2024-07-10",
  "Sept. 3, 1999": "1999-09-03",
  "July 2024": "2024-07",
  "1-14 May 2024": "2024-05-01/2024-05-14",
};

const refused: Record<string, RegExp> = {
  "1981-09-31": /30 days, no day 31/,
  "1900-02-29": /28 days/,
  "1999-13-01": /no month 13/,
  "1921-22": /years 1921 to 1922/,
  "2010-XX-XX-": /no date/,
  "0014-022005": /no date/,
  "-0753": /before Christ/,
  "509 BC": /before Christ/,
  "9999-12-31": /no end/,
  "5/28/2008 or sooner": /no date/,
  "2004-01-02; 2004-02-03": /more than one date/,
  "{2004-01-02,2004-02-03}": /more than one date/,
  "03/04/2024": /3 April 2024 or 4 March 2024.*dateOrder=dmy/,
  "3.4.2024": /3 April 2024 or 4 March 2024/,
  "3/4/24": /two digits/,
  "10-Jul-24": /two digits/,
  "45426": /spreadsheet/,
  "45426.5": /spreadsheet/,
  "0000-00-00": /no date/,
  "2024-05-13T22:00:00.000Z": /zone/,
  "1972..1971": /ends before it begins/,
  "10 Juli 2024": /no month/,
  "1964-XX-45": /no day 45/,
  "31/02/2020": /no day 31/,
  yesterday: /no date/,
  "12": /no date/,
  "٢٠٢٤": /no date/,
};

describe("a date as lists write it", () => {
  test.each(Object.entries(read))("%j is read as %j", (cell, date) => {
    expect(readMessyDate(cell)).toMatchObject({ date });
  });

  test.each(Object.entries(refused))("%j is refused", (cell, reason) => {
    const reading = readMessyDate(cell);
    expect("refused" in reading ? reading.refused : `read as ${reading.date}`).toMatch(reason);
  });

  test("a day of an unknown month keeps its day in a note", () => {
    expect(readMessyDate("1954-XX-16")).toEqual({
      date: "1954",
      note: "The file gives day 16 of an unknown month of 1954.",
    });
  });

  test("the order of numbers is what the file's owner says", () => {
    expect(readMessyDate("03/04/2024", "dmy")).toEqual({ date: "2024-04-03" });
    expect(readMessyDate("03/04/2024", "mdy")).toEqual({ date: "2024-03-04" });
    expect(readMessyDate("5/29/2007", "dmy")).toMatchObject({
      refused: expect.stringMatching(/no month 29/),
    });
  });

  test("no end is no date", () => {
    expect(["9999-12-31", "9999", "Indefinite"].filter(isNoEnd)).toHaveLength(3);
    expect(["1999-12-31", "", "2999"].filter(isNoEnd)).toEqual([]);
  });

  test("whatever a cell holds, the answer is a date of the record, none, or a reason", () => {
    const pieces = fc.constantFrom(
      ..."0123456789-/.~?%XT: {},".split(""),
      "19",
      "20",
      "May",
      "July ",
      " or ",
      "..",
      "c. ",
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 12 }),
        fc.constantFrom(undefined, "dmy", "mdy"),
        (parts, order) => {
          const reading = readMessyDate(parts.join(""), order);
          if ("refused" in reading) expect(reading.refused).not.toBe("");
          else expect(reading.date === null || isEdtf(reading.date)).toBe(true);
        },
      ),
      { seed: 7, numRuns: 20_000 },
    );
  });

  test("every day written out is read as itself", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-01"), max: new Date("2200-01-01"), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(readMessyDate(day)).toEqual({ date: day });
          expect(tryBounds(day)).not.toBeNull();
        },
      ),
      { seed: 7 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDateInput } from "./date-input.ts";
import { dayFromNumber, dayInWords, dayNumber } from "./day.ts";
import { isEdtf } from "./edtf.ts";

const today = "2026-11-25";
const read = (text: string) => readDateInput(text, today);

describe("what is typed, and the date that is meant", () => {
  test.each([
    ["10 jul 2024", "2024-07-10", "Wednesday 10 July 2024, exact day"],
    ["July 10, 2024", "2024-07-10", "Wednesday 10 July 2024, exact day"],
    ["10th of July 2024", "2024-07-10", "Wednesday 10 July 2024, exact day"],
    ["2024-07-10", "2024-07-10", "Wednesday 10 July 2024, exact day"],
    ["2024-7-10", "2024-07-10", "Wednesday 10 July 2024, exact day"],
    ["2024/07/10", "2024-07-10", "Wednesday 10 July 2024, exact day"],
    ["10-Jul-2024", "2024-07-10", "Wednesday 10 July 2024, exact day"],
    ["Wed 10 Jul 2024", "2024-07-10", "Wednesday 10 July 2024, exact day"],
    ["10.7.2024", "2024-07-10", "Wednesday 10 July 2024, exact day"],
    ["13/04/2024", "2024-04-13", "Saturday 13 April 2024, exact day"],
    ["04/13/2024", "2024-04-13", "Saturday 13 April 2024, exact day"],
    ["04/04/2024", "2024-04-04", "Thursday 4 April 2024, exact day"],
    ["aug 2023", "2023-08", "August 2023, day not known"],
    ["08.2023", "2023-08", "August 2023, day not known"],
    ["2023-08", "2023-08", "August 2023, day not known"],
    ["c. aug 2023", "2023-08~", "about August 2023, day not known"],
    ["about Aug 2023", "2023-08~", "about August 2023, day not known"],
    ["2023-08~", "2023-08~", "about August 2023, day not known"],
    ["c. 2023", "2023~", "about 2023, month and day not known"],
    ["2023", "2023", "2023, month and day not known"],
    ["202x", "202X", "2020s, month and day not known"],
    [
      "1-14 may 2024",
      "2024-05-01/2024-05-14",
      "Wednesday 1 May 2024 to Tuesday 14 May 2024, a span of 14 days",
    ],
    [
      "May 1–14, 2024",
      "2024-05-01/2024-05-14",
      "Wednesday 1 May 2024 to Tuesday 14 May 2024, a span of 14 days",
    ],
    [
      "14-16.5.2024",
      "2024-05-14/2024-05-16",
      "Tuesday 14 May 2024 to Thursday 16 May 2024, a span of 3 days",
    ],
    [
      "28 apr - 3 may 2024",
      "2024-04-28/2024-05-03",
      "Sunday 28 April 2024 to Friday 3 May 2024, a span of 6 days",
    ],
    [
      "28 dec 2023 to 3 jan 2024",
      "2023-12-28/2024-01-03",
      "Thursday 28 December 2023 to Wednesday 3 January 2024, a span of 7 days",
    ],
    ["may - june 2024", "2024-05/2024-06", "May 2024 to June 2024, a span of 61 days"],
    ["2024-05-14/..", "2024-05-14/..", "from Tuesday 14 May 2024 on, end open"],
    ["today", "2026-11-25", "Wednesday 25 November 2026, exact day"],
    ["Yesterday", "2026-11-24", "Tuesday 24 November 2026, exact day"],
    ["10 липня 2024 р.", "2024-07-10", "Wednesday 10 July 2024, exact day"],
    ["10 червня 2024", "2024-06-10", "Monday 10 June 2024, exact day"],
    ["близько серпня 2023", "2023-08~", "about August 2023, day not known"],
    ["1er juillet 2024", "2024-07-01", "Monday 1 July 2024, exact day"],
    ["14 août 2023", "2023-08-14", "Monday 14 August 2023, exact day"],
    ["вчора", "2026-11-24", "Tuesday 24 November 2026, exact day"],
  ])("%s", (text, edtf, echo) => {
    expect(read(text)).toEqual({ edtf, echo });
  });
});

describe("nothing is guessed", () => {
  test.each(["03/04/2024", "03-04-2024", "3/4/2024"])("%s has two meanings", (text) => {
    expect(read(text)).toEqual({
      choices: [
        { edtf: "2024-04-03", label: "3 April 2024" },
        { edtf: "2024-03-04", label: "4 March 2024" },
      ],
    });
  });

  test.each([
    ["", "Write a date."],
    ["monday", "We could not read “monday” as a date."],
    ["constructor", "We could not read “constructor” as a date."],
    ["soon", "We could not read “soon” as a date."],
    ["10 jul", "Add the year."],
    ["10 jul 24", "We could not read “10 jul 24” as a date."],
    ["10 jui 2024", "We could not read “10 jui 2024” as a date."],
    ["31 feb 2024", "There is no 31 February 2024."],
    ["14.13.2024", "There is no month 13."],
    ["Monday 10 Jul 2024", "10 July 2024 is a Wednesday. Check the day."],
    ["14-10 may 2024", "The span ends before it begins."],
    ["3/4/2024 - 5/4/2024", "Write the months of “3/4/2024 - 5/4/2024” as words."],
    ["10 jul 1204", "Check the year: 1204"],
    ["2044", "Check the year: 2044"],
    ["c. 1-14 may 2024", "A span cannot be approximate as a whole."],
  ])("“%s” is refused in words", (text, words) => {
    const reading = read(text);
    expect("error" in reading ? reading.error : reading).toContain(words);
  });
});

test("every day, written in words, is read as itself", () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber("1648-01-01"), max: dayNumber("2036-12-31") }), (number) => {
      const day = dayFromNumber(number);
      for (const text of [day, dayInWords(day), dayInWords(day, "long")]) {
        expect(read(text)).toMatchObject({ edtf: day });
      }
    }),
  );
});

test("any text gives EDTF, choices or a sentence, and never throws", () => {
  const part = fc.constantFrom(
    "1",
    "14",
    "2024",
    "may",
    "jul",
    "-",
    "/",
    ".",
    " ",
    "~",
    "to",
    "c.",
    "X",
    "по",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part, { maxLength: 9 }).map((parts) => parts.join("")),
      ),
      (text) => {
        const reading = read(text);
        if ("edtf" in reading) expect(isEdtf(reading.edtf)).toBe(true);
        else if ("choices" in reading) expect(reading.choices).toHaveLength(2);
        else expect(reading.error).toMatch(/\.$/);
      },
    ),
    { numRuns: 2000 },
  );
});

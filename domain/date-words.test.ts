import { describe, expect, test } from "vitest";
import { dateInWords, windowInWords } from "./date-words.ts";
import { endOfTime } from "./day.ts";

describe("a date in words", () => {
  test.each([
    ["2024-07-10", "10 Jul 2024"],
    ["2024-07-10~", "≈ 10 Jul 2024"],
    ["2023-08", "≈ Aug 2023"],
    ["2023-08~", "≈ Aug 2023"],
    ["2023-08-XX", "≈ Aug 2023"],
    ["2023", "2023"],
    ["2023~", "≈ 2023"],
    ["2023-XX", "2023"],
    ["201X", "≈ 2010s"],
    ["2024-05-01/2024-05-14", "1–14 May 2024"],
    ["2024-04-30/2024-05-14", "30 Apr – 14 May 2024"],
    ["2023-12-30/2024-01-02", "30 Dec 2023 – 2 Jan 2024"],
    ["2024-05/2024-06", "≈ May 2024 – ≈ Jun 2024"],
    ["2024-05-14/..", "from 14 May 2024"],
    ["2024-05-XX/2024-06-XX", "≈ May 2024 – ≈ Jun 2024"],
    ["2024-XX-XX/2025-05-14", "2024 – 14 May 2025"],
    ["2024-05-14/2024-05-14", "14 May 2024"],
  ])("%s is %s", (date, words) => {
    expect(dateInWords(date)).toBe(words);
  });

  test("that nobody knows says so", () => {
    expect(dateInWords(null)).toBe("not known");
  });
});

describe("a window in words", () => {
  test.each([
    ["2024-07-10", "2024-07-10", "10 Jul 2024"],
    ["2023-08-01", "2023-08-31", "≈ Aug 2023"],
    ["2024-02-01", "2024-02-29", "≈ Feb 2024"],
    ["2024-05-01", "2024-05-28", "1–28 May 2024"],
    ["2023-01-01", "2023-12-31", "2023"],
    ["2024-05-01", "2024-05-14", "1–14 May 2024"],
    ["2024-01-31", "2024-02-01", "31 Jan – 1 Feb 2024"],
    ["2024-05-14", endOfTime, "from 14 May 2024"],
  ])("%s to %s is %s", (earliest, latest, words) => {
    expect(windowInWords(earliest, latest)).toBe(words);
  });
});

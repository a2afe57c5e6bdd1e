import { describe, expect, test } from "vitest";
import { readLine, readProse } from "./text-input.ts";

describe("one line", () => {
  test.each([
    "Luc Frieden",
    "Володимир Зеленський",
    "محمد",
    "می‌خواهم",
    "क्‍ष",
    "Nguyễn Thị",
    "O’Brien–Smith",
    "שָׁלוֹם",
    "張偉",
    "Żółć",
    "José",
    "Đặng",
  ])("%s survives", (name) => {
    expect(readLine(name, 80)).toEqual({ text: name.normalize("NFC") });
  });

  test.each([
    ["a direction override", "evil\u202Egpj"],
    ["an isolate", "a\u2066b"],
    ["a zero-width space", "a\u200Bb"],
    ["a joiner between Latin letters", "a\u200Db"],
    ["a byte order mark", "\uFEFFa"],
    ["a null", "a\u0000b"],
    ["an escape", "a\u001Bb"],
    ["a C1 control", "a\u009Bb"],
    ["a tag character", "a\u{E0041}b"],
    ["a soft hyphen", "a\u00ADb"],
    ["a word joiner", "a\u2060b"],
    ["a line separator", "a\u2028b"],
    ["a Hangul filler", "a\u3164b"],
    ["a Braille blank", "a\u2800b"],
    ["a private character", "a\uE000b"],
    ["no character", "a\uFFFFb"],
    ["half a character", "a\uD800b"],
    ["a heap of accents", `e${"\u0301".repeat(10)}x`],
  ])("%s is refused", (_what, text) => {
    expect(readLine(text, 80)).toHaveProperty("problem");
    expect(readProse(text, 80)).toHaveProperty("problem");
  });

  test("is in NFC, with single spaces, and as long as its characters are many", () => {
    expect(readLine("  Jose\u0301 \t Rizal\n", 10)).toEqual({ text: "José Rizal" });
    expect(readLine("𝔘".repeat(10), 10)).toEqual({ text: "𝔘".repeat(10) });
    expect(readLine("x".repeat(11), 10)).toHaveProperty("problem");
  });
});

test("prose keeps its lines", () => {
  expect(readProse("One \r\ntwo\n\n\tthree\r\n", 80)).toEqual({ text: "One\ntwo\n\n\tthree" });
});

/** Feeds and calendars by the rules of their RFCs, whatever the text. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeAtom } from "./atom.ts";
import { type CalendarEvent, writeCalendar } from "./calendar.ts";

const entry = (words: string) => ({
  id: "urn:uuid:0b511c3c-0000-4000-8000-000000000000",
  title: words,
  updated: "2026-11-25T00:00:00.000Z",
  href: "https://accords.example/agreements/a",
  author: words,
  lines: [words],
  categories: [words],
});
const feed = (words: string) =>
  writeAtom({
    id: "urn:uuid:1",
    title: words,
    subtitle: words,
    updated: "2026-11-25T00:00:00.000Z",
    self: "https://accords.example/feed.atom?a=1&b=2",
    page: "https://accords.example/",
    next: null,
    entries: [entry(words)],
  });

const event = (words: string): CalendarEvent => ({
  uid: "a-1@accords",
  first: "2024-08-01",
  last: "2024-08-31",
  summary: words,
  description: words,
  url: "https://accords.example/agreements/a",
  location: words,
  status: "TENTATIVE",
  categories: [words],
  changedAt: "2026-11-25T01:02:03.456Z",
});
const calendar = (words: string) =>
  writeCalendar({ name: words, description: words, url: "https://accords.example/", events: [event(words)] });

describe("Atom", () => {
  test("is well-formed for any text: what it says comes out again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (words) => {
        const xml = feed(words);
        expect(xml.replace(/<[^<>]*>/g, "")).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there.
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }),
    );
  });

  test("escapes what a line says as HTML within the text of an element", () => {
    expect(feed("<script>1 & 2</script>")).toContain("&lt;p&gt;&amp;lt;script&amp;gt;1 &amp;amp; 2");
  });

  test("has what RFC 4287, 4.1.1 and 4.1.2 ask for", () => {
    const xml = feed("x");
    for (const tag of ["id", "title", "updated"]) expect(xml.split(`<${tag}>`).length).toBe(3);
    expect(xml).toContain('rel="self"');
    expect(xml).toContain("a=1&amp;b=2");
  });
});

describe("iCalendar", () => {
  test("has no line above 75 octets, and unfolds to what was said", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (words) => {
        const text = calendar(words);
        const lines = text.split("\r\n");
        for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        // U+2028 is text here, though not to the dot of an expression.
        const summary = text.replaceAll("\r\n ", "").match(/^SUMMARY:([^\r\n]*)/m)?.[1] ?? "";
        const read = summary.replace(/\\(.)/g, (_, sign: string) => (sign === "n" ? "\n" : sign));
        expect(read).toBe(words);
      }),
    );
  });

  test("lets nothing break out of its line", () => {
    const text = calendar("a\r\nBEGIN:VEVENT\nX;Y,Z\\");
    expect(text.split("BEGIN:VEVENT\r\n")).toHaveLength(2);
    expect(text).toContain("SUMMARY:a\\nBEGIN:VEVENT\\nX\\;Y\\,Z\\\\");
  });

  test("spans the days that a partial date may mean, and ends the day after the last", () => {
    expect(calendar("x")).toContain("DTSTART;VALUE=DATE:20240801\r\nDTEND;VALUE=DATE:20240901\r\n");
  });
});

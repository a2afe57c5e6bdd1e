import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Cursor, readCursor, readPlace, writeCursor, writePlace } from "./cursor.ts";

const cursor: Cursor = {
  sort: "-signed",
  slug: "ukraine-luxembourg-security-2024",
  on: "2026-11-24",
  known: "2026-11-24T00:00:00.000Z",
};
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a cursor", () => {
  test("is read as it was written, and is safe in an address", () => {
    const text = fc
      .string({ unit: "grapheme" })
      .filter((text) => text.isWellFormed() && !/\p{Cc}/u.test(text));
    fc.assert(
      fc.property(text, fc.constantFrom("title", "-party"), (slug, sort) => {
        const one = { ...cursor, sort, slug };
        const written = writeCursor(one);
        expect(written).toMatch(/^[\w-]+$/);
        if (written.length <= 2000) expect(readCursor(written, sort)).toEqual(one);
      }),
    );
  });

  test("belongs to one sort", () => {
    expect(readCursor(writeCursor(cursor), "-signed")).toEqual(cursor);
    expect(readCursor(writeCursor(cursor), "signed")).toBeNull();
  });

  test.each([
    ["nothing", ""],
    ["no base64", "%%%"],
    ["a list too short", encoded(["-signed", "a", cursor.on])],
    ["a list too long", encoded(["-signed", "a", cursor.on, cursor.known, 1])],
    ["an object", encoded({ sort: "-signed" })],
    ["no slug", encoded(["-signed", null, cursor.on, cursor.known])],
    ["no day", encoded(["-signed", "a", "2024-02-30", cursor.known])],
    ["no instant", encoded(["-signed", "a", cursor.on, "2026-11-24"])],
    ["a character that no database takes", encoded(["-signed", "\u0000", cursor.on, cursor.known])],
    [
      "half a surrogate pair",
      Buffer.from(`["-signed","\\ud800","${cursor.on}","${cursor.known}"]`).toString("base64url"),
    ],
    ["text without end", "a".repeat(2001)],
  ])("is none: %s", (_what, text) => {
    expect(readCursor(text, "-signed")).toBeNull();
  });

  test("never throws", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (text, sort) => readCursor(text, sort) === null));
    fc.assert(fc.property(fc.jsonValue(), (value) => readCursor(encoded(value), "signed") === null));
  });
});

describe("a place in another list", () => {
  const place = z.tuple([z.string(), z.string()]);
  test("is read as it was written, in its own list only", () => {
    expect(readPlace(writePlace("sources", ["2024-05-14", "s-1"]), "sources", place)).toEqual([
      "2024-05-14",
      "s-1",
    ]);
    expect(readPlace(writePlace("changes", ["2024-05-14", "s-1"]), "sources", place)).toBeNull();
    expect(readPlace(writePlace("sources", ["2024-05-14"]), "sources", place)).toBeNull();
  });
  test("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => readPlace(text, "sources", place) === null));
  });
});

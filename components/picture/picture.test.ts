/** Pictures: the page's own colours, well-formed whatever the text, and nothing newer than the day. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber } from "#domain/day.ts";
import { stepsOf } from "#domain/lane-steps.ts";
import { windowOf } from "#domain/scale.ts";
import { xmlText } from "#domain/xml.ts";
import { palette, stageColours } from "./palette.ts";
import { mostLanes, shareCard } from "./share-card.ts";
import { element } from "./svg.ts";
import { fitted, widthOf, wrapped } from "./text.ts";
import { timelinePicture } from "./timeline-picture.ts";

const on = "2024-05-14";
const path = stepsOf([
  { stage: "negotiating", from: "2024-01-10", fromLatest: "2024-01-10" },
  { stage: "signed", from: "2024-04-11", fromLatest: "2024-04-11" },
  { stage: "in-force", from: "2024-07-01", fromLatest: "2024-07-01" },
]);
const lane = { name: "Latvia", steps: path, expected: [] };
const card = (title: string, count = 1) =>
  shareCard({
    title,
    lines: ["9 signed of 33", "as of 14 May 2024"],
    lanes: Array.from({ length: count }, () => lane),
    window: windowOf("2024-01-10", on),
    on: dayNumber(on),
  });

test("the palette is the light one of the page", () => {
  const css = readFileSync("app/styles/tokens.css", "utf8");
  const light = (name: string) => new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}),`).exec(css)?.[1];
  for (const [name, colour] of Object.entries(palette)) expect(light(name), name).toBe(colour);
  for (const [name, colour] of Object.entries(stageColours)) expect(light(`st-${name}`), name).toBe(colour);
});

describe("a share card", () => {
  test("says its title, its lines and draws a mark for what has happened only", () => {
    const svg = card("Ukraine and Latvia");
    expect(svg).toContain("Ukraine and");
    expect(svg).toContain("9 signed of 33");
    // The legend has one mark of each kind; the lane adds talks and signature, and no force.
    const marks = (colour: string) => svg.split(`fill="${colour}" stroke="${colour}"`).length - 1;
    expect(marks(stageColours.signed)).toBe(2);
    const squares = svg.split(`height="11.2" rx="2.2" fill="${stageColours.force}"`).length - 1;
    expect(squares).toBe(1);
  });

  test("tells more lanes than can be told apart as a histogram", () => {
    const marks = (count: number) => card("Many", count).split('overflow="visible"').length - 1;
    expect(marks(mostLanes)).toBe(2 * mostLanes);
    expect(marks(mostLanes + 1)).toBe(0);
  });

  test("is well-formed for any title", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (title) => {
        const svg = card(title);
        // Every tag closes, and no sign of the title opens one.
        const tags = [...svg.matchAll(/<(\/?)([a-zA-Z]+)[^<>]*?(\/?)>/g)];
        const depth = tags.reduce((sum, [, close, , self]) => sum + (close ? -1 : self ? 0 : 1), 0);
        expect(depth).toBe(0);
        expect(svg.replace(/<[^<>]*>/g, "")).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
      { numRuns: 20 },
    );
  }, 30_000);
});

describe("text", () => {
  test("keeps lines within their width and cuts what is too much", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 3, max: 30 }), (text, ems) => {
        const lines = wrapped(text, ems, 3);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(ems);
      }),
    );
    expect(fitted("Agreement on security cooperation", 8)).toMatch(/…$/);
  });

  test("is escaped once, in elements and attributes", () => {
    expect(xmlText("<b>&\u0000\ud800\"'")).toBe("&lt;b&gt;&amp;�&quot;&#39;");
    expect(element("text", { x: 1.239, textAnchor: "a<b" }, xmlText("a & b"))).toBe(
      '<text x="1.24" text-anchor="a&lt;b">a &amp; b</text>',
    );
  });
});

test("the timeline's picture names every lane, where it stands and where it comes from", () => {
  const svg = timelinePicture({
    title: "Nine signed on 14 May 2024",
    subtitle: "as of 14 May 2024",
    foot: ["https://accords.example/timeline"],
    lanes: [
      { ...lane, standing: { drawing: "signed", label: "Signed", date: "11 Apr 2024" } },
      { ...lane, name: "Croatia", steps: [], standing: null },
    ],
    window: windowOf("2024-01-10", "2024-12-01"),
    on: dayNumber(on),
    until: dayNumber("2024-12-01"),
    ghosts: true,
  });
  for (const text of [
    "Latvia",
    "Croatia",
    "Signed",
    "11 Apr 2024",
    "Not yet begun",
    "https://accords.example",
  ])
    expect(svg).toContain(text);
});

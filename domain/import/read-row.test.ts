import { describe, expect, test } from "vitest";
import countries from "#data/countries.json" with { type: "json" };
import { readColumns } from "./columns.ts";
import { indexParties, type NamedCountry } from "./party-names.ts";
import { readRow } from "./read-row.ts";
import type { RowAgreement } from "./row.ts";
import { alpha3 } from "./state-life.ts";

const named: NamedCountry[] = countries.map((country) => ({
  ...country,
  officialName: country.officialName ?? null,
  until: country.until ?? null,
  names: Object.fromEntries(Object.entries(country.names)),
}));
const context = {
  index: indexParties(named, alpha3),
  chosen: new Map<string, string[]>(),
  order: undefined,
  today: "2026-11-25",
  frameworks: new Set(["g7"]),
};

function read(cells: Record<string, string>, more: Partial<typeof context> = {}) {
  return readRow({ row: 2, cells, faults: [] }, readColumns(Object.keys(cells)), { ...context, ...more });
}
function agreement(cells: Record<string, string>, more: Partial<typeof context> = {}): RowAgreement {
  const reading = read(cells, more);
  if ("agreement" in reading) return reading.agreement;
  throw new Error(JSON.stringify(reading.reasons));
}
function reasons(cells: Record<string, string>, more: Partial<typeof context> = {}): string[] {
  const reading = read(cells, more);
  return "reasons" in reading ? reading.reasons.map(({ column, message }) => `${column}: ${message}`) : [];
}
const pair = { title: "A treaty", party1: "France", party2: "Spain" };

describe("what a row says", () => {
  test("an agreement with its acts, place, source and end", () => {
    expect(
      agreement({
        ...pair,
        Signed: "4 May 1990",
        "In force": "1991-02",
        ended: "2001",
        how: "denounced",
        place: "Paris",
        type: "Exchange of Notes",
        source: "https://treaties.un.org/doc/1; https://treaties.un.org/doc/2",
      }),
    ).toMatchObject({
      sides: [["FR"], ["ES"]],
      type: "exchange-of-notes",
      sources: ["https://treaties.un.org/doc/1", "https://treaties.un.org/doc/2"],
      acts: [
        { kind: "signed", date: "1990-05-04", certainty: "done", place: "Paris" },
        { kind: "in-force", date: "1991-02" },
        { kind: "ended", date: "2001", how: "denounced" },
      ],
      notes: [],
    });
  });

  test("a political text takes effect, a scheduled end is expected, no end is none", () => {
    expect(agreement({ ...pair, profile: "political", inForce: "2001" }).acts).toMatchObject([
      { kind: "in-effect" },
    ]);
    expect(agreement({ ...pair, signed: "2020", ended: "2050-01-01" }).acts).toMatchObject([
      { kind: "signed" },
      { kind: "ended", certainty: "expected" },
    ]);
    expect(agreement({ ...pair, signed: "2020", ended: "9999-12-31" }).acts).toHaveLength(1);
  });

  test("force before signature is kept and told", () => {
    const { acts, notes } = agreement({ ...pair, signed: "2001-02-03", force: "2000-01-01" });
    expect(acts).toHaveLength(2);
    expect(notes).toEqual([
      {
        column: "force",
        message: "In force (2000-01-01) is before the signature (2001-02-03); both are kept and flagged.",
      },
    ]);
  });

  test("a long title in lines becomes one line, whole", () => {
    const long = `Convention\r\n  on ${"very ".repeat(100)}much`;
    expect(agreement({ ...pair, title: long }).title).toBe(`Convention on ${"very ".repeat(100)}much`);
  });

  test("a list without titles describes its agreements and says so", () => {
    const { title, titleNote } = agreement({ party1: "France", party2: "Spain" });
    expect(title).toBe("Agreement between France and Spain");
    expect(titleNote).toContain("gives no titles");
  });

  test("a reference that is no address is kept in words", () => {
    expect(agreement({ ...pair, signed: "1990", reference: "12 UNTS 34" }).acts[0]?.note).toBe(
      "Reference in the file: 12 UNTS 34",
    );
  });

  test("what our own export put before a formula is taken off", () => {
    expect(agreement({ ...pair, title: "'=SUM(A1)" }).title).toBe("=SUM(A1)");
  });

  test("several parties on a side, one column for both sides, codes, Namibia", () => {
    expect(agreement({ title: "T", party1: "Belgium; Luxembourg", party2: "NA" }).sides).toEqual([
      ["BE", "LU"],
      ["NA"],
    ]);
    expect(agreement({ title: "T", parties: "France; Korea, Republic of" }).sides).toEqual([["FR"], ["KR"]]);
    expect(agreement({ title: "T", treatyID: "ESP-GBR_1351A" }).sides).toEqual([["ES"], ["GB"]]);
  });

  test("a choice of several is the state that was there on the date", () => {
    const chosen = new Map([["RUS", ["SU", "RU"]]]);
    const side = (signed: string) =>
      agreement({ title: "T", party1: "RUS", party2: "Norway", signed }, { chosen }).sides[0];
    expect([side("1975"), side("2005"), side("1880")]).toEqual([["SU"], ["RU"], ["RU"]]);
  });
});

describe("what is refused, at its column", () => {
  const many = Array.from({ length: 290 }, (_, index) => `State ${index}`).join("; ");
  test.each<[string, Record<string, string>, RegExp]>([
    ["no title", { ...pair, title: "" }, /^title: The title is missing/],
    [
      "a title of a book",
      { ...pair, title: "x".repeat(2001) },
      /^title: 2000 characters at most; there are 2001/,
    ],
    ["an invisible character", { ...pair, title: "A\u202eB" }, /^title: .*U\+202E/],
    ["a NUL", { ...pair, title: "A\u0000B" }, /^title: .*U\+0000/],
    ["nobody", { ...pair, party2: "" }, /^party2: Side 2 is missing/],
    [
      "an unknown name",
      { ...pair, party2: "Frannce" },
      /^party2: No country is called “Frannce”\. Near it: FR \(France\)/,
    ],
    ["one on both sides", { ...pair, party2: "FRANCE" }, /^party2: France is on both sides/],
    ["one twice", { ...pair, party2: "Spain; ES" }, /^party2: Spain is named twice/],
    ["one party", { title: "T", parties: "France" }, /^parties: Only one party/],
    ["290 parties", { title: "T", parties: many }, /^parties: 290 parties/],
    ["290 on a side", { ...pair, party2: many }, /^party2: No country is called/],
    ["a third party", { ...pair, party3: "Italy" }, /^party3: A third party/],
    ["nothing that names parties", { title: "T" }, /^parties: No column says/],
    ["an id without codes", { title: "T", id: "NTKSND_1790A" }, /^id: No column names the parties/],
    ["a signature in the future", { ...pair, signed: "2997" }, /^signed: 2997 lies in the future/],
    ["force far in the future", { ...pair, force: "2997-01-01" }, /^force: .*future/],
    ["a signature without an end", { ...pair, signed: "1990/.." }, /^signed: A signature happens once/],
    ["no end of a signature", { ...pair, signed: "9999-12-31" }, /^signed: 9999/],
    ["how without when", { ...pair, how: "expired" }, /^how: It says how/],
    ["a way that is none", { ...pair, ended: "2001", how: "vanished" }, /^how: “vanished” is no way/],
    ["a private address", { ...pair, source: "http://10.0.0.1/x" }, /^source: .*public web/],
    ["a script", { ...pair, source: "javascript:alert(1)" }, /^source: /],
    [
      "a state that was not there",
      { ...pair, party2: "Czechia", signed: "1966" },
      /^party2: Czechia began on 1993-01-01/,
    ],
    ["an empty row", { title: "", party1: " ", party2: "" }, /^row: The row is empty/],
    ["a framework that is none", { ...pair, framework: "g8" }, /^framework: There is no framework/],
    ["a slug that is none", { ...pair, slug: "A B" }, /^slug: /],
    ["a revision that is none", { ...pair, revision: "r3" }, /^revision: /],
  ])("%s", (_name, cells, reason) => {
    expect(reasons(cells)[0]).toMatch(reason);
  });

  test("every reason is told, not only the first", () => {
    expect(reasons({ ...pair, party1: "Nowhere", signed: "1981-09-31", profile: "odd" })).toHaveLength(3);
  });
});

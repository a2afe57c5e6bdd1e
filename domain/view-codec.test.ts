import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { profiles } from "./act.ts";
import { readInstant } from "./clocks.ts";
import { dayFromNumber, dayNumber } from "./day.ts";
import { stageCodes } from "./stage.ts";
import { flagCodes } from "./standing.ts";
import {
  carried,
  clocksOf,
  columnWords,
  defaultSort,
  defaultView,
  isFiltered,
  type QueryWords,
  readView,
  sortWords,
  toggleValue,
  type View,
  type Vocabulary,
  viewWords,
  withoutFilters,
  withView,
  writeView,
} from "./view.ts";

const letters = [..."ABCDEFGH"];
const countryCodes = ["LU", "UA", ...letters.flatMap((a) => letters.map((b) => a + b))].sort();
const vocabulary: Vocabulary = {
  countries: new Map(countryCodes.map((code) => [code, `Land ${code}`])),
  aliases: new Map(),
  types: new Set(["security-agreement", "loan", "statement"]),
  frameworks: new Set(["g7-joint-declaration", "other"]),
  tags: new Set(["list-b", "list-a"]),
  rules: new Set(["instruments", "partners", "a-list"]),
};
const today = "2025-11-30";
const now = `${today}T12:00:00.000Z`;

const read = (words: QueryWords) => readView(words, vocabulary, today, now);
const parse = (query: string) => read(new URLSearchParams(query));

const someOf = <T>(values: Iterable<T>) => fc.subarray([...values]);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 1 });
const pastDay = fc.integer({ min: dayNumber("1648-01-01"), max: dayNumber(today) - 1 }).map(dayFromNumber);
const searchWord = fc.constantFrom(
  "Люксембург",
  "<b>",
  "a+b",
  "100%",
  "%20",
  "&q=",
  "#",
  "🇺🇦",
  "é",
  "'",
  "a,b:c",
);

/** Every view that an address can state. */
const validView: fc.Arbitrary<View> = fc
  .record({
    q: orNull(fc.array(searchWord, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "))),
    party: fc.subarray(countryCodes, { maxLength: 50 }),
    between: orNull(
      fc.subarray(countryCodes, { minLength: 2, maxLength: 2 }).map(([a = "", b = ""]) => [a, b] as const),
    ),
    stage: someOf(stageCodes),
    type: someOf([...vocabulary.types].sort()),
    framework: someOf([...vocabulary.frameworks].sort()),
    profile: someOf(profiles),
    tag: someOf([...vocabulary.tags].sort()),
    signed: fc.tuple(orNull(pastDay), orNull(pastDay)),
    flag: someOf(flagCodes),
    on: orNull(pastDay),
    known: orNull(pastDay.map(readInstant)),
    rule: fc.constantFrom(null, "partners", "a-list"),
    sort: orNull(
      fc
        .record({ word: fc.constantFrom(...sortWords), descending: fc.boolean() })
        .filter(({ word, descending }) => word !== defaultSort.word || !descending),
    ),
    limit: orNull(fc.integer({ min: 1, max: 200 }).filter((limit) => limit !== 50)),
    cursor: orNull(fc.stringMatching(/^[\w-]{1,40}$/)),
    columns: orNull(fc.subarray([...columnWords], { minLength: 1 })),
    ghosts: fc.boolean(),
  })
  .map(({ signed: [a, b], ...rest }) => {
    const swap = a !== null && b !== null && a > b;
    return { ...rest, signedFrom: swap ? b : a, signedTo: swap ? a : b };
  });

const halves = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});
const piece = fc.oneof(
  fc.constantFrom<string>(
    ...viewWords,
    ...stageCodes,
    ...sortWords,
    "UA",
    "ua,lu",
    "2024-05-14",
    "off",
    "%",
    "%E0%A4%A",
  ),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "a".repeat(10_000),
    "%".repeat(10_000),
    "-signed",
    "2025-11-30T11:00Z",
  ),
  fc.string({ unit: "binary" }),
  halves,
);
const anyWords: fc.Arbitrary<QueryWords> = fc.oneof(
  fc
    .array(fc.tuple(piece, piece))
    .map((pairs) => new URLSearchParams(pairs.map((pair) => pair.join("=")).join("&"))),
  fc.string({ unit: "binary" }).map((text) => new URLSearchParams(text)),
  fc.dictionary(piece, fc.oneof(piece, fc.array(piece), fc.constant(undefined))),
);

describe("the codec", () => {
  test("reads every view as it was written", () => {
    fc.assert(
      fc.property(validView, (view) => {
        expect(parse(writeView(view))).toEqual({ view, problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  test("makes one address of whatever it is given, and finds nothing wrong with that one", () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const address = writeView(read(words).view);
        const again = parse(address);
        expect(again.problems).toEqual([]);
        expect(writeView(again.view)).toBe(address);
      }),
      { numRuns: 300 },
    );
  });

  test("never writes a default", () => {
    expect(writeView(defaultView)).toBe("");
    const defaults = "q=&on=2025-11-30&known=2025-11-30&rule=instruments&sort=-signed&limit=50&ghosts=on";
    expect(parse(defaults)).toEqual({ view: defaultView, problems: [] });
    expect(writeView({ ...defaultView, sort: defaultSort, limit: 50, rule: "instruments" })).toBe("");
  });

  test("writes words in one order, countries in capitals, and only what must be encoded encoded", () => {
    const query =
      "on=2024-05-14&q=a%20b%2Bc&between=ua,lu&party=lu&stage=signed&stage=proposed&known=2025-01-01";
    expect(writeView(parse(query).view)).toBe(
      "q=a+b%2Bc&party=LU&between=LU,UA&stage=proposed&stage=signed&on=2024-05-14&known=2025-01-01T23:59:59.999Z",
    );
  });
});

describe("changes of a view", () => {
  test("of anything but its columns drop the cursor", () => {
    const paged = { ...defaultView, cursor: "abc" };
    expect(withView(paged, { q: "a" }).cursor).toBeNull();
    expect(withView(paged, { on: "2024-05-14" }).cursor).toBeNull();
    expect(toggleValue(paged, "party", "UA").cursor).toBeNull();
    expect(withView(paged, { columns: ["path"] }).cursor).toBe("abc");
    expect(withView(paged, { cursor: "def" }).cursor).toBe("def");
  });

  test("a value switched twice leaves the view as it was, and the address is canonical in between", () => {
    const unpaged = validView.map((view) => ({ ...view, cursor: null }));
    const values = { stage: stageCodes, profile: profiles, flag: flagCodes, party: countryCodes } as const;
    const toggle = fc
      .constantFrom(...(Object.keys(values) as (keyof typeof values)[]))
      .chain((word) =>
        fc
          .constantFrom<string>(...values[word])
          .map((value) => (view: View) => toggleValue(view, word, value as never)),
      );
    fc.assert(
      fc.property(unpaged, toggle, (view, apply) => {
        const once = apply(view);
        expect(once).not.toEqual(view);
        expect(apply(once)).toEqual(view);
        fc.pre(once.party.length <= 50);
        expect(parse(writeView(once)).view).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  test("carried keeps the clocks and the rule; withoutFilters keeps all but the filters", () => {
    fc.assert(
      fc.property(validView, (view) => {
        const { on, known, rule, sort, columns, ghosts } = view;
        expect(carried(view)).toEqual({ ...defaultView, on, known, rule });
        expect(isFiltered(withoutFilters(view))).toBe(false);
        expect(withoutFilters(view)).toMatchObject({ on, known, rule, sort, columns, ghosts, cursor: null });
      }),
      { numRuns: 100 },
    );
  });

  test("a view is filtered by its filters alone", () => {
    expect(isFiltered(parse("on=2024-05-14&sort=title&limit=10&rule=partners&ghosts=off").view)).toBe(false);
    for (const query of ["q=a", "party=UA", "between=UA,LU", "flag=stale", "signedTo=2024-01-01"])
      expect(isFiltered(parse(query).view), query).toBe(true);
  });

  test("clocks that are not given are today and now", () => {
    expect(clocksOf(defaultView, today, now)).toEqual({ on: today, known: now });
    const known = "2025-01-01T00:00:00.000Z";
    expect(clocksOf({ ...defaultView, on: "2024-05-14", known }, today, now)).toEqual({
      on: "2024-05-14",
      known,
    });
  });
});

import { describe, expect, test } from "vitest";
import { stageCodes } from "./stage.ts";
import { defaultView, type QueryWords, readView, type Vocabulary } from "./view.ts";

const letters = [..."ABCDEFGH"];
const vocabulary: Vocabulary = {
  countries: new Map([
    ...letters.flatMap((a) => letters.map((b): [string, string] => [a + b, `Land ${a}${b}`])),
    ["GB", "United Kingdom"],
    ["LU", "Luxembourg"],
    ["LV", "Latvia"],
    ["UA", "Ukraine"],
    ["UG", "Uganda"],
    ["US", "United States"],
  ]),
  aliases: new Map([["UK", "GB"]]),
  types: new Set(["security-agreement"]),
  frameworks: new Set(),
  tags: new Set(),
  rules: new Set(["instruments", "partners"]),
};
const today = "2025-11-30";

const read = (words: QueryWords) => readView(words, vocabulary, today, `${today}T12:00:00.000Z`);
const parse = (query: string) => read(new URLSearchParams(query));
/** Words that were complained of, with the complaint. */
const complaints = (query: string) => parse(query).problems.map(({ word, message }) => `${word}: ${message}`);

describe("bad input", () => {
  test.each(["2024-13-40", "yesterday", "2023-02-29", "2024-5-1"])("on=%s shows today and says so", (on) => {
    expect(parse(`on=${on}`).view).toEqual(defaultView);
    expect(complaints(`on=${on}`)).toEqual([
      `on: We could not read “${on}” as a date. Showing today, 2025-11-30.`,
    ]);
  });

  test("a day in the future is today; tomorrow is let through for those east of Greenwich", () => {
    expect(parse("on=2025-12-02").view.on).toBeNull();
    expect(complaints("on=2025-12-02")).toEqual([
      "on: 2025-12-02 lies in the future. Showing today, 2025-11-30.",
    ]);
    expect(parse("on=2025-12-01")).toEqual({ view: defaultView, problems: [] });
  });

  test("an unknown value of a facet is dropped, the known ones stay", () => {
    const { view, problems } = parse("stage=negotiating&stage=foo");
    expect(view.stage).toEqual(["negotiating"]);
    expect(problems).toEqual([
      {
        word: "stage",
        value: "foo",
        message: "Unknown stage “foo” ignored.",
        allowed: stageCodes.join(", "),
      },
    ]);
  });

  test("days of signature in the wrong order are swapped", () => {
    const { view, problems } = parse("signedFrom=2024-06-01&signedTo=2024-01-01");
    expect([view.signedFrom, view.signedTo]).toEqual(["2024-01-01", "2024-06-01"]);
    expect(problems).toHaveLength(1);
  });

  test("a country that does not exist gets what may have been meant", () => {
    expect(parse("party=UK").view.party).toEqual([]);
    expect(complaints("party=UK")).toEqual([
      "party: There is no country “UK”. Did you mean GB (United Kingdom) or UA (Ukraine)?",
    ]);
    expect(complaints("between=UA,luxemburg")).toEqual([
      "between: There is no country “luxemburg”. Did you mean LU (Luxembourg)?",
    ]);
  });

  test.each(["UA", "UA,UA", "ua,UA", ",", "UA,LU,LV", ",UA"])("between=%s is no pair", (value) => {
    expect(parse(`between=${value}`).view.between).toBeNull();
    expect(complaints(`between=${value}`)).toHaveLength(1);
  });

  test("a search is text, cut at 200 characters, without what cannot be printed", () => {
    expect(parse("q=%3Cscript%3E")).toEqual({ view: { ...defaultView, q: "<script>" }, problems: [] });
    const long = parse(`q=${"🇺🇦".repeat(150)}`);
    expect([...(long.view.q ?? "")]).toHaveLength(200);
    expect(long.problems).toHaveLength(1);
    expect(parse("q=a%00b%FFc").view.q).toBe("a b c");
    expect(complaints("q=a%00b")).toHaveLength(1);
    expect(parse("q=%00").view.q).toBeNull();
  });

  test("of more than 50 countries the first 50 are used", () => {
    const { view, problems } = parse(
      [...vocabulary.countries.keys()].map((code) => `party=${code}`).join("&"),
    );
    expect(view.party).toHaveLength(50);
    expect(problems.map(({ word }) => word)).toEqual(["party"]);
  });

  test("of more than 50 countries the rest is not even looked at", () => {
    const known = [...vocabulary.countries.keys()].slice(0, 50).map((code) => `party=${code}`);
    const { view, problems } = parse([...known, "party=Nowhere"].join("&"));
    expect(view.party).toHaveLength(50);
    expect(problems).toHaveLength(1);
  });

  test("however much is wrong, a few short problems say so", () => {
    const long = "x".repeat(9000);
    const words = Array.from({ length: 2000 }, (_, i) => `party=${i}&word${i}=1&stage=${i}`).join("&");
    for (const query of [
      words,
      `on=${long}`,
      `party=${long}`,
      `on=2024-05-14&on=${long}&on=1`,
      `${long}=1`,
      `q=${long}`,
    ]) {
      const { problems } = parse(query);
      expect(problems.length).toBeLessThanOrEqual(20);
      expect(JSON.stringify(problems).length).toBeLessThan(10_000);
      for (const { message } of problems) expect(message.length).toBeLessThan(300);
    }
  });

  test("one mistake made many times is one problem", () => {
    expect(complaints("stage=foo&stage=foo")).toHaveLength(1);
    expect(complaints("party=zz&party=ZZ")).toHaveLength(1);
    expect(complaints("on=2024-05-14&on=2024-05-14&on=2024-05-15")).toHaveLength(1);
  });

  test.each(["limit=0", "limit=201", "limit=1.5", "limit=-1", "sort=price", "rule=none", "ghosts=no"])(
    "%s is the default, with a notice",
    (query) => {
      expect(parse(query).view).toEqual(defaultView);
      expect(complaints(query)).toHaveLength(1);
    },
  );

  test.each(["xyz", "W10=", "e30", "%00"])("cursor=%s is no place in any list", (cursor) => {
    const { view, problems } = parse(`cursor=${cursor}`);
    expect(view).toEqual(defaultView);
    expect(problems.map(({ word }) => word)).toEqual(["cursor"]);
    expect(parse("cursor=W10").problems).toEqual([]);
  });

  test("what was known later than now is what is known now", () => {
    expect(complaints("known=2025-12-01T00:00:00Z")).toEqual([
      "known: 2025-12-01T00:00:00Z lies in the future. Showing what is known now.",
    ]);
    expect(parse("known=2025-11-30")).toEqual({ view: defaultView, problems: [] });
    expect(complaints("known=tomorrow")).toEqual(["known: We could not read “tomorrow” as an instant."]);
  });

  test("an unknown word is named, whatever it is called", () => {
    for (const word of ["foo", "__proto__", "constructor", "toString", "Party", ""])
      expect(complaints(`${word}=1`)).toEqual([`${word}: Unknown word “${word}” ignored.`]);
    expect(read(JSON.parse('{"__proto__":"1"}')).problems).toHaveLength(1);
  });

  test("a word that stands once and comes twice keeps the first", () => {
    const { view, problems } = read({ on: ["2024-05-14", "2024-05-15"], party: ["LU", "UA", "LU"] });
    expect([view.on, view.party]).toEqual(["2024-05-14", ["LU", "UA"]]);
    expect(problems.map(({ word }) => word)).toEqual(["on"]);
  });

  test("an empty field asks for nothing", () => {
    expect(parse("q=&party=&on=+&sort=&columns=")).toEqual({ view: defaultView, problems: [] });
    expect(read({ q: undefined, party: [] })).toEqual({ view: defaultView, problems: [] });
  });
});

import { describe, expect, test } from "vitest";
import countries from "#data/countries.json" with { type: "json" };
import { boundsOf } from "../edtf.ts";
import { indexParties, matchParty, type NamedCountry, nearParties, readParties } from "./party-names.ts";
import { absenceOf, alpha3 } from "./state-life.ts";

const named: NamedCountry[] = countries.map((country) => ({
  ...country,
  officialName: country.officialName ?? null,
  until: country.until ?? null,
  names: Object.fromEntries(Object.entries(country.names)),
}));
const index = indexParties(named, alpha3);

const matched: Record<string, string> = {
  France: "FR",
  france: "FR",
  "FRENCH REPUBLIC": "FR",
  Франція: "FR",
  "Korea, Republic of": "KR",
  "Korea (the Republic of)": "KR",
  "Republic of Korea": "KR",
  "Korea, Dem. People's Rep.": "KP",
  "Democratic People’s Republic of Korea": "KP",
  "Iran (Islamic Republic of)": "IR",
  "Bolivia, Plurinational State of": "BO",
  "Tanzania, the United Republic of": "TZ",
  "Congo, Dem. Rep.": "CD",
  "Congo (the Democratic Republic of the)": "CD",
  "Gambia, The": "GM",
  "the Netherlands": "NL",
  Holland: "NL",
  "Cote d'Ivoire": "CI",
  "Côte d’Ivoire": "CI",
  "Ivory Coast": "CI",
  "Sao Tome & Principe": "ST",
  "St. Lucia": "LC",
  Turkiye: "TR",
  Turkey: "TR",
  UK: "GB",
  "U.K.": "GB",
  USA: "US",
  "United States of America": "US",
  NA: "NA",
  NAM: "NA",
  DEU: "DE",
  USSR: "SU",
  "U.S.S.R.": "SU",
  "Union of Soviet Socialist Republics": "SU",
  SUN: "SU",
  GDR: "DD",
  "German Democratic Republic": "DD",
  "Federal Republic of Germany": "DE",
  "Germany, Federal Republic of": "DE",
  Czechoslovakia: "CS",
  Yugoslavia: "YU",
  Zaire: "CD",
  Burma: "MM",
  Siam: "TH",
  Swaziland: "SZ",
  Macedonia: "MK",
  "Republic of Vietnam": "XV",
  Vietnam: "VN",
  "Austria-Hungary": "XH",
  "European Communities": "EU",
  "Government of the Republic of Cyprus": "CY",
  "Holy See (Vatican City State)": "VA",
  "Hong Kong SAR, China": "HK",
};

describe("the party that a name means", () => {
  test.each(Object.entries(matched))("%s is %s", (name, code) => {
    expect(matchParty(index, name)).toEqual([code]);
  });

  test.each(["Korea", "Atlantis", "no", "na", "Frannce", "", "England", "Nigeri", "ZZZ", "XX"])(
    "%j is nobody",
    (name) => {
      expect(matchParty(index, name)).toEqual([]);
    },
  );

  test("EC is Ecuador's code and the European Community's short name: it is asked", () => {
    expect(matchParty(index, "EC").sort()).toEqual(["EC", "EU"]);
    expect(nearParties(index, "EC")).toEqual(["EC (Ecuador)", "EU (European Union)"]);
  });

  test("no two countries share a name, and every code of three letters leads somewhere", () => {
    expect([...index.byName].filter(([, codes]) => codes.size > 1)).toEqual([]);
    expect(Object.values(alpha3).filter((code) => !index.countries.has(code))).toEqual([]);
  });

  test("near names are offered, never taken", () => {
    expect(nearParties(index, "Frannce")).toContain("FR (France)");
    expect(readParties(index, "Frannce")).toEqual({ unmatched: ["Frannce"] });
  });
});

describe("several parties in one cell", () => {
  test.each([
    ["Belgium; Luxembourg; Netherlands", ["BE", "LU", "NL"]],
    ["Belgium|Luxembourg", ["BE", "LU"]],
    ["Belgium, Luxembourg", ["BE", "LU"]],
    ["Belgium, Luxembourg and the Netherlands", ["BE", "LU", "NL"]],
    ["Antigua and Barbuda and Guyana", null],
    ["Antigua and Barbuda; Guyana", ["AG", "GY"]],
    ["Korea, Republic of; Japan", ["KR", "JP"]],
    ["Bosnia and Herzegovina", ["BA"]],
    ["France/Germany", ["FR", "DE"]],
    ["FR\nDE", ["FR", "DE"]],
  ])("%j", (cell, codes) => {
    const reading = readParties(index, cell);
    if (codes === null) expect(reading).toHaveProperty("unmatched");
    else expect(reading).toEqual({ codes });
  });

  test("a name that a person has mapped is taken as mapped", () => {
    expect(readParties(index, "Castile; France", new Map([["Castile", ["ES"]]]))).toEqual({
      codes: ["ES", "FR"],
    });
    expect(readParties(index, "RUS", new Map([["RUS", ["SU", "RU"]]]))).toEqual({ codes: ["SU|RU"] });
  });
});

describe("when a state was there", () => {
  const absence = (code: string, date: string) => {
    const country = index.countries.get(code);
    if (!country) throw new Error(`no ${code}`);
    return absenceOf(country, boundsOf(date), (other) => index.countries.get(other)?.name ?? other);
  };
  test("a state is no party before it began nor after it ended", () => {
    expect(absence("CZ", "1966-12-09")).toBe(
      "Czechia began on 1993-01-01; before that it was Czechoslovakia (CS). Choose which country is meant.",
    );
    expect(absence("CS", "1993-02-01")).toBe("Czechoslovakia ended on 1992-12-31, before this date.");
    expect(absence("RU", "1971-09-07")).toContain("Soviet Union (SU)");
    expect(absence("SU", "1990")).toBeNull();
    expect(absence("RU", "1867-03-30")).toBeNull();
    expect(absence("CZ", "1993")).toBeNull();
    expect(absence("FR", "1351-08-01")).toBeNull();
  });
});

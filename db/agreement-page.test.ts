/** What the page of an agreement asks beside the agreement itself. */
import { afterEach, describe, expect, test } from "vitest";
import type { Database } from "./database.ts";
import { knownSince, nearestSlugs } from "./queries/nearest-slugs.ts";
import { talksLengths } from "./queries/talks-lengths.ts";
import { loadedAt, openWorld } from "./testing.ts";

let db: Database;
afterEach(() => db.close());
const clocks = { on: "2025-12-31", known: loadedAt };

describe("addresses near a wrong one", () => {
  const slugs = async (wanted: string, known = loadedAt) =>
    (await nearestSlugs(db, wanted, { ...clocks, known })).map(({ slug }) => slug);

  test("are those with the fewest edits, whatever was typed", async () => {
    db = await openWorld({
      agreements: { "aland-borduria-trade-2020": {}, "aland-syldavia-security-2021": {}, "klow-szohod": {} },
    });
    expect(await slugs("aland-syldavia-securty-2021")).toEqual([
      "aland-syldavia-security-2021",
      "aland-borduria-trade-2020",
    ]);
    expect(await slugs("Syldavia")).toEqual(["aland-syldavia-security-2021"]);
    expect(await slugs("klw-szohot")).toEqual([]);
    expect(await slugs("klo-szohot")).toEqual(["klow-szohod"]);
    for (const garbage of ["", "%", "'; drop table agreements; --", "_".repeat(500), "\u0000", "é"]) {
      expect(await slugs(garbage)).toEqual([]);
    }
    expect(await slugs("x".repeat(100_000))).toEqual([]);
    expect(await slugs("klow-szohod", "2020-01-01T00:00:00.000Z")).toEqual([]);
  });
});

test("an agreement is known from the instant at which it was loaded", async () => {
  db = await openWorld({ agreements: { "aa-bb": {} } });
  expect(await knownSince(db, "aa-bb")).toBe(loadedAt);
  expect(await knownSince(db, "bb-aa")).toBeNull();
});

test("lengths of talks are those of the same framework, of the same type without one, and only of what is signed", async () => {
  const talked = (from: string, to: string, framework: string | null = "f") => ({
    framework,
    acts: [
      { kind: "talks" as const, date: from },
      { kind: "signed" as const, date: to },
    ],
  });
  db = await openWorld({
    agreements: {
      one: talked("2024-05-01", "2024-05-11"),
      two: talked("2024-03", "2024-05-11"),
      later: talked("2024-05-01", "2026-05-11"),
      unsigned: { framework: "f", acts: [{ kind: "talks", date: "2024-05-01" }] },
      untalked: { framework: "f", acts: [{ kind: "signed", date: "2024-05-01" }] },
      other: talked("2024-05-01", "2024-05-02", null),
    },
  });
  const name = (sides: readonly (readonly string[])[]) => sides.flat().join(" ");
  expect(await talksLengths(db, { framework: "f", type: "agreement" }, name, clocks)).toEqual([
    { slug: "one", name: "AA BB", days: 10, exact: true },
    { slug: "two", name: "AA BB", days: 71, exact: false },
  ]);
  const ofType = await talksLengths(db, { framework: null, type: "agreement" }, name, clocks);
  expect(ofType.map(({ slug }) => slug)).toEqual(["other", "one", "two"]);
});

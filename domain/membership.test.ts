import { describe, expect, it } from "vitest";
import { membersOn } from "./membership.ts";
import type { Membership } from "./wire.ts";

const member = (
  code: string,
  status: Membership["status"],
  date: string | null,
  more: Partial<Membership> = {},
) =>
  ({
    framework: "declaration",
    country: { code, name: code },
    status,
    date,
    certainty: "done",
    note: null,
    citations: [],
    ...more,
  }) satisfies Membership;

const standings = (memberships: readonly Membership[], on: string) =>
  membersOn(memberships, on).map(({ latest, earlier }) => [
    latest.country.code,
    latest.status,
    earlier.length,
  ]);

describe("membersOn", () => {
  const poland = [member("PL", "joined", "2024-01-22"), member("PL", "declined", "2023-12-24")];

  it("lets the last statement by the day count and keeps the earlier ones", () => {
    expect(standings(poland, "2024-01-21")).toEqual([["PL", "declined", 0]]);
    expect(standings(poland, "2024-01-22")).toEqual([["PL", "joined", 1]]);
  });

  it("knows nobody before the first statement", () => {
    expect(standings(poland, "2023-12-23")).toEqual([]);
  });

  it("counts an imprecise date from its earliest day", () => {
    expect(standings([member("BE", "joined", "2023-07-12/2023-07-17")], "2023-07-12")).toHaveLength(1);
    expect(standings([member("BE", "joined", "2023-08")], "2023-07-31")).toEqual([]);
  });

  it("keeps a statement whose date is not known, before every dated one", () => {
    const known = [member("AT", "declined", "2024-05-11"), member("AT", "joined", null)];
    expect(standings(known, "2024-05-10")).toEqual([["AT", "joined", 0]]);
    expect(standings(known, "2024-05-11")).toEqual([["AT", "declined", 1]]);
  });

  it("leaves out what was only announced or expected", () => {
    expect(
      standings([member("HU", "joined", "2024-01-01", { certainty: "announced" })], "2025-01-01"),
    ).toEqual([]);
  });

  it("orders countries by the statement that holds", () => {
    const all = [...poland, member("LU", "joined", "2023-08-22"), member("LV", "joined", "2024-03-01")];
    expect(standings(all, "2025-01-01").map(([code]) => code)).toEqual(["LU", "PL", "LV"]);
  });
});

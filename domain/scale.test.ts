import { describe, expect, test } from "vitest";
import { dayFromNumber, dayNumber } from "./day.ts";
import { monthsOf, positionIn, ticksOf, windowOf } from "./scale.ts";

const days = (earliest: string, latest: string) => {
  const { from, to } = windowOf(earliest, latest);
  return [dayFromNumber(from), dayFromNumber(to)];
};

describe("the window", () => {
  test("reaches four weeks beyond both ends, snapped outwards to months", () => {
    expect(days("2023-07-12", "2025-11-30")).toEqual(["2023-06-01", "2026-01-01"]);
    expect(days("2023-07-29", "2025-11-02")).toEqual(["2023-07-01", "2025-12-01"]);
  });

  test("places its first day at 0, its end at 100, and days outside on the edge", () => {
    const window = windowOf("2024-02-10", "2024-03-01");
    expect(positionIn(window, window.from)).toBe(0);
    expect(positionIn(window, window.to)).toBe(100);
    expect(positionIn(window, dayNumber("1991-08-24"))).toBe(0);
    expect(positionIn(window, dayNumber("2099-01-01"))).toBe(100);
  });

  test("is filled by its months", () => {
    const months = monthsOf(windowOf("2023-07-12", "2025-11-30"));
    expect(months).toHaveLength(31);
    expect(months.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100);
  });
});

describe("ticks", () => {
  const labels = (earliest: string, latest: string) =>
    ticksOf(windowOf(earliest, latest)).map(({ label, suffix }) => (suffix ? `${label} ${suffix}` : label));

  test("stand monthly over up to 18 months", () => {
    expect(labels("2024-03-05", "2024-06-20")).toEqual(["Feb 2024", "Mar", "Apr", "May", "Jun", "Jul"]);
  });

  test("stand quarterly over up to five years", () => {
    expect(labels("2023-07-12", "2024-11-30")).toEqual(["Jul 2023", "Oct", "2024", "Apr", "Jul", "Oct"]);
  });

  test("stand yearly over up to 15 years, else every five", () => {
    expect(labels("2014-03-01", "2024-05-01").slice(0, 3)).toEqual(["2015", "2016", "2017"]);
    expect(labels("1991-08-24", "2024-05-01")).toEqual(["1995", "2000", "2005", "2010", "2015", "2020"]);
  });

  test("are never closer than a label, on a desk or on a phone", () => {
    for (const first of ["2024-01-01", "2023-07-12", "2015-01-01", "1991-08-24", "1648-10-24"]) {
      const ticks = ticksOf(windowOf(first, "2026-11-23"));
      const gaps = (width: number, xs: number[]) =>
        xs.slice(1).map((x, i) => ((x - (xs[i] ?? 0)) * width) / 100);
      for (const gap of gaps(
        952,
        ticks.map(({ x }) => x),
      ))
        expect(gap).toBeGreaterThan(46);
      for (const gap of gaps(
        250,
        ticks.filter(({ narrow }) => narrow).map(({ x }) => x),
      ))
        expect(gap).toBeGreaterThan(44);
    }
  });
});

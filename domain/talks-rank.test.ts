import { describe, expect, test } from "vitest";
import { layoutDots, rankTalks } from "./talks-rank.ts";

const lengths = (...days: number[]) =>
  days.map((count, index) => ({ slug: `a-${index}`, name: `Country ${index}`, days: count, exact: true }));

describe("the rank", () => {
  test("is counted from the nearer end and told in a sentence", () => {
    expect(rankTalks(lengths(57, 10, 100, 200, 300), "a-0")).toMatchObject({
      of: 5,
      median: 100,
      title: "Talks were shorter than most",
      sentence:
        "Days from the start of talks to signature, 5 agreements. Country 0 took 57 days, the 2nd shortest; the median is 100.",
    });
    expect(rankTalks(lengths(10, 20, 30, 40), "a-3")).toMatchObject({
      median: 25,
      title: "Talks were longer than most",
      sentence: expect.stringContaining("40 days, the longest;"),
    });
  });

  test("shares a place where lengths are equal", () => {
    expect(rankTalks(lengths(10, 10, 30, 40), "a-1")?.sentence).toContain("the joint shortest;");
    expect(rankTalks(lengths(20, 20, 20), "a-1")?.title).toBe("Talks took about as long as others");
  });

  test("says about where a day is not known", () => {
    const [first, ...rest] = lengths(1, 5, 9);
    if (!first) throw new Error("no first length");
    expect(rankTalks([{ ...first, exact: false }, ...rest], "a-0")?.sentence).toContain(
      "took about 1 day, the shortest",
    );
  });

  test("counts in the teens take th", () => {
    const many = lengths(...Array.from({ length: 40 }, (_, index) => index));
    expect(rankTalks(many, "a-11")?.sentence).toContain("12th shortest");
    expect(rankTalks(many, "a-2")?.sentence).toContain("3rd shortest");
  });

  test("is missing where talks were not measured or there is nothing to compare with", () => {
    expect(rankTalks(lengths(1, 2, 3), "other")).toBeNull();
    expect(rankTalks(lengths(1, 2), "a-0")).toBeNull();
  });
});

describe("the strip", () => {
  test("never lays two dots of a level over one another, and keeps them inside", () => {
    const { dots, levels } = layoutDots(lengths(0, 0, 1, 2, 50, 51, 52, 100, 100, 100), 3);
    for (const level of Array.from({ length: levels }, (_, index) => index)) {
      const xs = dots.filter((dot) => dot.level === level).map(({ x }) => x);
      const gaps = xs.slice(1).map((x, index) => x - (xs[index] ?? 0));
      expect(Math.min(3, ...gaps)).toBe(3);
    }
    expect(Math.min(...dots.map(({ x }) => x))).toBe(1.5);
    expect(Math.max(...dots.map(({ x }) => x))).toBe(98.5);
  });

  test("has a few round ticks from zero, whatever the length", () => {
    expect(layoutDots(lengths(3, 315), 3).ticks.map(({ days }) => days)).toEqual([0, 100, 200, 300]);
    expect(layoutDots(lengths(0, 0, 0), 3).ticks.map(({ days }) => days)).toEqual([0, 1]);
    expect(layoutDots(lengths(3650), 3).ticks.length).toBeLessThanOrEqual(5);
  });
});

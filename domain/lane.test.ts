import { describe, expect, test } from "vitest";
import { dayNumber } from "./day.ts";
import { type LaneInput, layoutLane, stepOn } from "./lane.ts";
import { expectedOf, stepsOf } from "./lane-steps.ts";
import { positionIn, windowOf } from "./scale.ts";
import type { StageCode } from "./stage.ts";

const window = windowOf("2023-07-12", "2025-11-30");
const x = (day: string) => positionIn(window, dayNumber(day));

/** A path written as `[stage, first day, last possible first day]`. */
const path = (...steps: [StageCode, string, string?][]) =>
  stepsOf(steps.map(([stage, from, fromLatest = from]) => ({ stage, from, fromLatest })));

const luxembourg = path(
  ["proposed", "2023-08-01", "2023-08-31"],
  ["negotiating", "2024-05-14"],
  ["signed", "2024-07-10"],
  ["consenting", "2024-07-10"],
);

const layout = (steps: LaneInput["steps"], on: string, more: Partial<LaneInput> = {}) =>
  layoutLane({
    steps,
    expected: [],
    window,
    on: dayNumber(on),
    until: dayNumber("2025-11-30"),
    ghosts: true,
    ...more,
  });

const solid = <T extends { ghost: boolean }>(drawn: readonly T[]) => drawn.filter(({ ghost }) => !ghost);
const ghosts = <T extends { ghost: boolean }>(drawn: readonly T[]) => drawn.filter(({ ghost }) => ghost);

describe("marks", () => {
  test("two events on one day draw one mark, the earlier stage's", () => {
    const { marks, segments } = layout(luxembourg, "2025-01-01");
    expect(marks.map(({ drawing }) => drawing)).toEqual(["announced", "talks", "signed"]);
    expect(segments.map(({ drawing }) => drawing)).not.toContain("signed");
  });

  test("a date known to the month sits in its middle", () => {
    expect(solid(layout(luxembourg, "2024-01-01").marks)[0]?.x).toBe(x("2023-08-16"));
  });

  test("nothing solid lies right of the as-of line, whatever the day", () => {
    const steps = path(
      ["proposed", "2023-01-01", "2023-12-31"],
      ["negotiating", "2024-02-01", "2024-02-29"],
      ["in-force", "2024-03-01", "2024-12-31"],
    );
    for (let on = window.from; on < window.to; on += 1) {
      const drawn = layoutLane({ steps, expected: [], window, on, until: window.to, ghosts: true });
      for (const mark of solid(drawn.marks)) expect(mark.x).toBeLessThanOrEqual(positionIn(window, on));
      for (const segment of solid(drawn.segments))
        expect(segment.end).toBeLessThanOrEqual(positionIn(window, on));
    }
  });
});

describe("segments", () => {
  test("the open one ends on the as-of line", () => {
    for (const on of ["2023-09-02", "2024-05-20", "2024-07-10", "2025-11-30"]) {
      expect(solid(layout(luxembourg, on).segments).at(-1)?.end).toBe(x(on));
    }
  });

  test("one that began in a known month fades in across it", () => {
    const steps = path(["proposed", "2023-07-25"], ["negotiating", "2024-02-01", "2024-02-29"]);
    const talks = layout(steps, "2024-05-14").segments.find(
      ({ drawing, ghost }) => drawing === "talks" && !ghost,
    );
    expect(talks).toMatchObject({ start: x("2024-02-01"), soft: x("2024-02-29"), end: x("2024-05-14") });
    const announced = solid(layout(steps, "2024-05-14").segments)[0];
    expect(announced?.end).toBe(x("2024-02-15"));
  });

  test("a hold keeps the stage under it, dashed", () => {
    const steps = path(["proposed", "2023-08-15"], ["text-agreed", "2024-10-25"], ["paused", "2024-12-15"]);
    const drawn = layout(steps, "2025-06-01");
    expect(solid(drawn.segments).at(-1)).toMatchObject({
      drawing: "agreed",
      held: true,
      start: x("2024-12-15"),
    });
    expect(drawn.marks.at(-1)?.drawing).toBe("hold");
  });

  test("nothing follows an end", () => {
    const drawn = layout(path(["signed", "2024-01-12"], ["ended", "2024-09-01"]), "2025-01-01");
    expect(drawn.segments).toHaveLength(1);
    expect(drawn.segments[0]?.end).toBe(x("2024-09-01"));
    expect(drawn.marks.at(-1)?.drawing).toBe("ended");
  });
});

describe("ghosts", () => {
  test("run from the as-of line through what came later to the last day of the record", () => {
    const drawn = layout(luxembourg, "2024-05-20");
    expect(ghosts(drawn.segments).map(({ drawing }) => drawing)).toEqual(["talks", "ratifying"]);
    expect(ghosts(drawn.segments)[0]?.start).toBe(x("2024-05-20"));
    expect(ghosts(drawn.segments).at(-1)?.end).toBe(x("2025-11-30"));
    expect(ghosts(drawn.marks).map(({ drawing }) => drawing)).toEqual(["signed"]);
  });

  test("are absent when they are off, and on the last day", () => {
    expect(ghosts(layout(luxembourg, "2024-05-20", { ghosts: false }).segments)).toEqual([]);
    expect(ghosts(layout(luxembourg, "2024-05-20", { ghosts: false }).marks)).toEqual([]);
    expect(ghosts(layout(luxembourg, "2025-11-30").segments)).toEqual([]);
  });

  test("show an expected act only while it was expected", () => {
    const expected = expectedOf([
      { kind: "signed", date: "2024-05-13/2024-05-19", from: "2024-05-14", to: "2024-05-27" },
      { kind: "signed", date: "2024-05-14/..", from: "2024-05-14", to: null },
      { kind: "meeting", date: "2024-06-01", from: "2024-05-14", to: null },
    ]);
    const marks = (on: string) =>
      layout(path(["negotiating", "2024-01-15"]), on, { expected }).marks.filter((mark) => mark.expected);
    expect(marks("2024-05-13")).toEqual([]);
    expect(marks("2024-05-14")).toEqual([
      { drawing: "signed", x: x("2024-05-16"), ghost: true, expected: true },
    ]);
    expect(marks("2024-05-27")).toEqual([]);
  });
});

test("the step on a day is the last that may have begun", () => {
  const on = (day: string) => stepOn(luxembourg, dayNumber(day));
  expect([on("2023-07-31"), on("2023-08-01"), on("2024-05-13"), on("2024-05-14"), on("2024-07-10")]).toEqual([
    -1, 0, 0, 1, 3,
  ]);
});

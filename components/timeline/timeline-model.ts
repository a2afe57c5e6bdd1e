/** What crosses to the browser: numbers in short rows, so that a drag repaints without asking the server. */
import { dayNumber } from "#domain/day.ts";
import { expectedOf } from "#domain/lane-steps.ts";
import { monthsOf, positionIn, type Tick, type TimeWindow, ticksOf, windowOf } from "#domain/scale.ts";
import { type Drawing, type StageCode, stages } from "#domain/stage.ts";
import { flagSource } from "../flag-source.ts";
import { drawingCodes } from "../stage-drawing.ts";
import type { TimelineData, TimelineLane, TimelineMoment, TimelineStage } from "./timeline-data.ts";

interface ModelLane extends Pick<TimelineLane, "slug" | "name" | "flagCode" | "href" | "sentence"> {
  flag: string | null;
  /** Earliest day, latest day and index in `stages`, for each step. */
  steps: number[];
  /** Day, from, to and index in `drawingCodes`, for each expected act. */
  expected: number[];
}

export interface TimelineModel
  extends Pick<TimelineData, "label" | "ghosts" | "address" | "allHref" | "part"> {
  lanes: ModelLane[];
  /** The steps of lanes that are counted and not drawn. */
  others: number[][];
  stages: { code: StageCode; label: string; drawing: Drawing }[];
  shown: number[];
  on: number;
  min: number;
  max: number;
  window: TimeWindow;
  ticks: Tick[];
  /** Months with signatures: place, width and the day of each signature. */
  months: { x: number; width: number; days: number[] }[];
  /** `wide`: its label has room on a wide screen alone. */
  moments: (TimelineMoment & { x: number; labelled: "always" | "wide" | "never" })[];
  legend: TimelineStage[];
  selected: string | null;
}

/** Pixels of a letter of a moment's label, and of the plot at its usual width and on a small screen or a sheet. */
const letter = 6.2;
const plots = { usual: 952, narrow: 540 };

/** Labels that would touch the one before, on a plot so wide, are left to the link's title. */
function labelledOn(plot: number, moments: readonly (TimelineMoment & { x: number })[]): Set<TimelineMoment> {
  let free = 0;
  return new Set(
    moments.filter(({ x, label }) => {
      const left = (x / 100) * plot;
      const width = label.length * letter + 14;
      const starts = x > 75 ? left - width : left;
      if (starts < free) return false;
      free = starts + width;
      return true;
    }),
  );
}

function placeMoments(moments: readonly TimelineMoment[], window: TimeWindow): TimelineModel["moments"] {
  const placed = [...moments]
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map((moment) => ({ ...moment, x: positionIn(window, dayNumber(moment.date)) }));
  const [usual, narrow] = [labelledOn(plots.usual, placed), labelledOn(plots.narrow, placed)];
  return placed.map((moment) => ({
    ...moment,
    labelled: usual.has(moment) ? (narrow.has(moment) ? "always" : "wide") : "never",
  }));
}

function signedMonths(days: readonly number[], window: TimeWindow): TimelineModel["months"] {
  return monthsOf(window).flatMap(({ day, x, width }, index, all) => {
    const end = all[index + 1]?.day ?? window.to;
    const inMonth = days.filter((signed) => day <= signed && signed < end);
    return inMonth.length > 0 ? [{ x, width, days: inMonth }] : [];
  });
}

export function timelineModel(data: TimelineData): TimelineModel {
  const { label, ghosts, address, allHref, part, lanes, others } = data;
  const window = windowOf(data.min, data.max);
  const all = [...lanes.map(({ periods }) => periods), ...others].flat();
  const codes = [...new Set(all.map(({ stage }) => stage))];
  const index = (code: StageCode) => codes.indexOf(code);
  const signed = all.filter(({ stage }) => stage === "signed");
  const stepsOf = (periods: TimelineLane["periods"]) =>
    periods.flatMap(({ stage, from, fromLatest }) => [dayNumber(from), dayNumber(fromLatest), index(stage)]);
  return {
    label,
    ghosts,
    address,
    allHref,
    part,
    others: others.map(stepsOf),
    lanes: lanes.map(({ slug, name, flagCode, href, sentence, periods, expectations }) => ({
      slug,
      name,
      flagCode,
      flag: flagSource(flagCode),
      href,
      sentence,
      steps: stepsOf(periods),
      expected: expectedOf(expectations).flatMap(({ day, from, to, drawing }) => [
        day,
        from,
        to,
        drawingCodes.indexOf(drawing),
      ]),
    })),
    stages: codes.map((code) => ({ code, label: stages[code].label, drawing: stages[code].drawing })),
    // A stage in the filter at which no lane ever stands keeps its place: it hides every lane, as it should.
    shown: data.shown.map(index),
    on: dayNumber(data.on),
    min: dayNumber(data.min),
    max: dayNumber(data.max),
    window,
    ticks: ticksOf(window),
    months: signedMonths(
      signed.map(({ from }) => dayNumber(from)),
      window,
    ),
    moments: placeMoments(data.moments, window),
    legend: data.legend.filter(
      ({ drawing }) => drawing !== "ended" || codes.some((code) => stages[code].drawing === "ended"),
    ),
    selected: data.selected ?? null,
  };
}

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

export interface TimelineModel extends Pick<TimelineData, "label" | "ghosts" | "address" | "allHref"> {
  lanes: ModelLane[];
  stages: { code: StageCode; label: string; drawing: Drawing }[];
  shown: number[];
  on: number;
  min: number;
  max: number;
  window: TimeWindow;
  ticks: Tick[];
  /** Months with signatures: place, width and the day of each signature. */
  months: { x: number; width: number; days: number[] }[];
  moments: (TimelineMoment & { x: number; labelled: boolean })[];
  legend: TimelineStage[];
  selected: string | null;
}

/** Pixels of a letter of a moment's label, and of the plot at its usual width. */
const letter = 6.2;
const plot = 952;

/** Labels that would touch the one before are left to the link's title. */
function placeMoments(moments: readonly TimelineMoment[], window: TimeWindow): TimelineModel["moments"] {
  let free = 0;
  return [...moments]
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map((moment) => {
      const x = positionIn(window, dayNumber(moment.date));
      const left = (x / 100) * plot;
      const width = moment.label.length * letter + 14;
      const starts = x > 75 ? left - width : left;
      const labelled = starts >= free;
      if (labelled) free = starts + width;
      return { ...moment, x, labelled };
    });
}

function signedMonths(days: readonly number[], window: TimeWindow): TimelineModel["months"] {
  return monthsOf(window).flatMap(({ day, x, width }, index, all) => {
    const end = all[index + 1]?.day ?? window.to;
    const inMonth = days.filter((signed) => day <= signed && signed < end);
    return inMonth.length > 0 ? [{ x, width, days: inMonth }] : [];
  });
}

export function timelineModel(data: TimelineData): TimelineModel {
  const { label, ghosts, address, allHref, lanes } = data;
  const window = windowOf(data.min, data.max);
  const codes = [...new Set(lanes.flatMap(({ periods }) => periods.map(({ stage }) => stage)))];
  const index = (code: StageCode) => codes.indexOf(code);
  const signed = lanes.flatMap(({ periods }) => periods.filter(({ stage }) => stage === "signed"));
  return {
    label,
    ghosts,
    address,
    allHref,
    lanes: lanes.map(({ slug, name, flagCode, href, sentence, periods, expectations }) => ({
      slug,
      name,
      flagCode,
      flag: flagSource(flagCode),
      href,
      sentence,
      steps: periods.flatMap(({ stage, from, fromLatest }) => [
        dayNumber(from),
        dayNumber(fromLatest),
        index(stage),
      ]),
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

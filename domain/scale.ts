/** The axis of a picture in time: the days it spans, where a day lies on it, and its ticks. */
import { type Day, dayFromNumber, dayNumber, dayOf, monthNames, partsOf } from "./day.ts";

/** Days as numbers, from the first up to, not including, `to`; both are firsts of a month. */
export interface TimeWindow {
  from: number;
  to: number;
}

export interface Tick {
  /** Percent of the window. */
  x: number;
  label: string;
  /** The year of a first tick that is no January; its `label` is then a month. */
  suffix: string | null;
  /** A January, or any tick where years are all that is shown: its line is stronger. */
  year: boolean;
  /** Whether there is room for the label on a phone too. */
  narrow: boolean;
}

const margin = 28;
/** Months between ticks, finest first, and the width in pixels that a label needs. */
const tickSteps = [1, 3, 6, 12, 24, 60, 120, 240, 600];
const labelWidth = 48;

const monthOf = (day: number): number => {
  const { year, month } = partsOf(dayFromNumber(day));
  return year * 12 + month - 1;
};
const firstDayOf = (month: number): number => dayNumber(dayOf(Math.floor(month / 12), (month % 12) + 1, 1));

/** From four weeks before the earliest day to four weeks after the latest, snapped outwards to months. */
export function windowOf(earliest: Day, latest: Day): TimeWindow {
  return {
    from: firstDayOf(monthOf(dayNumber(earliest) - margin)),
    to: firstDayOf(monthOf(dayNumber(latest) + margin) + 1),
  };
}

/** Where a day lies, in percent of the window; days outside lie on its edge. */
export const positionIn = ({ from, to }: TimeWindow, day: number): number =>
  Math.min(100, Math.max(0, ((day - from) / (to - from)) * 100));

/** The months of a window, each with its first day and the share of the width that it takes. */
export function monthsOf(window: TimeWindow): { day: number; x: number; width: number }[] {
  const first = monthOf(window.from);
  return Array.from({ length: monthOf(window.to) - first }, (_, index) => {
    const day = firstDayOf(first + index);
    const x = positionIn(window, day);
    return { day, x, width: positionIn(window, firstDayOf(first + index + 1)) - x };
  });
}

/** Up to 18 months monthly, 5 years quarterly, 15 years yearly, else every five years; wider where labels would touch. */
function stepFor(months: number, width: number): number {
  const finest = months <= 18 ? 1 : months <= 60 ? 3 : months <= 180 ? 12 : 60;
  const fits = (step: number) => step >= finest && (width * step) / months >= labelWidth;
  return tickSteps.find(fits) ?? 600;
}

/** The ticks of a window for a plot of about `width` pixels; `narrow` is its width on a phone. */
export function ticksOf(window: TimeWindow, width = 952, narrow = 250): Tick[] {
  const first = monthOf(window.from);
  const count = monthOf(window.to) - first;
  const step = stepFor(count, width);
  const fits = (wider: number) => wider % step === 0 && (narrow * wider) / count >= labelWidth;
  const narrowStep = tickSteps.find(fits) ?? 600;
  const start = Math.ceil(first / step) * step;
  const startFits =
    ((Math.ceil((start + 1) / narrowStep) * narrowStep - start) * narrow) / count >= labelWidth;
  const ticks: Tick[] = [];
  for (let month = start; month < first + count; month += step) {
    const january = month % 12 === 0;
    const year = String(Math.floor(month / 12));
    ticks.push({
      x: positionIn(window, firstDayOf(month)),
      label: january ? year : (monthNames[month % 12]?.slice(0, 3) ?? ""),
      suffix: month === start && !january ? year : null,
      year: january,
      narrow: month % narrowStep === 0 || (month === start && startFits),
    });
  }
  return ticks;
}

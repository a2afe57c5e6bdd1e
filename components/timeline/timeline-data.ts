/**
 * What a page gives to the timeline: plain values, all of today's knowledge. The page filters by everything but the
 * stage and the day: those two change while one looks, so the timeline itself counts, hides and cuts.
 */
import type { Day } from "#domain/day.ts";
import type { StagePeriod } from "#domain/derivation.ts";
import type { Drawing, StageCode } from "#domain/stage.ts";
import type { Expectation } from "#domain/standing.ts";

export interface TimelineLane {
  slug: string;
  /** What the lane is called here: the partner, or both sides where they differ from lane to lane. */
  name: string;
  flagCode: string;
  href: string;
  periods: readonly Pick<StagePeriod, "stage" | "from" | "fromLatest">[];
  expectations: readonly Pick<Expectation, "kind" | "date" | "from" | "to">[];
  /** The lane in words as of `on`, for readers that listen. */
  sentence: string;
}

/** A moment of the framework above the histogram, such as a summit. */
export interface TimelineMoment {
  date: Day;
  label: string;
  href: string;
}

/** One group of stages in the legend. `href` is this page with the group put into the filter or taken out; the day is added. */
export interface TimelineStage {
  drawing: Drawing;
  href: string;
}

/** Which of many lanes are drawn, counted from 1, and the addresses of other parts of them. */
export interface TimelinePart {
  first: number;
  last: number;
  total: number;
  start: string | null;
  next: string | null;
}

export interface TimelineData {
  /** Names the picture: “Timeline of 34 agreements”. */
  label: string;
  lanes: readonly TimelineLane[];
  /** The paths of lanes that are counted with the others and drawn on another page. */
  others: readonly TimelineLane["periods"][];
  /** Null where all lanes are drawn. */
  part: TimelinePart | null;
  on: Day;
  /** The first event, and the last day of the record: today. */
  min: Day;
  max: Day;
  moments: readonly TimelineMoment[];
  legend: readonly TimelineStage[];
  /** The filter by stage; empty shows every lane. */
  shown: readonly StageCode[];
  /** This page without a filter by stage; the day is added. */
  allHref: string;
  /** Whether what came after `on` is drawn faintly. */
  ghosts: boolean;
  /** This page with every query word but `on`: where a new day is written. */
  address: string;
  /** The lane to point out. */
  selected?: string;
}

/** An address of this site as of a day; null means the default, today, which is never written. */
export function withDay(href: string, on: Day | null): string {
  const [address = "", hash] = href.split("#");
  const [path = "", query = ""] = address.split("?");
  const words = query.split("&").filter((word) => word !== "" && !word.startsWith("on="));
  if (on !== null) words.push(`on=${on}`);
  return path + (words.length > 0 ? `?${words.join("&")}` : "") + (hash === undefined ? "" : `#${hash}`);
}

/** How long talks took beside the talks of comparable agreements: rank, median, and where each dot of the strip lies. */
import { plural } from "./numbers.ts";

/** One agreement that was talked about and then signed. */
export interface TalksLength {
  slug: string;
  name: string;
  days: number;
  /** False where the start of talks or the signature is not known to the day. */
  exact: boolean;
}

export interface TalksRank {
  own: TalksLength;
  of: number;
  median: number;
  title: string;
  sentence: string;
}

function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}

const ordinal = (n: number): string => {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
};

/** `shortest`, `2nd shortest`, …, from whichever end is nearer; equal lengths share a place. */
function placeOf(own: number, sorted: readonly number[]): string {
  const shorter = sorted.filter((days) => days < own).length;
  const longer = sorted.filter((days) => days > own).length;
  const [place, word] = shorter <= longer ? [shorter + 1, "shortest"] : [longer + 1, "longest"];
  const shared = sorted.filter((days) => days === own).length > 1;
  return `${shared ? "joint " : ""}${place === 1 ? "" : `${ordinal(place)} `}${word}`;
}

/** Fewer than this and a rank says nothing. */
const fewest = 3;

/** The rank of one agreement; null when its talks were not measured, or there are too few to compare with. */
export function rankTalks(lengths: readonly TalksLength[], slug: string): TalksRank | null {
  const own = lengths.find((length) => length.slug === slug);
  if (!own || lengths.length < fewest) return null;
  const sorted = lengths.map(({ days }) => days).sort((a, b) => a - b);
  const median = medianOf(sorted);
  const shorter = sorted.filter((days) => days > own.days).length / sorted.length;
  const longer = sorted.filter((days) => days < own.days).length / sorted.length;
  const title =
    shorter > 0.5
      ? "Talks were shorter than most"
      : longer > 0.5
        ? "Talks were longer than most"
        : "Talks took about as long as others";
  const about = own.exact ? "" : "about ";
  const sentence =
    `Days from the start of talks to signature, ${plural(lengths.length, "agreement")}. ${own.name} took ${about}` +
    `${plural(own.days, "day")}, the ${placeOf(own.days, sorted)}; the median is ${Math.round(median)}.`;
  return { own, of: lengths.length, median, title, sentence };
}

export interface Dot extends TalksLength {
  /** Position in percent of the width, and level above the axis. */
  x: number;
  level: number;
}

export interface DotLayout {
  dots: Dot[];
  levels: number;
  ticks: { x: number; days: number }[];
}

const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

/** Stacks dots so that none covers another on a strip where a dot is `width` percent wide. */
export function layoutDots(lengths: readonly TalksLength[], width: number): DotLayout {
  const longest = Math.max(1, ...lengths.map(({ days }) => days));
  const step = steps.find((size) => longest / size <= 4) ?? 100_000;
  // Room for half a dot at either end.
  const scale = (days: number) => width / 2 + (days / longest) * (100 - width);
  const lastAt: number[] = [];
  const dots = [...lengths]
    .sort((a, b) => a.days - b.days || (a.slug < b.slug ? -1 : 1))
    .map((length) => {
      const x = scale(length.days);
      const free = lastAt.findIndex((last) => x - last >= width);
      const level = free === -1 ? lastAt.length : free;
      lastAt[level] = x;
      return { ...length, x, level };
    });
  const ticks = Array.from({ length: Math.floor(longest / step) + 1 }, (_, index) => ({
    x: scale(index * step),
    days: index * step,
  }));
  return { dots, levels: lastAt.length, ticks };
}

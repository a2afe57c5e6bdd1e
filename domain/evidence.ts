/** What a statement rests on: the sources that support it, and the day from which they could be read. */
import { type Day, dayInWords, endOfTime, monthNames } from "./day.ts";
import { boundsOf, type Edtf } from "./edtf.ts";
import type { Agreement, Citation, Source } from "./wire.ts";

/** Each source once, in the order of the citations. */
export const sourcesOf = (citations: readonly Citation[]): Source[] => [
  ...new Map(citations.map(({ source }) => [source.id, source])).values(),
];

const supporting = (citations: readonly Citation[]) =>
  citations.filter(({ stance }) => stance === "supports");

/** `10 July 2024`, `July 2024`, `2024`: as exact as a publication is known. */
function publishedInWords(date: Edtf): string {
  const { earliest, latest } = boundsOf(date);
  if (earliest === latest) return dayInWords(earliest, "long");
  const [year = "", month] = earliest.split("-");
  return latest.startsWith(earliest.slice(0, 7)) ? `${monthNames[Number(month) - 1]} ${year}` : year;
}

/** A warning where the stage rests on one source or on none, null where it is well founded. */
export function weakEvidence({
  stage,
  explanation,
  acts,
}: Pick<Agreement, "stage" | "explanation" | "acts">): string | null {
  if (stage.code === "unknown") return null;
  const behind = acts.filter(({ id }) => explanation.acts.includes(id)).flatMap(({ citations }) => citations);
  const [only, ...more] = sourcesOf(supporting(behind));
  if (!only) return "The current stage rests on no source.";
  if (more.length > 0) return null;
  const from = only.publishedOn === null ? "of unknown date" : `from ${publishedInWords(only.publishedOn)}`;
  return `The current stage rests on one source ${from}.`;
}

/** Whether one of the citations was surely published by the day. What has no date cannot be left out. */
export function publishedBy(citations: readonly Citation[], on: Day): boolean {
  if (citations.length === 0) return true;
  return citations.some(
    ({ source: { publishedOn } }) => publishedOn === null || boundsOf(publishedOn).latest <= on,
  );
}

/**
 * A record's commitments and conflicts have no day of their own: a commitment is there from its first publication, a
 * conflict from that of its second value.
 */
export function knowableOn<T extends Pick<Agreement, "commitments" | "conflicts">>(agreement: T, on: Day): T {
  const conflicts = agreement.conflicts.filter(
    ({ values }) =>
      values.filter(({ citations }) => publishedBy(citations, on)).length >= Math.min(2, values.length),
  );
  const commitments = agreement.commitments.filter(
    ({ period, citations }) =>
      publishedBy(citations, on) &&
      (citations.length > 0 || period === null || boundsOf(period).earliest <= on),
  );
  return { ...agreement, commitments, conflicts };
}

/** How exactly a date is known, where that is not to the day. */
export function precisionInWords(date: Edtf): string | null {
  const [from = "", to] = date.split("/");
  if (to !== undefined) return boundsOf(date).latest === endOfTime ? "no end stated" : null;
  if (/[~?%]$/.test(from)) return "approximate";
  const { earliest, latest } = boundsOf(from);
  if (earliest === latest) return null;
  if (latest.startsWith(earliest.slice(0, 7))) return "known to the month";
  return latest.startsWith(earliest.slice(0, 4)) ? "known to the year" : "known to the decade";
}

import { dayInWords, dayOfInstant } from "#domain/day.ts";

/** An instant in words, in UTC as everywhere here. */
export const Moment = ({ at }: { at: string }) => (
  <time dateTime={at}>{`${dayInWords(dayOfInstant(at))}, ${at.slice(11, 16)} UTC`}</time>
);

/** How an announced or expected act turned out, in words. */
import type { Day } from "./day.ts";
import { boundsOf } from "./edtf.ts";
import { plural } from "./numbers.ts";
import type { Expectation } from "./standing.ts";

/** `as expected`, `8 days later than expected`, `2 days earlier than expected`. */
export function slipInWords(days: number): string {
  if (days === 0) return "as expected";
  return `${plural(Math.abs(days), "day")} ${days > 0 ? "later" : "earlier"} than expected`;
}

export type Outcome = "open" | "overdue" | "met" | "overtaken";

/** What became of an expectation by the day: overtaken is one that was replaced, or that an end made moot. */
export function outcomeOn({ date, to, metBy }: Pick<Expectation, "date" | "to" | "metBy">, on: Day): Outcome {
  if (to !== null && to <= on) return metBy === null ? "overtaken" : "met";
  return boundsOf(date).latest < on ? "overdue" : "open";
}

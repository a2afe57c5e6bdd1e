/** The sentence that opens a page, made from the count and nothing else. */
import { type Day, dayInWords } from "#domain/day.ts";
import { capitalised, numberInWords } from "#domain/numbers.ts";
import { beforeSignature } from "#domain/stage.ts";
import type { Summary } from "#domain/wire.ts";

/** How many have begun and are not signed; what has not begun is no promise. */
export const waitingOf = ({ byStage }: Pick<Summary, "byStage">): number =>
  beforeSignature.reduce((sum, stage) => sum + (stage === "unknown" ? 0 : (byStage[stage] ?? 0)), 0);

interface HeadlineInput {
  summary: Pick<Summary, "signed" | "byStage">;
  /** Whether the rule counts partners, so that agreements not yet signed are another kind of number. */
  countsPartners: boolean;
  on: Day;
  today: Day;
}

/** `Thirty signed, six not yet`; `Nine signed by 14 May 2024, twenty-four not yet`. */
export function headline({ summary, countsPartners, on, today }: HeadlineInput): string {
  const waiting = waitingOf(summary);
  const by = on === today ? "" : ` by ${dayInWords(on)}`;
  if (summary.signed === 0) {
    if (waiting === 0) return `Nothing signed${by}`;
    return `None signed${by}, ${numberInWords(waiting)} under way`;
  }
  if (countsPartners) {
    const noun = summary.signed === 1 ? "partner has" : "partners have";
    return `${capitalised(numberInWords(summary.signed))} ${noun} signed${by}`;
  }
  const rest = waiting === 0 ? "" : `, ${numberInWords(waiting)} not yet`;
  return `${capitalised(numberInWords(summary.signed))} signed${by}${rest}`;
}

/** `Thirty of thirty-six agreements are signed`; of an earlier day, `were`. */
export function homeHeadline({ summary, countsPartners, on, today }: HeadlineInput): string {
  const all = Object.entries(summary.byStage).reduce((n, [stage, m]) => n + (stage === "unknown" ? 0 : m), 0);
  const past = on !== today;
  if (countsPartners || summary.signed === 0 || summary.signed > all)
    return headline({ summary, countsPartners, on, today });
  const when = past ? `By ${dayInWords(on)}, ` : "";
  const number = numberInWords(summary.signed);
  const verb = all === 1 ? (past ? "was" : "is") : past ? "were" : "are";
  return `${when}${past ? number : capitalised(number)} of ${numberInWords(all)} agreement${all === 1 ? "" : "s"} ${verb} signed`;
}

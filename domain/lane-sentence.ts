/** A lane in words, for readers that listen. */
import { windowInWords } from "./date-words.ts";
import type { Day } from "./day.ts";
import type { StagePeriod } from "./derivation.ts";
import { stages } from "./stage.ts";

type Step = Pick<StagePeriod, "stage" | "from" | "fromLatest">;

const beginning = ({ stage, from, fromLatest }: Step) =>
  `${stages[stage].label.toLowerCase()} ${windowInWords(from, fromLatest)}`;

/** `Luxembourg. Negotiating since 14 May 2024. Before: proposed 22 Aug 2023. Later: signed 10 Jul 2024.` */
export function laneSentence(name: string, periods: readonly Step[], on: Day): string {
  const now = periods.findLast(({ from }) => from <= on);
  const before = periods.filter((period) => period !== now && period.from <= on);
  const after = periods.filter((period) => period.from > on);
  const standing = now
    ? `${stages[now.stage].label} since ${windowInWords(now.from, now.fromLatest)}.`
    : "Not yet begun.";
  const list = (word: string, some: readonly Step[]) =>
    some.length > 0 ? ` ${word}: ${some.map(beginning).join("; ")}.` : "";
  return `${name}. ${standing}${list("Before", before)}${list("Later", after)}`;
}

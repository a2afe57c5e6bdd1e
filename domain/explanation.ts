/** "Why is this signed?": the rule that was applied, its legal basis and the acts that met it, in one sentence. */
import { actKinds, type Profile } from "./act.ts";
import { dateInWords, windowInWords } from "./date-words.ts";
import { stages, transitionById } from "./stage.ts";
import type { Act, Explanation, WirePeriod } from "./wire.ts";

const actInWords = ({ kind, round, date, actor }: Pick<Act, "kind" | "round" | "date" | "actor">): string => {
  const by = actor === "side1" ? "by side 1, " : actor === "side2" ? "by side 2, " : "";
  const label = actKinds[kind].label.toLowerCase();
  return `${label}${round === null ? "" : `, round ${round}`} (${by}${dateInWords(date)})`;
};

/** Explains a stage from its period and the acts of the agreement; `period` null is the stage `unknown`. */
export function explain(
  period: WirePeriod | null,
  acts: readonly Act[],
  profile: Profile | null,
): Explanation {
  if (period === null) {
    const { label, definition } = stages.unknown;
    return {
      stage: "unknown",
      label,
      sentence: definition,
      transition: null,
      rule: definition,
      law: "",
      acts: [],
    };
  }
  const transition = transitionById(period.transition);
  const { label } = stages[period.stage];
  const because = acts.filter(({ id }) => period.acts.includes(id)).map(actInWords);
  const kind = profile === null ? " The agreement's legal character is not known." : "";
  return {
    stage: period.stage,
    label,
    sentence: `${label} since ${windowInWords(period.from, period.fromLatest)}, because of: ${because.join("; ")}.${kind}`,
    transition: transition.id,
    rule: transition.definition,
    law: transition.law,
    acts: [...period.acts],
  };
}

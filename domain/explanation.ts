/** "Why is this signed?": the rule that was applied, its legal basis and the acts that met it, in one sentence. */
import type { Profile } from "./act.ts";
import { explainStage } from "./sentences.ts";
import { stages, transitionById } from "./stage.ts";
import type { Act, Explanation, WirePeriod } from "./wire.ts";

/**
 * Explains a stage from its period and the acts of the agreement; `period` null is the stage `unknown`. `sides` are the
 * names of the two sides.
 */
export function explain(
  period: WirePeriod | null,
  acts: readonly Act[],
  profile: Profile | null,
  sides?: readonly string[],
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
  const kind = profile === null ? " The agreement's legal character is not known." : "";
  return {
    stage: period.stage,
    label,
    sentence: `${explainStage(period, acts, sides)}${kind}`,
    transition: transition.id,
    rule: transition.definition,
    law: transition.law,
    acts: [...period.acts],
  };
}

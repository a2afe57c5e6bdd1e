/** Whether a change can be reverted at all, told by what it ended and began; whether it still can, the record tells. */
import { contentOf, type LoggedContent } from "./change-content.ts";
import type { Change } from "./wire.ts";

/** Single facts that a change may end or begin. */
const single = [
  "fields",
  "act",
  "commitment",
  "check",
  "citation",
] as const satisfies readonly (keyof LoggedContent)[];
export type RevertibleFact = (typeof single)[number];

export type RevertPlan = { fact: RevertibleFact } | { refusal: string };

/** What a revert of the change would be about, or a sentence that says why there is none. */
export function revertPlan({
  agreement,
  verb,
  before,
  after,
}: Pick<Change, "agreement" | "verb" | "before" | "after">): RevertPlan {
  if (agreement === null) {
    return {
      refusal: verb.startsWith("user-")
        ? "A change of users' rights is undone where users are managed."
        : "Only changes to an agreement can be reverted.",
    };
  }
  const [was, now] = [contentOf(before), contentOf(after)];
  const facts = single.filter((fact) => was[fact] !== undefined || now[fact] !== undefined);
  const [fact, another] = facts;
  if (was.acts || now.acts || fact === undefined || another !== undefined) {
    return {
      refusal:
        "This change brought a whole agreement into the record; its facts can be withdrawn one by one, or the import reverted.",
    };
  }
  if (fact === "fields" && was.fields === undefined) {
    return { refusal: "These are the first fields of the agreement; there is nothing to go back to." };
  }
  return { fact };
}

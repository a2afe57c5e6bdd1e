/** A change of the ledger as one short phrase for the desk. */
import { type ActKind, actKinds } from "#domain/act.ts";
import { verbLabel } from "#domain/change-verb.ts";
import { dateInWords } from "#domain/date-words.ts";
import { isEdtf } from "#domain/edtf.ts";
import type { Change } from "#domain/wire.ts";

/** The act in a change's value, as far as it is one. */
function actIn(value: unknown): { id: string; kind: ActKind; date: string } | null {
  const act = (value as { act?: { id?: unknown; kind?: unknown; date?: unknown } } | null)?.act;
  if (typeof act?.kind !== "string" || !Object.hasOwn(actKinds, act.kind) || typeof act.date !== "string")
    return null;
  return { id: String(act.id), kind: act.kind as ActKind, date: act.date };
}

/** The act that a change is about: the new one, or the one that was taken back. */
export const actOfChange = ({ after, before }: Pick<Change, "after" | "before">) =>
  actIn(after) ?? actIn(before);
export const actBefore = ({ before }: Pick<Change, "before">) => actIn(before);
export const actAfter = ({ after }: Pick<Change, "after">) => actIn(after);

/** `Recorded: Signed, 10 Jul 2024`; `Fields edited`. */
export function changeInWords(change: Pick<Change, "verb" | "after" | "before">): string {
  const verb = verbLabel(change.verb);
  const act = actOfChange(change);
  if (!act) return verb;
  return `${verb}: ${actKinds[act.kind].label}${isEdtf(act.date) ? `, ${dateInWords(act.date)}` : ""}`;
}

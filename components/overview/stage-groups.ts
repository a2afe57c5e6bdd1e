/** The groups of stages that the strip shows, with the filter that each one switches. */
import { type Drawing, drawings, type StageCode, stageCodes, stages } from "#domain/stage.ts";
import { type View, withView } from "#domain/view.ts";
import type { Facets } from "#domain/wire.ts";
import type { StageCell } from "../stage-strip.tsx";

/** The stages drawn alike. What has not begun stands beside the strip, not in it. */
const groupOf = (drawing: Drawing): StageCode[] =>
  stageCodes.filter((code) => code !== "unknown" && stages[code].drawing === drawing);

const hints: Record<Drawing, string> = {
  announced: "talks not begun",
  talks: "under way",
  hold: "talks paused",
  agreed: "awaiting signature",
  signed: "no later step",
  ratifying: "approval pending",
  force: "in law or practice",
  ended: "no longer pursued",
};

/** The view with a group put into the filter, or taken out when it was in. */
function toggled(view: View, drawing: Drawing): View {
  const group = groupOf(drawing);
  const rest = view.stage.filter((code) => !group.includes(code));
  const present = rest.length < view.stage.length;
  return withView(view, { stage: present ? rest : [...rest, ...group] });
}

/** One cell for each group in the order of the path; the ended ones only when there are any. */
export const stageCells = (
  counted: Facets["stage"],
  address: (view: View) => string,
  view: View,
): StageCell[] =>
  drawings
    .map((drawing) => ({
      drawing,
      count: counted.reduce(
        (sum, { value, count }) => sum + (groupOf(drawing).some((code) => code === value) ? count : 0),
        0,
      ),
      href: address(toggled(view, drawing)),
      hint: hints[drawing],
    }))
    .filter(({ drawing, count }) => drawing !== "ended" || count > 0);

export const activeGroups = ({ stage }: View): Drawing[] =>
  drawings.filter((drawing) => stage.some((code) => code !== "unknown" && stages[code].drawing === drawing));

/** How many have not begun: a stage of its own, before every other. */
export const notBegun = (counted: Facets["stage"]): number =>
  counted.find(({ value }) => value === "unknown")?.count ?? 0;

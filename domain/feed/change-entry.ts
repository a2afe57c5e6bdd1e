/** A change as an entry of a feed: what was, what is now, by whom and why, in plain lines. */
import { type CountryName, changeDiff, type DiffItem, loadedWith } from "../change-diff.ts";
import { verbLabel } from "../change-verb.ts";
import type { Change } from "../wire.ts";

const itemLine = ({ label, was, now }: DiffItem): string => {
  if (was === null) return `${label}: now ${now}`;
  return now === null ? `${label}: was ${was}` : `${label}: was ${was}; now ${now}`;
};

/** `Act corrected: Agreement on security cooperation`. */
export const changeTitle = ({ verb, title, agreement }: Change): string =>
  agreement === null ? verbLabel(verb) : `${verbLabel(verb)}: ${title ?? agreement}`;

/** Every old and new value of the change, its reason and its revision. */
export function changeLines(change: Change, countryName: CountryName): string[] {
  const loaded = loadedWith(change);
  const groups = changeDiff(change, countryName);
  const revision = change.revision === null ? [] : [`Revision ${change.revision}.`];
  const reason = change.reason ? [`Reason: ${change.reason}`] : [];
  // A whole agreement has too many values for a feed to read them all out; the page has them.
  if (loaded !== null) return [`With ${loaded}.`, ...reason, ...revision];
  const lines = groups.flatMap(({ title, items }) =>
    items.map((item) => (title === null ? itemLine(item) : `${title}: ${itemLine(item)}`)),
  );
  return [...lines, ...reason, ...revision];
}

/** A change in words: for every field and every nested thing what it was and what it is now. */
import { actKinds, profileRules } from "./act.ts";
import { amountInWords } from "./amount-words.ts";
import {
  contentOf,
  fieldNames,
  type LoggedAct,
  type LoggedCheck,
  type LoggedCitation,
  type LoggedCommitment,
  type LoggedConflict,
  type LoggedContent,
} from "./change-content.ts";
import { dateInWords } from "./date-words.ts";
import { isEdtf } from "./edtf.ts";
import { fieldLabel } from "./field-label.ts";
import { plural } from "./numbers.ts";
import { typeLabel } from "./type-label.ts";

/** One thing that changed; null where it was not there, or is not any more. */
export interface DiffItem {
  label: string;
  was: string | null;
  now: string | null;
}

/** What changed about one fact; `title` names it, and is null for the agreement itself. */
export interface DiffGroup {
  title: string | null;
  items: DiffItem[];
}

/** The name of a country by its code. */
export type CountryName = (code: string) => string;

const dated = (text: string): string => (isEdtf(text) ? dateInWords(text) : text);

const actorWords: Record<LoggedAct["actor"], string> = {
  both: "Both sides",
  side1: "Side 1",
  side2: "Side 2",
  third: "A third party",
};

/** What a citation says of its source: `Ukrinform, 14 May 2024: “quote”`. */
export function citationInWords({
  publisher,
  url,
  publishedOn,
  quote,
  stance,
  field,
}: LoggedCitation): string {
  const host = /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(url)?.[1] ?? url;
  const told = [publisher ?? host, publishedOn === null ? "undated" : dated(publishedOn)].join(", ");
  const about = field === null ? "" : `, for “${fieldLabel(field)}”`;
  return `${told}${about}${stance === "contradicts" ? ", says otherwise" : ""}${quote ? `: “${quote}”` : ""} (${url})`;
}

const participantInWords = (
  { name, office, side }: LoggedAct["participants"][number],
  nameOf: CountryName,
): string => `${name}${office ? `, ${office}` : ""}${side ? ` (${nameOf(side)})` : ""}`;

/** `Signed, 10 Jul 2024`, as the title of what changed about an act. */
export const actInWords = ({ kind, date, round }: LoggedAct): string =>
  [actKinds[kind]?.label ?? typeLabel(kind), round ? `round ${round}` : null, dated(date)]
    .filter((part) => part)
    .join(", ");

export const commitmentInWords = (commitment: LoggedCommitment): string =>
  [typeLabel(commitment.category), amountInWords(commitment)].filter((part) => part).join(", ");

/** Scalars as they read; nothing where there is nothing. */
function plain(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string" || typeof value === "number") return String(value);
  return JSON.stringify(value);
}

type Words = Readonly<Record<string, string | null>>;

/** Fields that read differently, in the order of the first object that has them. */
function itemsOf(was: Words | null, now: Words | null): DiffItem[] {
  const names = [...new Set([...Object.keys(was ?? {}), ...Object.keys(now ?? {})])];
  return names
    .map((name) => ({ label: fieldLabel(name), was: was?.[name] ?? null, now: now?.[name] ?? null }))
    .filter((item) => item.was !== item.now);
}

/** Members of a list that came or went, one item each. */
function membersOf(label: string, was: readonly string[], now: readonly string[]): DiffItem[] {
  return [
    ...was.filter((one) => !now.includes(one)).map((one) => ({ label, was: one, now: null })),
    ...now.filter((one) => !was.includes(one)).map((one) => ({ label, was: null, now: one })),
  ];
}

function actWords({ id: _id, participants: _p, citations: _c, ...act }: LoggedAct): Words {
  return {
    ...Object.fromEntries(Object.entries(act).map(([name, value]) => [name, plain(value)])),
    kind: actKinds[act.kind]?.label ?? typeLabel(act.kind),
    actor: actorWords[act.actor] ?? act.actor,
    date: dated(act.date),
    effectiveOn: act.effectiveOn === null ? null : dated(act.effectiveOn),
  };
}

function actGroup(was: LoggedAct | undefined, now: LoggedAct | undefined, nameOf: CountryName): DiffGroup[] {
  const shown = now ?? was;
  if (!shown) return [];
  const people = (act?: LoggedAct) => (act?.participants ?? []).map((one) => participantInWords(one, nameOf));
  const cited = (act?: LoggedAct) => (act?.citations ?? []).map(citationInWords);
  return [
    {
      title: actInWords(shown),
      items: [
        ...itemsOf(was ? actWords(was) : null, now ? actWords(now) : null),
        ...membersOf("Participant", people(was), people(now)),
        ...membersOf("Source", cited(was), cited(now)),
      ],
    },
  ];
}

function commitmentWords(commitment: LoggedCommitment, nameOf: CountryName): Words {
  const { id: _id, citations: _c, amount: _a, currency: _cu, qualifier: _q, unit: _u, ...rest } = commitment;
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, plain(value)])),
    by: commitment.by === null ? null : nameOf(commitment.by),
    category: typeLabel(commitment.category),
    amount: amountInWords(commitment),
    period: commitment.period === null ? null : dated(commitment.period),
  };
}

function commitmentGroup(
  was: LoggedCommitment | undefined,
  now: LoggedCommitment | undefined,
  nameOf: CountryName,
): DiffGroup[] {
  const shown = now ?? was;
  if (!shown) return [];
  const cited = (one?: LoggedCommitment) => (one?.citations ?? []).map(citationInWords);
  const words = (one?: LoggedCommitment) => (one ? commitmentWords(one, nameOf) : null);
  return [
    {
      title: `Commitment: ${commitmentInWords(shown)}`,
      items: [...itemsOf(words(was), words(now)), ...membersOf("Source", cited(was), cited(now))],
    },
  ];
}

const listNumbers = (numbers: Record<string, number> | undefined): string[] =>
  Object.entries(numbers ?? {}).map(([list, number]) => `No. ${number} on ${typeLabel(list)}`);

function fieldItems(
  was: LoggedContent["fields"],
  now: LoggedContent["fields"],
  nameOf: CountryName,
): DiffItem[] {
  const side = (fields: LoggedContent["fields"], index: number) => (fields?.sides?.[index] ?? []).map(nameOf);
  return fieldNames.flatMap((name): DiffItem[] => {
    if (name === "sides")
      return [0, 1].flatMap((index) => membersOf(`Side ${index + 1}`, side(was, index), side(now, index)));
    if (name === "tags")
      return membersOf("Tag", (was?.tags ?? []).map(typeLabel), (now?.tags ?? []).map(typeLabel));
    if (name === "listNumbers")
      return membersOf(fieldLabel(name), listNumbers(was?.listNumbers), listNumbers(now?.listNumbers));
    const words = (value: unknown) => {
      if (name === "type" && typeof value === "string") return typeLabel(value);
      if (name === "profile") return profileRules[value as keyof typeof profileRules]?.label ?? plain(value);
      return plain(value);
    };
    const item = { label: fieldLabel(name), was: words(was?.[name]), now: words(now?.[name]) };
    return item.was === item.now ? [] : [item];
  });
}

const checkInWords = ({ on, note }: LoggedCheck): string => `${dated(on)}${note ? `: ${note}` : ""}`;

const conflictInWords = ({ topic, values }: LoggedConflict): string =>
  `${topic}: ${values.map(({ value }) => value).join(" / ")}`;

const isList = <T>(list: readonly T[] | undefined): list is readonly T[] => Array.isArray(list);

/** Whole lists of facts, as an agreement that is created or loaded has them: one item each. */
function listGroups(was: LoggedContent, now: LoggedContent): DiffGroup[] {
  const list = <T>(
    title: string,
    of: (content: LoggedContent) => readonly T[] | undefined,
    words: (one: T) => string,
  ) => {
    const told = (content: LoggedContent) => {
      const found = of(content);
      return isList(found) ? found.map(words) : [];
    };
    const items = membersOf("", told(was), told(now));
    return items.length > 0 ? [{ title: `${title} (${items.length})`, items }] : [];
  };
  return [
    ...list(
      "Acts",
      ({ acts }) => acts,
      (act) => [actInWords(act), act.place, act.title].filter((part) => part).join(", "),
    ),
    ...list(
      "Commitments",
      ({ commitments }) => commitments,
      (one) => `${commitmentInWords(one)}: ${one.description}`,
    ),
    ...list("Where sources differ", ({ conflicts }) => conflicts, conflictInWords),
    ...list("Checks", ({ checks }) => checks, checkInWords),
    ...list("Sources of the fields", ({ citations }) => citations, citationInWords),
  ];
}

const told: readonly string[] = [
  "fields",
  "act",
  "commitment",
  "check",
  "citation",
  "acts",
  "commitments",
  "conflicts",
  "checks",
  "citations",
  "reverts",
  "proposal",
];

/** What this version of the product has no better words for, such as a user's role or the size of an import. */
function otherItems(was: LoggedContent, now: LoggedContent): DiffItem[] {
  const rest = (content: LoggedContent): Words =>
    Object.fromEntries(
      Object.entries(content)
        .filter(([name, value]) => !told.includes(name) || typeof value !== "object")
        .map(([name, value]) => [name, plain(value)]),
    );
  const [before, after] = [rest(was), rest(now)];
  // Whom or what the change is about stands on both sides and is no difference, but must be said.
  const about = Object.keys(after)
    .filter((name) => before[name] !== undefined && before[name] === after[name])
    .map((name) => ({ label: fieldLabel(name), was: null, now: after[name] ?? null }));
  return [...about, ...itemsOf(before, after)];
}

/** Everything that a change ended and began, in words. */
export function changeDiff(change: { before?: unknown; after?: unknown }, nameOf: CountryName): DiffGroup[] {
  const [was, now] = [contentOf(change.before), contentOf(change.after)];
  const single = (label: string, before: string | null, after: string | null): DiffItem[] =>
    before === after ? [] : [{ label, was: before, now: after }];
  const own = [
    ...fieldItems(was.fields, now.fields, nameOf),
    ...single(
      "Check",
      was.check ? checkInWords(was.check) : null,
      now.check ? checkInWords(now.check) : null,
    ),
    ...single(
      "Source",
      was.citation ? citationInWords(was.citation) : null,
      now.citation ? citationInWords(now.citation) : null,
    ),
    ...otherItems(was, now),
  ];
  return [
    ...(own.length > 0 ? [{ title: null, items: own }] : []),
    ...actGroup(was.act, now.act, nameOf),
    ...commitmentGroup(was.commitment, now.commitment, nameOf),
    ...listGroups(was, now),
  ];
}

/** What a whole agreement was loaded with: `12 acts, 3 commitments`; null for a change of single things. */
export function loadedWith({ after }: { after?: unknown }): string | null {
  const { acts, commitments, conflicts, checks } = contentOf(after);
  const parts = [
    isList(acts) ? plural(acts.length, "act") : null,
    isList(commitments) && commitments.length > 0 ? plural(commitments.length, "commitment") : null,
    isList(conflicts) && conflicts.length > 0
      ? plural(conflicts.length, "conflict between sources", "conflicts between sources")
      : null,
    isList(checks) && checks.length > 0 ? plural(checks.length, "check") : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(", ") : null;
}

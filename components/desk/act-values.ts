/** The form of an act as it is typed, and the act that it says. Everything is text, so that a draft is the form. */
import {
  type ActKind,
  type Actor,
  actKinds,
  type Certainty,
  type Ending,
  type LedgerAct,
} from "#domain/act.ts";
import { readDateInput } from "#domain/date-input.ts";
import type { Day } from "#domain/day.ts";
import { dayOfInstant } from "#domain/day.ts";
import { boundsOf } from "#domain/edtf.ts";
import { newAct } from "#domain/next-acts.ts";
import type { Act } from "#domain/wire.ts";

export interface SourceValues {
  key: string;
  url: string;
  publisher: string;
  title: string;
  publishedOn: string;
  language: string;
  quote: string;
  stance: "supports" | "contradicts";
}

export interface PersonValues {
  key: string;
  name: string;
  office: string;
  side: string;
}

export interface ActValues {
  kind: ActKind | "";
  actor: Actor | "";
  date: string;
  effectiveOn: string;
  certainty: Certainty;
  how: Ending | "";
  round: string;
  place: string;
  title: string;
  note: string;
  participants: PersonValues[];
  sources: SourceValues[];
  reason: string;
}

/** What is wrong, by the id of the field that it is about. */
export type Problems = Readonly<Record<string, string>>;

export const quoteLength = 500;

/** Acts that each side makes for itself: who did it is never assumed. */
const perSide: readonly ActKind[] = [
  "approved",
  "ratified",
  "accepted",
  "acceded",
  "notified",
  "notice",
  "refusal",
];
export const needsSide = (kind: ActKind | ""): boolean => kind !== "" && perSide.includes(kind);
/** The actor of a kind until somebody says otherwise. */
export const usualActor = (kind: ActKind | ""): Actor | "" => (needsSide(kind) ? "" : "both");

export const emptySource = (key: string): SourceValues => ({
  ...{ key, url: "", publisher: "", title: "", publishedOn: "", language: "", quote: "" },
  stance: "supports",
});

export const emptyAct = (kind: ActKind | ""): ActValues => ({
  kind,
  actor: usualActor(kind),
  ...{ date: "", effectiveOn: "", certainty: "done", how: "", round: "", place: "", title: "", note: "" },
  participants: [],
  sources: [emptySource("source-1")],
  reason: "",
});

/** Recorded citations in the form; an act without any gets an empty one. */
export function valuesOfCitations(citations: Act["citations"], name: string): SourceValues[] {
  const values = citations.map(({ source, quote, stance }, index) => ({
    key: `${name}-${index}`,
    url: source.url,
    publisher: source.publisher ?? "",
    title: source.title ?? "",
    publishedOn: source.publishedOn ?? "",
    language: source.language ?? "",
    quote: quote ?? "",
    stance,
  }));
  return values.length > 0 ? values : [emptySource(`${name}-1`)];
}

/** A recorded act in the form, to be corrected. */
export const valuesOf = (act: Act): ActValues => ({
  kind: act.kind,
  actor: act.actor,
  date: act.date,
  effectiveOn: act.effectiveOn ?? "",
  certainty: act.certainty,
  how: act.how ?? "",
  round: act.round === null ? "" : String(act.round),
  place: act.place ?? "",
  title: act.title ?? "",
  note: act.note ?? "",
  participants: act.participants.map(({ name, office, side }, index) => ({
    ...{ key: `person-${index}`, name, office: office ?? "", side: side ?? "" },
  })),
  sources: valuesOfCitations(act.citations, "cited"),
  reason: "",
});

/** The EDTF date that was typed; null for none, or for one that is not understood yet. */
export function dateOf(typed: string, today: Day): string | null {
  const reading = readDateInput(typed, today);
  return "edtf" in reading ? reading.edtf : null;
}

/** What is wrong with a typed date, in words; null when it is understood. */
export function dateProblem(typed: string, today: Day): string | null {
  const reading = readDateInput(typed, today);
  if ("edtf" in reading) return null;
  return "error" in reading ? reading.error : "Choose which of the two days is meant.";
}

function sourceProblems(source: SourceValues, today: Day): Problems {
  const { key, url, publishedOn, language, quote } = source;
  const problems: Record<string, string> = {};
  if (!/^(?:https?:\/\/\S+\.\S+|urn:\S+)$/.test(url.trim())) {
    problems[`${key}-url`] = "Write the web address of the source, beginning with https://.";
  }
  const dated = publishedOn.trim() === "" ? null : dateProblem(publishedOn, today);
  if (dated) problems[`${key}-published`] = dated;
  if (language.trim() !== "" && !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/.test(language.trim())) {
    problems[`${key}-language`] = "Write a language tag such as en, uk or fr.";
  }
  if ([...quote].length > quoteLength)
    problems[`${key}-quote`] = `A quotation may have ${quoteLength} characters.`;
  return problems;
}

const isBlank = ({ url, publisher, title, quote }: SourceValues): boolean =>
  [url, publisher, title, quote].every((text) => text.trim() === "");

/** Sources that somebody has begun to fill in. */
const given = (sources: readonly SourceValues[]): SourceValues[] =>
  sources.filter((source) => !isBlank(source));

/** What sources say wrongly, and, where one is needed, that there is none. */
export function problemsOfSources(sources: readonly SourceValues[], today: Day): Problems {
  const some = given(sources);
  if (some.length > 0) return Object.assign({}, ...some.map((source) => sourceProblems(source, today)));
  const first = sources[0]?.key ?? "source-1";
  return {
    [`${first}-url`]: "Add a source: what is recorded here needs one. Your draft is kept until then.",
  };
}

/** Everything that keeps the form from being sent. */
export function problemsOf(values: ActValues, today: Day, reasonNeeded: boolean): Problems {
  const problems: Record<string, string> = {};
  if (values.kind === "") problems["act-kind"] = "Choose what happened.";
  if (values.kind !== "" && values.actor === "") problems["act-actor"] = "Say who did it.";
  const date = dateProblem(values.date, today);
  if (date) problems["act-date"] = date;
  else if (isAhead(values, today)) {
    problems["act-certainty"] = "This day has not come yet: record it as announced or expected.";
  }
  const effect = values.effectiveOn.trim() === "" ? null : dateProblem(values.effectiveOn, today);
  if (effect) problems["act-effective"] = effect;
  if (values.round.trim() !== "" && !/^[1-9]\d{0,2}$/.test(values.round.trim())) {
    problems["act-round"] = "The round is a number from 1 on.";
  }
  for (const { key, name, office } of values.participants) {
    if (name.trim() === "" && office.trim() !== "") problems[`${key}-name`] = "Write the name.";
  }
  if (reasonNeeded && values.reason.trim() === "") problems["act-reason"] = "Say why the act is corrected.";
  return { ...problems, ...problemsOfSources(values.sources, today) };
}

/** Whether the act is said to have happened on a day that has not come. */
export function isAhead({ date, certainty }: Pick<ActValues, "date" | "certainty">, today: Day): boolean {
  const edtf = dateOf(date, today);
  return (
    edtf !== null && (certainty === "done" || certainty === "reported") && boundsOf(edtf).earliest > today
  );
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** Sources as the API takes them. */
export const citationsOf = (sources: readonly SourceValues[], today: Day) =>
  given(sources).map(({ url, publisher, title, publishedOn, language, quote, stance }) => ({
    url: url.trim(),
    publisher: orNull(publisher),
    title: orNull(title),
    publishedOn: publishedOn.trim() === "" ? null : dateOf(publishedOn, today),
    language: orNull(language),
    quote: orNull(quote),
    stance,
  }));

/** The body that the API takes. The form must have no problems. */
export const bodyOf = (values: ActValues, today: Day) => ({
  kind: values.kind,
  actor: values.actor,
  date: dateOf(values.date, today) ?? "",
  effectiveOn: values.effectiveOn.trim() === "" ? null : dateOf(values.effectiveOn, today),
  certainty: values.certainty,
  how: values.kind === "ended" ? orNull(values.how) : null,
  round: values.round.trim() === "" ? null : Number(values.round),
  place: orNull(values.place),
  title: orNull(values.title),
  note: orNull(values.note),
  participants: values.participants
    .filter(({ name }) => name.trim() !== "")
    .map(({ name, office, side }) => ({ name: name.trim(), office: orNull(office), side: orNull(side) })),
  citations: citationsOf(values.sources, today),
  reason: orNull(values.reason),
});
export type ActBody = ReturnType<typeof bodyOf>;

/** The typed act for the derivation of the lane; null until it says what and when. */
export function trialOf(values: ActValues, today: Day): LedgerAct | null {
  const date = dateOf(values.date, today);
  if (values.kind === "" || date === null) return null;
  return {
    id: newAct,
    kind: values.kind,
    actor: values.actor === "" ? "side1" : values.actor,
    date,
    effectiveOn: values.effectiveOn.trim() === "" ? null : dateOf(values.effectiveOn, today),
    certainty: values.certainty,
    statedOn: today,
  };
}

/** Recorded acts for the derivation. Only the derivation of expectations asks when an act was stated. */
export const ledgerOf = (acts: readonly Act[]): LedgerAct[] =>
  acts.map(({ id, kind, actor, date, effectiveOn, certainty, recordedAt }) => ({
    ...{ id, kind, actor, date, effectiveOn, certainty },
    statedOn: dayOfInstant(recordedAt),
  }));

/** Whether anything was typed or chosen beyond the empty form. */
export const isTouched = (values: ActValues, pristine: ActValues): boolean => {
  const bare = ({ kind: _kind, actor: _actor, ...rest }: ActValues) => JSON.stringify(rest);
  return bare(values) !== bare(pristine);
};

export const kindLabel = (kind: ActKind | ""): string => (kind === "" ? "Act" : actKinds[kind].label);

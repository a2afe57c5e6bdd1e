/** Generated sentences about where an agreement stands, in full words, for reading and for listening. */
import { type ActKind, type Actor, actKinds } from "./act.ts";
import { type Day, dayInWords, daysInMonth, monthNames, partsOf } from "./day.ts";
import type { Edtf } from "./edtf.ts";
import { boundsOf } from "./edtf.ts";
import { stages, transitionById } from "./stage.ts";
import type { Row, WirePeriod } from "./wire.ts";

/** `a`, `a and b`, `a, b and c`. */
export function listInWords(items: readonly string[], joint = "and"): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${joint} ${last}`;
}

/** `1 day`, `57 days`, `about 9 months`, `about 3 years`. */
export function daysInWords(days: number): string {
  if (Math.abs(days) < 120) return `${days} ${Math.abs(days) === 1 ? "day" : "days"}`;
  const months = Math.round(days / 30.4369);
  return months < 24 ? `about ${months} months` : `about ${Math.round(months / 12)} years`;
}

/** A window of days with the word that leads to it: `on 10 July 2024`, `about August 2023`, `in 2023`. */
function momentInWords(earliest: Day, latest: Day, on: "on " | "" = "on "): string {
  if (earliest === latest) return `${on}${dayInWords(earliest, "long")}`;
  const [from, to] = [partsOf(earliest), partsOf(latest)];
  if (to.year === 9999) return `after ${dayInWords(earliest, "long")}`;
  const wholeMonth =
    from.day === 1 && latest === `${earliest.slice(0, 8)}${daysInMonth(from.year, from.month)}`;
  if (wholeMonth) return `about ${monthNames[from.month - 1]} ${from.year}`;
  if (latest === `${earliest.slice(0, 4)}-12-31` && earliest.endsWith("-01-01")) return `in ${from.year}`;
  return `between ${dayInWords(earliest, "long")} and ${dayInWords(latest, "long")}`;
}

/** The same for what lasts: `since 14 May 2024`, `since about August 2023`, `since 2023`. */
function sinceInWords(earliest: Day, latest: Day): string {
  if (partsOf(latest).year === 9999) return `since ${dayInWords(earliest, "long")} or later`;
  return `since ${momentInWords(earliest, latest, "")
    .replace(/^in /, "")
    .replace(/^between /, "a day between ")}`;
}

type Standing = Pick<Row, "stage" | "signedOn" | "place">;

/** How each stage is told; stages that last are told since when, the others on which day. */
const lasting: Partial<Record<Row["stage"]["code"], string>> = {
  negotiating: "negotiating",
  paused: "on hold",
  consenting: "on the way to force",
  "in-force": "in force",
  "in-effect": "in effect",
  "not-pursued": "not pursued",
};

/** `Signed on 10 July 2024 in Washington.`; `Signed on 16 February 2024 in Berlin; in effect since that day.` */
export function stageSentence({ stage, signedOn, place }: Standing): string {
  if (stage.since === null) return stages[stage.code].definition;
  const latest = stage.sinceLatest ?? stage.since;
  const where = place === null ? "" : ` in ${place}`;
  if (stage.code === "signed") return `Signed ${momentInWords(stage.since, latest)}${where}.`;
  const word = lasting[stage.code];
  const now = word
    ? `${word} ${stage.since === latest && stage.since === signedOn ? "since that day" : sinceInWords(stage.since, latest)}`
    : `${stages[stage.code].label.toLowerCase()} ${momentInWords(stage.since, latest)}`;
  const told = signedOn === null ? now : `signed on ${dayInWords(signedOn, "long")}${where}; ${now}`;
  return `${told.slice(0, 1).toUpperCase()}${told.slice(1)}.`;
}

/** What happened, for every kind of act that moves the stage. */
const happenings: Partial<Record<ActKind, string>> = {
  proposed: "it was proposed",
  consultations: "consultations were held",
  talks: "talks were held",
  resumed: "the work was resumed",
  paused: "the work was put on hold",
  reopened: "the text was reopened",
  "text-agreed": "the text was agreed",
  initialled: "the text was initialled",
  signed: "it was signed",
  ratified: "it was ratified",
  accepted: "it was accepted",
  acceded: "it was acceded to",
  notified: "notice was given",
  "in-force": "it entered into force",
  "in-effect": "it took effect",
  ended: "it ended",
  discontinued: "the work on it was broken off",
  "not-pursued": "it was let go",
};

interface ToldAct {
  id: string;
  kind: ActKind;
  actor: Actor;
  date: Edtf;
  round: number | null;
}

/** What the sides are called, in their order. */
type SideNames = readonly string[];

function detailOf({ actor, round, date }: ToldAct, sides: SideNames): string {
  const { earliest, latest } = boundsOf(date);
  const doubt = /[~?%]$/.test(date) && earliest === latest ? "about " : "";
  const by = actor === "side1" ? sides[0] : actor === "side2" ? sides[1] : undefined;
  const parts = [
    by,
    round === null ? undefined : `round ${round}`,
    doubt + momentInWords(earliest, latest, ""),
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

/** A sentence as a clause: `The first round opens it.` gives `the first round opens it`. */
const clauseOf = (sentence: string): string =>
  `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1).replace(/\.$/, "")}`;

/**
 * `Negotiating since 14 May 2024, because talks were held (round 1, 14 May 2024): the first round of talks opens the
 * negotiation (VCLT 7).`
 */
export function explainStage(
  period: Pick<WirePeriod, "stage" | "from" | "fromLatest" | "transition" | "acts">,
  acts: readonly ToldAct[],
  sides: SideNames = ["side 1", "side 2"],
): string {
  const { definition, law } = transitionById(period.transition);
  const because = period.acts.flatMap((id) => acts.find((act) => act.id === id) ?? []);
  const told = [...new Set(because.map(({ kind }) => kind))].map((kind) => {
    const details = because.filter((act) => act.kind === kind).map((act) => detailOf(act, sides));
    return `${happenings[kind] ?? actKinds[kind].label.toLowerCase()} (${details.join("; ")})`;
  });
  const reason = told.length > 0 ? `, because ${listInWords(told)}` : "";
  const when = lasting[period.stage] ? sinceInWords : momentInWords;
  return `${stages[period.stage].label} ${when(period.from, period.fromLatest)}${reason}: ${clauseOf(definition)} (${law}).`;
}

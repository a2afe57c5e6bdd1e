/** The targets of the scale work, and how far what was measured is from them. */
import type { Letter } from "./asked.ts";
import { median, percentile, ratioOf } from "./figures.ts";
import { shown, type Table } from "./markdown.ts";
import type { LoadFindings } from "./measure-load.ts";
import { payloadNames } from "./payload.ts";
import type { Measured } from "./rounds.ts";

export interface Goal {
  words: string;
  /** The bound, and on which side of it the good lies. */
  bound: number;
  is: "at least" | "at most";
  unit: string;
  /** Null where it could not be measured. */
  measured: number | null;
}

/** What was asked under this name. */
const named = (
  measured: readonly Measured[],
  letter: Letter,
  kind: Measured["asked"]["kind"],
  name: string,
) => measured.find(({ asked }) => asked.letter === letter && asked.kind === kind && asked.name === name);

/** How often as fast as the practical limit, asked in the same way. */
export function besideLimit(measured: readonly Measured[], one: Measured | undefined): number | null {
  const base = one && named(measured, "a", one.asked.kind, "list");
  return base ? ratioOf(one.rates, base.rates) : null;
}

/** Targets for what is asked over HTTP. */
export function goalsOfLoad({ measured }: Pick<LoadFindings, "measured">): Goal[] {
  const of = (letter: Letter, kind: Measured["asked"]["kind"], name: string) =>
    named(measured, letter, kind, name);
  const ratio = (words: string, bound: number, one: Measured | undefined): Goal => ({
    words,
    bound,
    is: "at least",
    unit: "× (a)",
    measured: besideLimit(measured, one),
  });
  const fresh = of("b", "cold", "list");
  const beside = (words: string, bound: number, name: string): Goal => {
    const peer = of("d", "cold", name);
    const measured = fresh && peer ? ratioOf(fresh.rates, peer.rates) : null;
    return { words, bound, is: "at least", unit: "× (d)", measured };
  };
  const [json, html] = [of("b", "repeat", "list"), of("c", "repeat", "list of 50 rows")];
  return [
    ratio("Repeated list, JSON", 2, json),
    ratio(
      "Repeated list, page as a browser takes it (gzip)",
      2,
      of("c", "repeat", "list of 50 rows, gzipped"),
    ),
    ratio("Repeated list, page as plain text", 2, html),
    ratio("New list, JSON", 0.5, fresh),
    beside("New list, JSON, beside Payload as generated", 20, payloadNames.asGenerated),
    beside("New list, JSON, beside Payload best tuned", 5, payloadNames.tuned),
    ratio("New list, page of 50 rows", 0.06, of("c", "cold", "list of 50 rows")),
    {
      words: "Page of 50 rows beyond its JSON, both as plain text",
      bound: 40,
      is: "at most",
      unit: "KB",
      measured: html?.bytes && json?.bytes ? (html.bytes - json.bytes) / 1000 : null,
    },
  ];
}

/** Edits by one editor after another, of both kinds together. */
export function goalsOfEdits({ edits }: Pick<LoadFindings, "edits">): Goal[] {
  const alone = edits
    .filter(({ name, writers }) => writers === 1 && /PATCH|POST/.test(name))
    .flatMap(({ ms }) => ms);
  return [
    {
      words: "An edit, the slowest of a hundred",
      bound: 25,
      is: "at most",
      unit: "ms",
      measured: percentile(alone, 0.99),
    },
  ];
}

export const goalOfImport = (measured: number | null): Goal => ({
  words: "Import",
  bound: 2000,
  is: "at least",
  unit: "agreements/s",
  measured,
});

/** “met”, or by how much it is missed. */
export function verdict({ bound, is, measured }: Pick<Goal, "bound" | "is" | "measured">): string {
  if (measured === null) return "not measured";
  const isMet = is === "at least" ? measured >= bound : measured <= bound;
  if (isMet) return "met";
  return is === "at least"
    ? `missed: ${shown((measured / bound) * 100)} % of it`
    : `missed: ${shown(measured / bound)} times it`;
}

export const goalTable = (goals: readonly Goal[]): Table => ({
  head: ["target", "bound", "measured", "verdict"],
  rows: goals.map((goal) => [
    goal.words,
    `${goal.is} ${shown(goal.bound)} ${goal.unit}`,
    goal.measured === null ? null : `${shown(goal.measured)} ${goal.unit}`,
    verdict(goal),
  ]),
});

/** Answers a second in the middle round. */
export const paceOf = ({ rates }: Pick<Measured, "rates">): number | null =>
  median(rates.filter((rate) => rate !== null));

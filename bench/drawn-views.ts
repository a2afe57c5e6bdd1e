/** Views that nobody asked for before, drawn so that none comes twice. */
import { addDays, type Day, daysBetween } from "#domain/day.ts";
import { defaultView, type View } from "#domain/view.ts";
import type { Row } from "#domain/wire.ts";
import type { Dice } from "./dice.ts";
import { subjects } from "./subjects.ts";

const firstDay: Day = "1975-01-01";
/** A prime: days that follow one another lie far apart, and none comes again before all have been. */
const stride = 7919;
/** An answer that takes a twentieth of a millisecond would be asked for so often in all rounds together. */
const many = 54_000;
const stages = ["in-force", "ended", "in-effect"] as const;

/** `count` days before `today`, all different. */
export function pastDays(today: Day, count: number): Day[] {
  const all = daysBetween(firstDay, today);
  return Array.from({ length: Math.min(count, all) }, (_, index) =>
    addDays(firstDay, (index * stride) % all),
  );
}

/** Lists of one stage up to a day of signature. */
export const newLists = (today: Day): View[] =>
  pastDays(today, many / stages.length).flatMap((signedTo) =>
    stages.map((stage) => ({ ...defaultView, stage: [stage], signedTo })),
  );

/** In an order of chance. */
export function shuffled<T>(items: readonly T[], dice: Dice): T[] {
  return items
    .map((item) => ({ item, at: dice.float() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Countries that are a side, as their codes or names. */
export const sidesOf = (rows: readonly Row[], word: "code" | "name"): string[] => [
  ...new Set(rows.flatMap(({ sides }) => sides.flat().map((side) => side[word]))),
];

/** Searches for a country and a topic, in either order. */
export function searches(rows: readonly Row[], dice: Dice): View[] {
  const topics = subjects.flatMap(({ titles }) => titles.map((title) => title.split(" ").at(-1) ?? title));
  const texts = sidesOf(rows, "name").flatMap((name) =>
    [...new Set(topics)].flatMap((topic) => [`${name} ${topic}`, `${topic} ${name}`]),
  );
  return shuffled(texts, dice).map((q) => ({ ...defaultView, q }));
}

/** Lists as known at instants of the time in which the record was written. */
export function knownThen(rows: readonly Row[], dice: Dice, count: number): View[] {
  const last = rows.reduce((latest, { changedAt }) => (changedAt > latest ? changedAt : latest), "");
  const [from, to] = [Date.parse("2026-01-02T00:00:00.000Z"), Date.parse(last)];
  const instants = Array.from({ length: count }, () => new Date(dice.whole(from, to)).toISOString());
  return [...new Set(instants)].map((known) => ({ ...defaultView, stage: ["in-force"], known }));
}

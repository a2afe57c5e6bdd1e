/** How generated agreements live: which acts follow which, after how many days, as a table for each profile. */

import type { NewAct } from "#db/commands/create-agreements.ts";
import type { ActKind, Ending, Profile } from "#domain/act.ts";
import { type Day, dayFromNumber, dayNumber } from "#domain/day.ts";
import type { Dice } from "./dice.ts";

interface Step {
  kind: ActKind;
  /** Days since the act before, from the fewest to the most. */
  after: readonly [number, number];
  /** How often it happens at all. */
  share: number;
}

const step = (kind: ActKind, fewest: number, most: number, share = 1): Step => ({
  kind,
  after: [fewest, most],
  share,
});

const before: readonly Step[] = [
  step("proposed", 0, 0, 0.4),
  step("consultations", 5, 200, 0.4),
  step("talks", 5, 300),
  step("talks", 20, 250, 0.6),
  step("meeting", 5, 120, 0.3),
  step("text-agreed", 10, 250, 0.4),
  step("initialled", 5, 120, 0.4),
  step("signed", 5, 240),
];
const after: readonly Step[] = [
  step("registered", 60, 900, 0.6),
  step("meeting", 200, 3_000, 0.5),
  step("suspended", 300, 6_000, 0.02),
  step("ended", 1_200, 14_000, 0.35),
];

interface Life {
  weight: number;
  profile: Profile | null;
  steps: readonly Step[];
}

const treaty: readonly Step[] = [
  ...before,
  step("approved", 30, 500, 0.6),
  step("ratified", 10, 400),
  step("in-force", 10, 200),
  ...after,
];

export const lives: readonly Life[] = [
  { weight: 50, profile: "treaty", steps: treaty },
  {
    weight: 28,
    profile: "definitive",
    steps: [...before, step("approved", 10, 90, 0.3), step("in-force", 0, 60), ...after],
  },
  {
    weight: 16,
    profile: "political",
    steps: [...before, step("in-effect", 0, 30, 0.9), step("meeting", 100, 700, 0.8), ...after],
  },
  { weight: 6, profile: null, steps: treaty },
];

const endings: readonly Ending[] = ["expired", "terminated", "denounced", "superseded"];
const places = ["Geneva", "Vienna", "New York", "Brussels", "Addis Ababa", "Montevideo", "Jakarta"] as const;

/** The day as sources have it: mostly whole, sometimes only its month or year. */
function written(day: Day, dice: Dice): string {
  const precision = dice.float();
  if (precision < 0.9) return day;
  return precision < 0.97 ? day.slice(0, 7) : day.slice(0, 4);
}

/** Work that is broken off ends with an act in this share of lives; in as many again nothing more is heard. */
const brokenOff = 0.05;
const silent = 0.05;

/** The acts of one life that begins on `start`, as they are known on `today`; what was still to come is expected. */
export function actsOf({ steps }: Life, start: Day, today: Day, dice: Dice): NewAct[] {
  const acts: NewAct[] = [];
  const now = dayNumber(today);
  let number = dayNumber(start);
  const stops = dice.chance(brokenOff + silent) ? dice.whole(2, 6) : Number.POSITIVE_INFINITY;
  const add = (kind: ActKind, date: string, certainty: NewAct["certainty"] = "done") =>
    acts.push({
      kind,
      date,
      certainty,
      how: kind === "ended" ? dice.pick(endings) : null,
      place: kind === "signed" && dice.chance(0.7) ? dice.pick(places) : null,
      note: null,
    });
  for (const { kind, after, share } of steps) {
    if (!dice.chance(share)) continue;
    number += dice.whole(...after);
    const day = dayFromNumber(number);
    if (number > now) {
      if (number < now + 400 && dice.chance(0.5)) add(kind, day, "expected");
      return acts;
    }
    if (acts.length >= stops) {
      if (dice.chance(brokenOff / (brokenOff + silent))) add("discontinued", written(day, dice));
      return acts;
    }
    add(kind, written(day, dice));
  }
  return acts;
}

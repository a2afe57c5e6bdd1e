/** Chance that remembers its seed: the same seed gives the same record on every machine. */
import { seeded } from "#domain/seeded.ts";

export interface Dice {
  /** From 0 up to, not including, 1. */
  float(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** True in this share of cases, from 0 to 1. */
  chance(share: number): boolean;
  /** One of the list; throws a RangeError when it is empty. */
  pick<T>(list: readonly T[]): T;
  /** One of the rows, each as often as its weight says. */
  weighted<T extends { weight: number }>(rows: readonly T[]): T;
}

/** 32 bits of state: enough for drawing a record. */
export function createDice(seed: number): Dice {
  const float = seeded(seed);
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(float() * list.length)];
    if (chosen === undefined) throw new RangeError("There is nothing to choose from.");
    return chosen;
  };
  return {
    float,
    whole: (least, most) => least + Math.floor(float() * (most - least + 1)),
    chance: (share) => float() < share,
    pick,
    weighted(rows) {
      let left = float() * rows.reduce((sum, { weight }) => sum + weight, 0);
      for (const row of rows) {
        left -= row.weight;
        if (left < 0) return row;
      }
      return pick(rows);
    },
  };
}

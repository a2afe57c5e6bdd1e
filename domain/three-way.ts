/** Three versions of one thing: what both began with, what is there now, and what one wants it to be. */
import { canonicalJson } from "./canonical-json.ts";

export interface Collision<Field extends string = string> {
  field: Field;
  base: unknown;
  theirs: unknown;
  yours: unknown;
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/**
 * Takes every field from whoever changed it. Where both changed it, and not to the same, it is a collision, and `merged`
 * holds theirs until somebody chooses.
 */
export function mergeThree<T extends object>(
  base: T,
  theirs: T,
  yours: T,
): { merged: T; collisions: Collision<Extract<keyof T, string>>[] } {
  const merged = { ...theirs };
  const collisions: Collision<Extract<keyof T, string>>[] = [];
  for (const field of Object.keys(yours) as Extract<keyof T, string>[]) {
    if (same(base[field], yours[field]) || same(theirs[field], yours[field])) continue;
    if (same(base[field], theirs[field])) merged[field] = yours[field];
    else collisions.push({ field, base: base[field], theirs: theirs[field], yours: yours[field] });
  }
  return { merged, collisions };
}

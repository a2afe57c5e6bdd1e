/**
 * Keeps what became of a form until the page that comes next has told it, once. So nothing that was typed and no
 * secret stands in an address, and no address can make a page say what is not so.
 */
import { randomBytes } from "node:crypto";
import type { FormOutcome } from "#components/form-outcome.ts";

const keptFor = 60_000;
const most = 1_000;

type Kept = Map<string, { outcome: FormOutcome; until: number }>;
const key = Symbol.for("accords.outcomes");
/** On `globalThis` because one process loads this module several times. */
const held = globalThis as { [key]?: Kept };

/** The path of a page that is to tell it. */
export function pageTelling(path: string, outcome: FormOutcome): string {
  held[key] ??= new Map();
  const kept = held[key];
  const now = Date.now();
  for (const [id, { until }] of kept) if (until < now || kept.size >= most) kept.delete(id);
  const id = randomBytes(16).toString("base64url");
  kept.set(id, { outcome, until: now + keptFor });
  return `${path}${path.includes("?") ? "&" : "?"}told=${id}`;
}

/** What a page has to tell, by the word `told` of its address; null when it was told or never was. */
export function takeOutcome(id: string | undefined): FormOutcome | null {
  const found = id === undefined ? undefined : held[key]?.get(id);
  if (id !== undefined) held[key]?.delete(id);
  return found && found.until >= Date.now() ? found.outcome : null;
}

/** Forms that hold everything at once, such as a picture: refused where that would be too much for any reader. */
import { countAgreements } from "#db/queries/agreements.ts";
import { DomainError } from "#domain/errors.ts";
import { grouped } from "#domain/numbers.ts";
import type { Filters } from "#domain/view.ts";
import type { Resolved } from "./view.ts";

/** Above this many agreements a line for each is no picture (ux.md, "Large views"). */
export const mostLanes = 5000;

/** Throws `rule-broken` with the guard `too-many-agreements` where the filters choose more than that. */
export async function demandFew(
  { db, clocks }: Pick<Resolved, "db" | "clocks">,
  filters: Filters,
): Promise<void> {
  const total = await countAgreements(db, filters, clocks);
  if (total <= mostLanes) return;
  const [many, most] = [total, mostLanes].map(grouped);
  throw new DomainError(
    "rule-broken",
    `These are ${many} agreements, and this form holds at most ${most}. Choose fewer by party, type, stage or framework; /agreements.json gives all of them, page by page.`,
    { guard: "too-many-agreements" },
  );
}

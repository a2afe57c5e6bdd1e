/** Agreements that may be the same as another one: the same two sides, the same type, signed at about the same time. */
import { and, eq } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import { type Day, daysBetween } from "#domain/day.ts";
import type { Database } from "../database.ts";
import { rowsOf } from "./rows.ts";
import { knownAt } from "./standing.ts";

/** Signatures further apart are of two agreements. */
const daysApart = 30;

export interface Likeness {
  sides: readonly (readonly string[])[];
  type: string;
  /** Null: not signed, or not known; then every agreement of the pair and type may be meant. */
  signedOn: Day | null;
  /** The agreement that is compared, if it is in the record already. */
  agreementId: number | null;
}

const pairOf = (sides: readonly (readonly string[])[]): string =>
  sides
    .map((side) => [...side].sort().join("+"))
    .sort()
    .join("|");

/** The rows of agreements that may be the same. */
export async function similarAgreements(db: Database, like: Likeness, clocks: Clocks) {
  const { versions } = db.tables;
  const found = await db.read
    .select({ id: versions.agreementId, sides: versions.sides })
    .from(versions)
    .where(and(eq(versions.type, like.type), knownAt(versions, clocks)));
  const pair = pairOf(like.sides);
  const ids = found.filter(({ id, sides }) => id !== like.agreementId && pairOf(sides) === pair);
  const rows = await rowsOf(
    db,
    ids.map(({ id }) => id),
    clocks,
  );
  return rows.filter(
    ({ signedOn }) =>
      like.signedOn === null ||
      signedOn === null ||
      Math.abs(daysBetween(like.signedOn, signedOn)) <= daysApart,
  );
}

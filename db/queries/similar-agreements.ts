/** Agreements that may be the same as another one: the same two sides, the same type, signed at about the same time. */
import { and, eq } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import { type Day, daysBetween } from "#domain/day.ts";
import { pairKey } from "#domain/pair.ts";
import type { Reading } from "../database.ts";
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

/** The rows of agreements that may be the same. */
export async function similarAgreements(db: Reading, like: Likeness, clocks: Clocks) {
  const { versions } = db.tables;
  const found = await db.read
    .select({ id: versions.agreementId, sides: versions.sides })
    .from(versions)
    .where(and(eq(versions.type, like.type), knownAt(versions, clocks)));
  const pair = pairKey(like.sides);
  const ids = found.filter(({ id, sides }) => id !== like.agreementId && pairKey(sides) === pair);
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

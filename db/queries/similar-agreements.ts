/** Agreements that may be the same as another one: the same two sides, the same type, signed at about the same time. */
import type { Clocks } from "#domain/clocks.ts";
import { type Day, daysBetween } from "#domain/day.ts";
import { pairKey } from "#domain/pair.ts";
import type { Row } from "#domain/wire.ts";
import { none } from "../columns/columns.ts";
import { standingAt } from "../columns/held.ts";
import type { Database } from "../database.ts";
import { rowsAt } from "./rows.ts";

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
export async function similarAgreements(db: Database, like: Likeness, clocks: Clocks): Promise<Row[]> {
  const { columns, slice } = await standingAt(db, clocks);
  const { versions, pairs, types, placeOf } = columns;
  const pair = pairs.positionOf.get(pairKey(like.sides));
  const type = types.positionOf.get(like.type);
  const itself = placeOf.get(like.agreementId ?? none);
  const places: number[] = [];
  for (let place = 0; place < slice.size; place++) {
    const version = slice.version[place] ?? none;
    const isAlike = versions.pair.values[version] === pair && versions.type.values[version] === type;
    if (version !== none && isAlike && place !== itself) places.push(place);
  }
  return rowsAt({ columns, slice }, places).filter(
    ({ signedOn }) =>
      like.signedOn === null ||
      signedOn === null ||
      Math.abs(daysBetween(like.signedOn, signedOn)) <= daysApart,
  );
}

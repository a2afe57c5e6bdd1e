/**
 * When the states that came out of another, or went into one, were there. A treaty of 1966 between Czechia and
 * Mongolia was none of Czechia's: such a row is refused with the state of that day, unless a person has chosen.
 */
import codes from "#data/party-codes.json" with { type: "json" };
import type { Bounds } from "../edtf.ts";
import type { NamedCountry } from "./party-names.ts";

interface Beginning {
  code: string;
  /** Its first day. */
  on: string;
  /** The state that it was part of before. */
  before: string | null;
  /** Since when it was; null: for all time that lists speak of. */
  partOfFrom: string | null;
}

const beginnings: ReadonlyMap<string, Beginning> = new Map(codes.began.map((began) => [began.code, began]));

/** ISO 3166-1 alpha-3 codes, and those of former states and common use, with the code of the record. */
export const alpha3: Readonly<Record<string, string>> = codes.alpha3;

/** Why the country cannot have acted within these days, in a sentence; null when it may have. */
export function absenceOf(
  country: NamedCountry,
  days: Bounds,
  nameOf: (code: string) => string,
): string | null {
  const { code, name, until } = country;
  if (until !== null && days.earliest > until) return `${name} ended on ${until}, before this date.`;
  const began = beginnings.get(code);
  if (!began || days.latest >= began.on) return null;
  if (began.partOfFrom !== null && days.earliest < began.partOfFrom) return null;
  const before =
    began.before === null ? "" : `; before that it was ${nameOf(began.before)} (${began.before})`;
  return `${name} began on ${began.on}${before}. Choose which country is meant.`;
}

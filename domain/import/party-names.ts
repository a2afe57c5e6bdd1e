/**
 * Which country a name in a list means: names in every language of the record, official and common variants, names
 * turned about ("Korea, Republic of"), and ISO 3166 codes. A name is matched whole or not at all; what is not matched
 * comes back with near names for a person to choose from.
 */
import { suggestCountry } from "../suggestion.ts";

/** What matching needs to know of a country. */
export interface NamedCountry {
  code: string;
  name: string;
  officialName: string | null;
  names: Record<string, string>;
  aliases: readonly string[];
  until: string | null;
}

export interface PartyIndex {
  byName: ReadonlyMap<string, ReadonlySet<string>>;
  byCode: ReadonlyMap<string, string>;
  countries: ReadonlyMap<string, NamedCountry>;
}

/** What people leave out, add or shorten in the name of a country without meaning another one. */
const shortened: Record<string, string> = {
  st: "saint",
  rep: "republic",
  dem: "democratic",
  fed: "federated",
  sts: "states",
};
const dropped = new Set(["the", "of", "government"]);

/** The letters by which a name is compared. */
function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}|['’ʼ`]/gu, "")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/\bu\.s\.s\.r\b/g, "ussr")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !dropped.has(word))
    .map((word) => shortened[word] ?? word)
    .join("");
}

/** `Korea, Republic of` and `Korea (Republic of)` as `Republic of Korea`; the name itself where it is not turned about. */
function turned(name: string): string {
  const match = /^([^,(]+?)\s*(?:,\s*([^,]+)|\(([^()]+)\))$/.exec(name);
  return match ? `${match[2] ?? match[3]} ${match[1]}` : name;
}

/** The index of all countries; `alpha3` are codes of three letters with their countries. */
export function indexParties(
  countries: readonly NamedCountry[],
  alpha3: Readonly<Record<string, string>>,
): PartyIndex {
  const byName = new Map<string, Set<string>>();
  const known = new Map(countries.map((country) => [country.code, country]));
  for (const { code, name, officialName, names, aliases } of countries) {
    for (const text of [name, officialName ?? name, ...Object.values(names), ...aliases]) {
      const key = nameKey(text);
      byName.set(key, (byName.get(key) ?? new Set()).add(code));
    }
  }
  const codes = [...countries.map(({ code }) => [code, code] as const), ...Object.entries(alpha3)];
  return { byName, byCode: new Map(codes.filter(([, code]) => known.has(code))), countries: known };
}

/** The countries that a text may mean: one, several, or none. Codes count in capitals only: “no” is no Norway. */
export function matchParty({ byName, byCode }: PartyIndex, text: string): string[] {
  const name = text.trim();
  const code = byCode.get(name);
  const named = byName.get(nameKey(name)) ?? byName.get(nameKey(turned(name))) ?? [];
  return [...new Set([...(code === undefined ? [] : [code]), ...named])];
}

/** Names in a cell: `codes` in the order of the cell, or the names that are not matched. */
export type PartiesReading = { codes: string[] } | { unmatched: string[] };

const strong = /[;|\n\r]+/;
/** What parts names only where every part is a name: commas and “and” are in names too. */
const weak = [/\s*,\s*/, /\s*\/\s*/, /\s+(?:and|&)\s+|\s*,\s*(?:and\s+)?/i];

const pieces = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");

/** One of the chosen codes for each name that a person has mapped before. */
export type ChosenParties = ReadonlyMap<string, readonly string[]>;

function readOne(index: PartyIndex, text: string, chosen: ChosenParties): string[] | null {
  const mapped = chosen.get(text);
  if (mapped) return [mapped.join("|")];
  const codes = matchParty(index, text);
  return codes.length === 1 ? codes : null;
}

/**
 * The parties in a cell. A name is tried whole before it is split; a chosen name answers with its choices joined by
 * `|`, since which of them it is may depend on the date.
 */
export function readParties(
  index: PartyIndex,
  cell: string,
  chosen: ChosenParties = new Map(),
): PartiesReading {
  const codes: string[] = [];
  const unmatched: string[] = [];
  for (const name of chosen.has(cell.trim()) ? [cell.trim()] : pieces(cell, strong)) {
    const whole = readOne(index, name, chosen);
    const read =
      whole ??
      weak
        .map((by) => pieces(name, by))
        .filter((parts) => parts.length > 1)
        .map((parts) => parts.map((part) => readOne(index, part, chosen)))
        .find((parts) => parts.every((part) => part !== null))
        ?.flatMap((part) => part ?? []);
    if (read) codes.push(...read);
    else unmatched.push(name);
  }
  return unmatched.length > 0 ? { unmatched } : { codes };
}

/** Lists repeat their names; this many different ones are kept in mind. */
const mostRemembered = 5000;
const remembered = new WeakMap<PartyIndex, Map<string, string[]>>();

function suggested({ countries }: PartyIndex, text: string): string[] {
  const others = [...countries.values()].flatMap(({ code, officialName, aliases }) =>
    [...aliases, ...(officialName ? [officialName] : [])].map((alias) => [alias, code] as const),
  );
  const names = new Map([...countries].map(([code, { name }]) => [code, name]));
  return suggestCountry(text, { countries: names, aliases: new Map(others) });
}

/** At most three countries that an unmatched name may mean, in words: `GB (United Kingdom)`. */
export function nearParties(index: PartyIndex, text: string): string[] {
  const known = remembered.get(index) ?? new Map<string, string[]>();
  remembered.set(index, known);
  const before = known.get(text);
  if (before) return before;
  const ambiguous = matchParty(index, text);
  const codes = ambiguous.length > 1 ? ambiguous : suggested(index, text);
  const near = codes.map((code) => `${code} (${index.countries.get(code)?.name ?? code})`);
  if (known.size < mostRemembered) known.set(text, near);
  return near;
}

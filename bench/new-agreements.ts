/** Draws agreements one after another, as an import would hand them on; nothing is kept of those before. */
import type { NewAgreement } from "#db/commands/create-agreements.ts";
import { addDays, type Day, daysBetween } from "#domain/day.ts";
import { agreementSlug } from "#domain/slug-words.ts";
import type { Dice } from "./dice.ts";
import { actsOf, lives } from "./lives.ts";
import { frameworks, subjects } from "./subjects.ts";

export interface NamedCountry {
  code: string;
  name: string;
}

const beginning: Day = "1950-01-01";

/** A few countries conclude many agreements and many conclude few: the rank is drawn from a falling curve. */
const rankOf = (dice: Dice, countries: number): number => Math.floor(dice.float() ** 1.8 * countries);

function sidesOf(countries: readonly NamedCountry[], dice: Dice): [NamedCountry, NamedCountry] {
  const first = rankOf(dice, countries.length);
  let second = rankOf(dice, countries.length);
  if (second === first) second = (first + 1) % countries.length;
  const [a, b] = [countries[first], countries[second]];
  if (!a || !b) throw new RangeError("There are not two countries.");
  return [a, b];
}

/** The agreement of this number, counted from 0; `today` is the last day that it may know of. */
function drawAgreement(
  number: number,
  countries: readonly NamedCountry[],
  today: Day,
  dice: Dice,
): NewAgreement {
  const sides = sidesOf(countries, dice);
  const { type, titles, tags } = dice.weighted(subjects);
  const life = dice.weighted(lives);
  // There are more of them the later it is.
  const start = addDays(beginning, Math.floor(Math.sqrt(dice.float()) * daysBetween(beginning, today)));
  const acts = actsOf(life, start, today, dice);
  const year = (acts.find(({ kind }) => kind === "signed") ?? acts[0])?.date.slice(0, 4) ?? "";
  const names = sides.map(({ name }) => name);
  const address = `https://treaties.example.org/${number}`;
  return {
    slug: `${agreementSlug(names, type, year)}-${number.toString(36)}`,
    row: {
      title: `${type.endsWith("treaty") ? "Treaty" : "Agreement"} between ${names.join(" and ")} ${dice.pick(titles)}`,
      titleNote: null,
      type,
      profile: life.profile,
      framework: dice.chance(0.12) ? dice.pick(frameworks).slug : null,
      sides: [[sides[0].code], [sides[1].code]],
      tags: tags.filter(() => dice.chance(0.7)),
      acts,
      sources: dice.chance(0.15) ? [address, `${address}/notice`] : [address],
      slug: null,
      listId: null,
      revision: null,
      notes: [],
    },
  };
}

/** Agreements `from` up to, not including, `to`, in chunks of at most `chunk`. */
export function* drawAgreements(
  { from, to, chunk }: { from: number; to: number; chunk: number },
  countries: readonly NamedCountry[],
  today: Day,
  dice: Dice,
): Generator<NewAgreement[]> {
  for (let first = from; first < to; first += chunk)
    yield Array.from({ length: Math.min(chunk, to - first) }, (_, index) =>
      drawAgreement(first + index, countries, today, dice),
    );
}

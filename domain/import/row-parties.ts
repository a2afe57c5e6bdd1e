/** Who the two sides of a row are. */
import { type Bounds, boundsOf } from "../edtf.ts";
import type { Columns } from "./columns.ts";
import { type ChosenParties, nearParties, type PartyIndex, readParties } from "./party-names.ts";
import type { FileRow, Reason } from "./row.ts";
import { absenceOf } from "./state-life.ts";

/** Larger than any side of an agreement between two: the EU with all its members has 28. */
export const mostOnSide = 40;

type Sides = [string[], string[]];
type SidesReading = { sides: Sides } | { reasons: Reason[] };

const refuse = (column: string, message: string): SidesReading => ({ reasons: [{ column, message }] });

export interface PartyKnowledge {
  index: PartyIndex;
  chosen: ChosenParties;
}

function unmatchedReasons(column: string, names: readonly string[], { index }: PartyKnowledge): Reason[] {
  return names.slice(0, 10).map((name) => {
    const short = name.length > 80 ? `${name.slice(0, 80).toWellFormed()}…` : name;
    const near = nearParties(index, name);
    const help = near.length > 0 ? ` Near it: ${near.join(", ")}.` : "";
    return { column, message: `No country is called “${short}”.${help}` };
  });
}

/** Lists that name each treaty by its parties’ codes and its year, such as `ESP-GBR_1351A`, or NA for none. */
const codedId = /^([A-Z]{3})-([A-Z]{3})_(?:\d{4}|NA)/;

function sidesOfId(id: string, column: string, knowledge: PartyKnowledge): SidesReading {
  const match = codedId.exec(id);
  if (!match)
    return refuse(
      column,
      `No column names the parties, and “${id.slice(0, 60)}” does not hold two country codes.`,
    );
  const readings = [match[1] ?? "", match[2] ?? ""].map((code) =>
    readParties(knowledge.index, code, knowledge.chosen),
  );
  const unmatched = readings.flatMap((reading) => ("unmatched" in reading ? reading.unmatched : []));
  if (unmatched.length > 0) return { reasons: unmatchedReasons(column, unmatched, knowledge) };
  const [one, two] = readings.map((reading) => ("codes" in reading ? reading.codes : []));
  return { sides: [one ?? [], two ?? []] };
}

function sidesOfOne(cell: string, column: string, knowledge: PartyKnowledge): SidesReading {
  const reading = readParties(knowledge.index, cell, knowledge.chosen);
  const count = "codes" in reading ? reading.codes.length : cell.split(/[;|\n]/).length;
  if (count > 2)
    return refuse(
      column,
      `${count} parties, and nothing says who stands on which side: this is no agreement between two sides.`,
    );
  if ("unmatched" in reading) return { reasons: unmatchedReasons(column, reading.unmatched, knowledge) };
  const [one, two] = reading.codes;
  if (one === undefined) return refuse(column, "The parties are missing.");
  if (two === undefined) return refuse(column, "Only one party is named.");
  return { sides: [[one], [two]] };
}

function sidesOfTwo(row: FileRow, columns: [string, string], knowledge: PartyKnowledge): SidesReading {
  const reasons: Reason[] = [];
  const sides = columns.map((column, index) => {
    const cell = row.cells[column] ?? "";
    if (cell.trim() === "") {
      reasons.push({ column, message: `Side ${index + 1} is missing.` });
      return [];
    }
    const reading = readParties(knowledge.index, cell, knowledge.chosen);
    if ("unmatched" in reading) reasons.push(...unmatchedReasons(column, reading.unmatched, knowledge));
    else if (reading.codes.length > mostOnSide)
      reasons.push({
        column,
        message: `${reading.codes.length} parties on one side: this is a multilateral agreement.`,
      });
    return "codes" in reading ? reading.codes : [];
  });
  return reasons.length > 0 ? { reasons } : { sides: sides as Sides };
}

function readSides(row: FileRow, { mapped, further }: Columns, knowledge: PartyKnowledge): SidesReading {
  const more = further.find((column) => (row.cells[column] ?? "").trim() !== "");
  if (more !== undefined)
    return refuse(more, "A third party is named: this is no agreement between two sides.");
  if (mapped.side1 !== undefined && mapped.side2 !== undefined)
    return sidesOfTwo(row, [mapped.side1, mapped.side2], knowledge);
  const one = mapped.parties ?? mapped.side1 ?? mapped.side2;
  if (one !== undefined) return sidesOfOne(row.cells[one] ?? "", one, knowledge);
  if (mapped.id !== undefined) return sidesOfId(row.cells[mapped.id] ?? "", mapped.id, knowledge);
  return refuse("parties", "No column says who the parties are.");
}

/** The code that a choice of several leads to on these days: the first that was there. */
function settle(choice: string, days: Bounds | null, { index }: PartyKnowledge): string {
  const codes = choice.split("|");
  const there = codes.find((code) => {
    const country = index.countries.get(code);
    return country && (days === null || absenceOf(country, days, (other) => other) === null);
  });
  return there ?? codes[0] ?? choice;
}

/** Names that a person has mapped are taken at any date: the person has said so. */
const isChosen = (code: string, { chosen }: PartyKnowledge): boolean =>
  [...chosen.values()].some((codes) => codes.includes(code));

/** The sides of a row; `date` is when they acted, as far as it is known. */
export function sidesOf(
  row: FileRow,
  columns: Columns,
  knowledge: PartyKnowledge,
  date: string | null,
): SidesReading {
  const reading = readSides(row, columns, knowledge);
  if ("reasons" in reading) return reading;
  const { mapped } = columns;
  const days = date === null ? null : boundsOf(date);
  const columnOf = (side: number) =>
    (side === 0 ? mapped.side1 : mapped.side2) ?? mapped.parties ?? mapped.side1 ?? mapped.id ?? "parties";
  const sides = reading.sides.map((side) => side.map((choice) => settle(choice, days, knowledge))) as Sides;
  const reasons = sides.flatMap((side, at) =>
    side.flatMap((code, index): Reason[] => {
      const column = columnOf(at);
      const country = knowledge.index.countries.get(code);
      if (!country) return [{ column, message: `There is no country “${code}”.` }];
      if (side.indexOf(code) !== index) return [{ column, message: `${country.name} is named twice.` }];
      if (at === 1 && sides[0].includes(code))
        return [{ column, message: `${country.name} is on both sides.` }];
      const absence =
        days === null || isChosen(code, knowledge)
          ? null
          : absenceOf(country, days, (other) => knowledge.index.countries.get(other)?.name ?? other);
      return absence === null ? [] : [{ column, message: absence }];
    }),
  );
  return reasons.length > 0 ? { reasons } : { sides };
}

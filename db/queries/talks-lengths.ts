/** Days from the start of talks to signature of comparable agreements: those of one framework, or of one type. */
import type { Clocks } from "#domain/clocks.ts";
import { stageCodes } from "#domain/stage.ts";
import type { TalksLength } from "#domain/talks-rank.ts";
import type { Agreement } from "#domain/wire.ts";
import { type Columns, knownRow, none } from "../columns/columns.ts";
import { standingAt } from "../columns/held.ts";
import type { Slice } from "../columns/slice.ts";
import type { Database } from "../database.ts";
import { sidesAt } from "./rows.ts";

/** A strip of dots and a rank in words serve some hundreds; beyond, statistics do. */
const most = 200;

const negotiating = stageCodes.indexOf("negotiating");

/** Whether both ends of the talks are days that are certain. */
function isExact({ periods }: Columns, { known, signing }: Slice, place: number): boolean {
  const signed = signing[place] ?? none;
  let from = Number.POSITIVE_INFINITY;
  let latest = Number.POSITIVE_INFINITY;
  for (let row = periods.first.values[place] ?? 0; row < (periods.end.values[place] ?? 0); row++) {
    if (periods.stage.values[row] !== negotiating || !knownRow(periods, row, known)) continue;
    from = Math.min(from, periods.from.values[row] ?? from);
    latest = Math.min(latest, periods.fromLatest.values[row] ?? latest);
  }
  return from === latest && periods.from.values[signed] === periods.fromLatest.values[signed];
}

/** Lengths of talks of the agreement and its like, signed by the day; empty where there are too many to compare. */
export async function talksLengths(
  db: Database,
  { framework, type }: Pick<Agreement, "framework" | "type">,
  nameOf: (sides: readonly (readonly string[])[]) => string,
  clocks: Clocks,
): Promise<TalksLength[]> {
  const { columns, slice } = await standingAt(db, clocks);
  const { versions, periods, countries } = columns;
  const [column, wanted] =
    framework === null
      ? [versions.type, columns.types.positionOf.get(type)]
      : [versions.framework, columns.frameworks.positionOf.get(framework)];
  const found: TalksLength[] = [];
  for (let place = 0; place < slice.size; place++) {
    const version = slice.version[place] ?? none;
    const days = periods.talksDays.values[slice.signing[place] ?? none] ?? none;
    if (version === none || column.values[version] !== wanted || days === none) continue;
    if (found.length === most) return [];
    const sides = sidesAt(columns, version, (at) => countries.list[at] ?? "");
    found.push({
      slug: columns.slugs.list[place] ?? "",
      name: nameOf(sides),
      days,
      exact: isExact(columns, slice, place),
    });
  }
  return found.sort((a, b) => a.days - b.days || (a.slug < b.slug ? -1 : 1));
}

/**
 * What crosses to the browser for the table: finished words and short rows of numbers. The page's weight lies here, and
 * a row travels once as markup and once as this.
 */
import { actKinds } from "#domain/act.ts";
import { dateInWords, windowInWords } from "#domain/date-words.ts";
import { type Day, dayInWords, dayNumber, daysBetween } from "#domain/day.ts";
import type { StagePeriod } from "#domain/derivation.ts";
import { boundsOf } from "#domain/edtf.ts";
import { partnerOf } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import type { TimeWindow } from "#domain/scale.ts";
import { beforeSignature, type Drawing, type StageCode, stages } from "#domain/stage.ts";
import { flagRules } from "#domain/standing.ts";
import type { View } from "#domain/view.ts";
import type { Row } from "#domain/wire.ts";
import { flagSource } from "../flag-source.ts";
import { drawingCodes } from "../stage-drawing.ts";

export interface TableRow {
  slug: string;
  name: string;
  /** Code and file of each flag. */
  flags: [string, string | null][];
  stage: string;
  drawing: Drawing;
  /** Said beside the stage: that it is only possibly this one. */
  doubt?: string;
  /** Earliest day, latest day and index in `drawingCodes` of each step. */
  lane: number[];
  talks?: string;
  signed?: string;
  place?: string;
  /** Days, their share of the longest in percent, whether they are about, and whether they still run. */
  days?: [days: number, share: number, about: boolean, open: boolean];
  changed?: string;
  /** The kind of act that is expected, and when. */
  next?: string;
  nextOn?: string;
  overdue?: boolean;
  checked?: string;
  marks?: string;
  sources: number;
}

export interface TableModel {
  rows: TableRow[];
  window: TimeWindow;
  on: number;
  columns: string[];
  /** The address of an agreement, cut at its slug; clocks ride along. */
  address: [before: string, after: string];
}

interface TableInput {
  rows: readonly Row[];
  paths: ReadonlyMap<string, { periods: readonly StagePeriod[] }>;
  names: ReadonlyMap<string, string>;
  focus: string | null;
  on: Day;
  window: TimeWindow;
  columns: readonly string[];
  view: View;
}

const inWords = (period: StagePeriod | undefined): string | undefined =>
  period && windowInWords(period.from, period.fromLatest);

const isExact = (period: StagePeriod | undefined): boolean => period?.from === period?.fromLatest;

/** The town of a place such as “Vilnius, NATO summit”; the agreement's page has all of it. */
export const townOf = (place: string): string => place.split(/[,(]/)[0]?.trim() ?? place;

/** Drops what is undefined or false: absent words weigh nothing. */
const present = <T extends object>(values: T) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== false),
  ) as {
    [Key in keyof T]?: Exclude<T[Key], undefined | false>;
  };

function talkDays(row: Row, find: (stage: StageCode) => StagePeriod | undefined, on: Day) {
  const talks = find("negotiating");
  const about = !isExact(talks) || !isExact(find("signed"));
  if (row.signedOn !== null)
    return row.talksDays === null ? null : { days: row.talksDays, about, open: false };
  if (!talks || !beforeSignature.includes(row.stage.code)) return null;
  return { days: daysBetween(talks.from, on), about, open: true };
}

function nextOf({ next }: Row, on: Day) {
  if (next === null) return {};
  return {
    next: actKinds[next.kind].label,
    nextOn: dateInWords(next.date),
    overdue: boundsOf(next.date).latest < on,
  };
}

/** What is overdue is said beside what was expected, when that is shown. */
const flagsInWords = ({ flags, next }: Row, nextShown: boolean): string | undefined =>
  flags
    .filter((flag) => flag !== "overdue" || next === null || !nextShown)
    .map((flag) => flagRules[flag].label)
    .join(", ") || undefined;

const flagsOf = (row: Row, focus: string | null): TableRow["flags"] =>
  (focus === null ? row.sides.flat() : partnerOf(row, focus)).map(({ code }) => [code, flagSource(code)]);

export function tableModel({
  rows,
  names,
  focus,
  on,
  window,
  columns,
  view,
  ...input
}: TableInput): TableModel {
  const reached = (row: Row) => (input.paths.get(row.slug)?.periods ?? []).filter(({ from }) => from <= on);
  const measured = rows.map((row) => {
    const periods = reached(row);
    return talkDays(row, (stage) => periods.find((period) => period.stage === stage), on);
  });
  // What still runs may have no end: it does not set the scale.
  const closed = measured.filter((length) => length?.open === false);
  const longest = Math.max(1, ...(closed.length > 0 ? closed : measured).map((length) => length?.days ?? 0));
  const [before = "", after = ""] = paths.agreement("-slug-", view).split("-slug-");
  const model = rows.map((row, index): TableRow => {
    const periods = reached(row);
    const find = (stage: StageCode) => periods.find((period) => period.stage === stage);
    const length = measured[index];
    const { since, sinceLatest, certainty, code } = row.stage;
    return {
      slug: row.slug,
      name: names.get(row.slug) ?? row.title,
      flags: flagsOf(row, focus),
      stage: code === "unknown" ? "Not begun" : stages[code].label,
      drawing: stages[code].drawing,
      lane: periods.flatMap(({ stage, from, fromLatest }) => [
        dayNumber(from),
        dayNumber(fromLatest),
        drawingCodes.indexOf(stages[stage].drawing),
      ]),
      sources: row.sources,
      ...present({
        doubt: certainty === "possibly" ? "possibly" : undefined,
        talks: inWords(find("negotiating")),
        signed: row.signedOn === null ? undefined : (inWords(find("signed")) ?? dayInWords(row.signedOn)),
        place: row.place === null ? undefined : townOf(row.place),
        days: length
          ? ([
              length.days,
              Math.min(100, Math.round((length.days / longest) * 100)),
              length.about,
              length.open,
            ] satisfies TableRow["days"])
          : undefined,
        changed: since === null ? undefined : windowInWords(since, sinceLatest ?? "9999-12-31"),
        checked: row.checkedOn === null ? undefined : dateInWords(row.checkedOn),
        marks: flagsInWords(row, columns.includes("next")),
        ...nextOf(row, on),
      }),
    };
  });
  return { rows: model, window, on: dayNumber(on), columns: [...columns], address: [before, after] };
}

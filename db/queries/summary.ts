/** How many are signed, by a counting rule: one number, its rows, and where everything else stands. */
import { eq } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { CountingRule } from "#domain/counting.ts";
import { stageCodes } from "#domain/stage.ts";
import { type Filters, noFilters } from "#domain/view.ts";
import type { Summary } from "#domain/wire.ts";
import { dayOfKey, emptyColumns, none } from "../columns/columns.ts";
import { matchAt, type Standing } from "../columns/held.ts";
import { loadAlone } from "../columns/load.ts";
import { bySignature, type Match } from "../columns/match.ts";
import { orderOf } from "../columns/order.ts";
import { type Slice, takeSlice } from "../columns/slice.ts";
import type { Database, Reading } from "../database.ts";
import {
  type Counted,
  countIn,
  inBoth,
  listNumberOf,
  oncePerPartner,
  partnerSide,
  type Source,
  sidesOf,
} from "./counted.ts";

/** The rows of an answer by their addresses, and what is told of the first of them. */
interface Told {
  slugs: string[];
  latest: { place: number; source: Source } | null;
}

/** The signed agreements as the rule has them: each, or one for each partner. */
const rowsIn = (source: Source, rule: CountingRule, { signed }: Counted): Int32Array =>
  rule.counts === "partners" ? oncePerPartner(source, signed) : signed;

const slugAt = ({ columns }: Source, place: number): string => columns.slugs.list[place] ?? "";

function tell(source: Source, rows: Int32Array): Told {
  const slugs = new Array<string>(rows.length);
  for (let index = 0; index < rows.length; index++) slugs[index] = slugAt(source, rows[index] ?? none);
  return { slugs, latest: rows.length === 0 ? null : { source, place: rows[0] ?? none } };
}

/** What a rule says of what it counts. */
async function summarise(
  { read, tables: { countries } }: Reading,
  rule: CountingRule,
  { byStage, common, slugs, latest }: Answer,
  clocks: Clocks,
): Promise<Summary> {
  // With one pair alone, either side may be meant; the first is taken.
  const code = latest ? partnerSide(sidesOf(latest.source, latest.place), common?.[0] ?? null)[0] : undefined;
  const [party] = code
    ? await read
        .select({ code: countries.code, name: countries.name })
        .from(countries)
        .where(eq(countries.code, code))
    : [];
  const stages = stageCodes.flatMap((stage, position) => {
    const count = byStage[position] ?? 0;
    return count === 0 ? [] : [[stage, count] as const];
  });
  return {
    rule: { id: rule.id, label: rule.label, definition: rule.definition },
    clock: { ...clocks },
    signed: slugs.length,
    byStage: Object.fromEntries(stages) as Summary["byStage"],
    latest:
      latest && party
        ? {
            slug: slugAt(latest.source, latest.place),
            party,
            signedOn: dayOfKey(latest.source.slice.signedOn[latest.place] ?? 0),
          }
        : null,
    rows: slugs,
  };
}

async function organisationsIn({ read, tables: { countries } }: Reading): Promise<ReadonlySet<string>> {
  const found = await read
    .select({ code: countries.code })
    .from(countries)
    .where(eq(countries.kind, "organisation"));
  return new Set(found.map(({ code }) => code));
}

type Answer = Pick<Counted, "byStage" | "common"> & Told;

/** What was counted last of a slice, by rule and filters: a page asks for it more than once. */
const answers = new WeakMap<Slice, Map<string, Answer>>();
const mostKept = 4;

function answerOf(
  { match, ...source }: Standing & { match: Match },
  rule: CountingRule,
  organisations: ReadonlySet<string>,
): Answer {
  const kept = answers.get(source.slice) ?? new Map<string, Answer>();
  answers.set(source.slice, kept);
  const name = JSON.stringify([rule, [...organisations], match.filters]);
  const known = kept.get(name);
  if (known) return known;
  const { agreements } = bySignature(source.columns, source.slice, match);
  const counted = countIn(source, agreements, rule, organisations);
  const answer = { ...counted, ...tell(source, rowsIn(source, rule, counted)) };
  kept.set(name, answer);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return answer;
}

/** The count by `rule` under the filters, its rows (latest first), the latest signature and the stock by stage. */
export async function summaryOf(
  db: Database,
  rule: CountingRule,
  filters: Filters,
  clocks: Clocks,
): Promise<Summary> {
  const organisations = await organisationsIn(db);
  const standing = await matchAt(db, filters, clocks);
  return summarise(db, rule, answerOf(standing, rule, organisations), clocks);
}

/** Whether `a` comes before `b`: a later day, a higher number in the list that the rule follows, then the address. */
function comesBefore(rule: CountingRule, a: [Source, number], b: [Source, number]): boolean {
  const keys = ([source, place]: [Source, number]) =>
    [source.slice.signedOn[place] ?? none, listNumberOf(source, place, rule)] as const;
  const [[dayOfA, numberOfA], [dayOfB, numberOfB]] = [keys(a), keys(b)];
  if (dayOfA !== dayOfB) return dayOfA > dayOfB;
  return numberOfA === numberOfB ? slugAt(...a) < slugAt(...b) : numberOfA > numberOfB;
}

/** The rows of others with one more of its own source, where it was counted and is a row of its own. */
function tellWith(
  rule: CountingRule,
  others: Source,
  rows: Int32Array,
  itself: Source,
  own: Int32Array,
): Told {
  const told = tell(others, rows);
  const [place] = own;
  if (place === undefined) return told;
  const newer = rows.findIndex((other) => !comesBefore(rule, [others, other], [itself, place]));
  const at = newer === -1 ? rows.length : newer;
  if (rule.counts === "partners") {
    const pairOf = ({ columns, slice }: Source, of: number) =>
      columns.pairs.list[columns.versions.pair.values[slice.version[of] ?? none] ?? none];
    const pair = others.columns.pairs.positionOf.get(pairOf(itself, place) ?? "");
    const { values } = others.columns.versions.pair;
    const same = rows.findIndex((other) => values[others.slice.version[other] ?? none] === pair);
    // The first signature of a pair is its row.
    if (same >= at) return told;
    if (same !== -1)
      return tellAt(
        itself,
        place,
        tell(
          others,
          rows.filter((_row, index) => index !== same),
        ),
        at - 1,
      );
  }
  return tellAt(itself, place, told, at);
}

function tellAt(source: Source, place: number, { slugs, latest }: Told, at: number): Told {
  return {
    slugs: slugs.toSpliced(at, 0, slugAt(source, place)),
    latest: at === 0 ? { source, place } : latest,
  };
}

/**
 * The same without filters, as it is after a write that is being tried out: the record as committed, and of one
 * agreement what `seen`, the transaction, says.
 */
export async function summaryWith(
  db: Database,
  seen: { reading: Reading; agreementId: number },
  rule: CountingRule,
  clocks: Clocks,
): Promise<Summary> {
  const organisations = await organisationsIn(seen.reading);
  const alone = emptyColumns();
  await loadAlone(alone, seen.reading, [seen.agreementId]);
  const itself = { columns: alone, slice: takeSlice(alone, clocks) };
  const written = countIn(itself, orderOf(alone, itself.slice, "signed").agreements, rule, organisations);
  const { match, ...source } = await matchAt(db, noFilters, clocks);
  const place = source.columns.placeOf.get(seen.agreementId) ?? none;
  const { agreements } = bySignature(source.columns, source.slice, match);
  const others = countIn(
    source,
    agreements.filter((other) => other !== place),
    rule,
    organisations,
  );
  const told = tellWith(rule, source, rowsIn(source, rule, others), itself, written.signed);
  const both = {
    byStage: others.byStage.map((count, stage) => count + (written.byStage[stage] ?? 0)),
    common:
      others.common && written.common
        ? inBoth(others.common, written.common)
        : (others.common ?? written.common),
  };
  return summarise(seen.reading, rule, { ...both, ...told }, clocks);
}

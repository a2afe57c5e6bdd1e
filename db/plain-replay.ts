/**
 * Any view of a record by looking at everything: stages replayed from the acts for each agreement, filters, order and
 * counts by plain loops. Slow, and without anything that the product's own reading uses; tests hold that against it.
 */
import { endOfTime } from "#domain/day.ts";
import { derivePath } from "#domain/derivation.ts";
import { stageCodes, stages } from "#domain/stage.ts";
import type { Filters, Sort } from "#domain/view.ts";
import type { Database } from "./database.ts";
import type { RandomView } from "./random-record.ts";

/** Every row that a replay looks at. */
export async function everything({ read, tables }: Database) {
  return {
    agreements: await read.select().from(tables.agreements),
    versions: await read.select().from(tables.versions),
    acts: await read.select().from(tables.acts),
    flags: await read.select().from(tables.flagPeriods),
    checks: await read.select().from(tables.checks),
    changes: await read.select().from(tables.changes),
    documents: await read.select().from(tables.searchDocuments),
  };
}
type Everything = Awaited<ReturnType<typeof everything>>;

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text: string) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

function standingOf(all: Everything, { on, known }: RandomView["clocks"], id: number, slug: string) {
  const isKnown = (row: { knownFrom: string; knownTo: string }) =>
    row.knownFrom <= known && row.knownTo > known;
  const of = <T extends { agreementId: number | null }>(rows: readonly T[]) =>
    rows.filter(({ agreementId }) => agreementId === id);
  const version = of(all.versions).find(isKnown);
  if (!version) return [];
  const acts = of(all.acts).filter(
    (act) => act.recordedAt <= known && act.supersededAt > known && !act.withdrawal,
  );
  const { periods } = derivePath(
    acts.map((act) => ({ ...act, statedOn: "2000-01-01" })),
    version.profile,
  );
  const current = periods.find(({ from, to }) => from <= on && (to ?? endOfTime) > on);
  const signing = periods.filter(({ stage, from }) => stage === "signed" && from <= on).at(-1);
  const talks = periods.find(({ stage }) => stage === "negotiating");
  const day = (text: string) => Date.parse(text) / 86_400_000;
  const checked = of(all.checks)
    .filter((check) => check.recordedAt <= known && check.supersededAt > known && check.latest <= on)
    .map(({ latest }) => latest);
  return [
    {
      ...{ slug, version },
      stage: current?.stage ?? "unknown",
      since: current?.from ?? null,
      signedOn: signing?.from ?? null,
      talksDays: signing && talks && talks.from <= signing.from ? day(signing.from) - day(talks.from) : null,
      flags: of(all.flags)
        .filter((row) => isKnown(row) && row.validFrom <= on && row.validTo > on)
        .map(({ flag }) => flag),
      checked: checked.sort().at(-1) ?? null,
      changed: of(all.changes).filter(({ recordedAt }) => recordedAt <= known).length,
      changedAt: of(all.changes)
        .map(({ recordedAt }) => recordedAt)
        .filter((at) => at <= known)
        .sort()
        .at(-1),
      words: of(all.documents)
        .filter(isKnown)
        .flatMap(({ body }) => wordsOf(body)),
    },
  ];
}
type Standing = ReturnType<typeof standingOf>[number];

type Test = (row: Standing) => boolean;
const overlap = (wanted: readonly string[], values: readonly string[]) =>
  wanted.length === 0 || values.some((value) => wanted.includes(value));

const tests: { [Word in keyof Filters]: (filters: Filters) => Test } = {
  q:
    ({ q }) =>
    ({ words }) =>
      q === null || wordsOf(q).every((start) => words.some((word) => word.startsWith(start))),
  party:
    ({ party }) =>
    ({ version }) =>
      overlap(party, version.sides.flat()),
  between:
    ({ between }) =>
    ({ version: { sides } }) =>
      between === null ||
      [between, [...between].reverse()].some(
        ([a = "", b = ""]) => sides[0]?.includes(a) && sides[1]?.includes(b),
      ),
  stage:
    ({ stage }) =>
    (row) =>
      overlap(stage, [row.stage]),
  type:
    ({ type }) =>
    ({ version }) =>
      overlap(type, [version.type]),
  framework:
    ({ framework }) =>
    ({ version }) =>
      overlap(framework, [version.framework ?? ""]),
  profile:
    ({ profile }) =>
    ({ version }) =>
      overlap(profile, [version.profile ?? ""]),
  tag:
    ({ tag }) =>
    ({ version }) =>
      overlap(tag, version.tags),
  signedFrom:
    ({ signedFrom }) =>
    ({ signedOn }) =>
      signedFrom === null || (signedOn !== null && signedOn >= signedFrom),
  signedTo:
    ({ signedTo }) =>
    ({ signedOn }) =>
      signedTo === null || (signedOn !== null && signedOn <= signedTo),
  flag:
    ({ flag }) =>
    ({ flags }) =>
      overlap(flag, flags),
};

const meets = (filters: Filters, row: Standing, except?: string) =>
  (Object.keys(tests) as (keyof Filters)[]).every((word) => word === except || tests[word](filters)(row));

const keys: Record<Sort["word"], (row: Standing) => string | number | null> = {
  signed: ({ signedOn }) => signedOn,
  stage: ({ stage }) => stages[stage].rank * 100 + stageCodes.indexOf(stage),
  changed: ({ changedAt }) => changedAt ?? null,
  checked: ({ checked }) => checked,
  title: ({ version }) => version.title.toLowerCase(),
  party: ({ version }) => version.partyKey,
  duration: ({ talksDays }) => talksDays,
};

/** What has no value comes last, whichever way. */
function inOrder(rows: readonly Standing[], { word, descending }: Sort): Standing[] {
  const turn = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [keys[word](a), keys[word](b)];
    if (x === null || y === null) return x === y ? (a.slug < b.slug ? -turn : turn) : x === null ? 1 : -1;
    if (x === y) return a.slug < b.slug ? -turn : turn;
    return x < y ? -turn : turn;
  });
}

const valuesOf: Record<string, (row: Standing) => readonly (string | null)[]> = {
  stage: ({ stage }) => [stage],
  type: ({ version }) => [version.type],
  framework: ({ version }) => [version.framework],
  profile: ({ version }) => [version.profile],
  tag: ({ version }) => version.tags,
  party: ({ version }) => version.sides.flat(),
  flag: ({ flags }) => flags,
};

/** The rows of a view in order, its facets by word and value, and how many are signed. */
export function replayView(all: Everything, { filters, sort, clocks }: RandomView) {
  const standing = all.agreements.flatMap(({ id, slug }) => standingOf(all, clocks, id, slug));
  const facets: Record<string, Record<string, number>> = {};
  for (const [word, values] of Object.entries(valuesOf)) {
    const counts: Record<string, number> = {};
    for (const row of standing.filter((row) => meets(filters, row, word)))
      for (const value of values(row)) if (value !== null) counts[value] = (counts[value] ?? 0) + 1;
    facets[word] = counts;
  }
  const rows = inOrder(
    standing.filter((row) => meets(filters, row)),
    sort,
  );
  return {
    rows: rows.map(({ slug, stage, since, signedOn, changed }) => ({
      slug,
      stage,
      since,
      signedOn,
      revision: changed,
    })),
    facets,
    signed: rows.filter(({ signedOn }) => signedOn !== null).length,
  };
}

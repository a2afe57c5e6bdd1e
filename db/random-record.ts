/**
 * A seeded record for tests of whole views: agreements of many kinds, then corrections, withdrawals, edits of fields
 * and checks; and seeded views of it. The same seed gives the same record and the same views on every engine.
 */
import { and, eq } from "drizzle-orm";
import { type ActKind, actKindCodes, type Certainty, type Profile, profiles } from "#domain/act.ts";
import { type Clocks, endOfKnowledge, type Instant } from "#domain/clocks.ts";
import { dayFromNumber, dayNumber } from "#domain/day.ts";
import { curator } from "#domain/permission.ts";
import { seeded } from "#domain/seeded.ts";
import { stageCodes } from "#domain/stage.ts";
import { flagCodes } from "#domain/standing.ts";
import { type Filters, noFilters, type Sort, sortWords } from "#domain/view.ts";
import { checkAgreement } from "./commands/check-agreement.ts";
import { correctAct } from "./commands/correct-act.ts";
import { editAgreement } from "./commands/edit-agreement.ts";
import { recordAct } from "./commands/record-act.ts";
import { withdrawAct } from "./commands/withdraw-act.ts";
import type { Database } from "./database.ts";
import type { World, WorldAct } from "./testing.ts";

type Random = () => number;

const pick = <T>(random: Random, values: readonly [T, ...T[]]): T =>
  values[Math.floor(random() * values.length)] ?? values[0];
const some = <T>(random: Random, values: readonly [T, ...T[]], chance: number): T[] =>
  values.filter(() => random() < chance);

const codes = ["AA", "BB", "CC", "DD", "EE"] as const;
const types = ["security", "trade", "tax"] as const;
const frameworks = ["compact", "pact"] as const;
const tags = ["listed", "old", "rare"] as const;
const words = ["Security", "trade", "Élan", "ocean", "100-year", "zeta"] as const;
const days = { first: dayNumber("2022-01-01"), last: dayNumber("2025-12-30") };
// Force or effect depend on the profile, and a command refuses the wrong one.
const kinds = actKindCodes.filter((kind) => !kind.startsWith("in-") && kind !== "ended") as [
  ActKind,
  ...ActKind[],
];

const randomDay = (random: Random) =>
  dayFromNumber(days.first + Math.floor(random() * (days.last - days.first)));

function randomAct(
  random: Random,
): Omit<WorldAct, "sources"> & Required<Pick<WorldAct, "actor" | "certainty">> {
  const day = randomDay(random);
  return {
    kind: pick(random, random() < 0.6 ? ["talks", "signed", "proposed", "ratified"] : kinds),
    date: pick(random, [day, day, day.slice(0, 7), day.slice(0, 4)]),
    actor: pick(random, ["both", "both", "side1", "side2"]),
    certainty: pick<Certainty>(random, ["done", "done", "done", "reported", "expected"]),
    place: pick(random, ["Kyiv", "Oslo", "Rome"]),
  };
}

const title = (random: Random, number: number) => `${pick(random, words)} ${pick(random, words)} ${number}`;

/** The record before anything was corrected. */
export function randomWorld(seed: number, size: number): World {
  const random = seeded(seed);
  const agreements = Array.from({ length: size }, (_, number) => {
    const [a, b] = [pick(random, codes), pick(random, ["FF", "GG", "HH"])];
    return [
      `x-${number}`,
      {
        title: title(random, number),
        type: pick(random, types),
        profile: pick<Profile | null>(random, [...profiles, null]),
        framework: pick(random, [...frameworks, null]),
        sides: (random() < 0.5 ? [[a], [b]] : [[b], [a]]) as [string[], string[]],
        tags: some(random, tags, 0.4),
        acts: Array.from({ length: Math.floor(random() * 6) }, (_, index) => ({
          ...randomAct(random),
          id: `x-${number}-${index}`,
          sources: random() < 0.9 ? [`https://example.org/${number}`] : ["none"],
        })),
      },
    ] as const;
  });
  return { agreements: Object.fromEntries(agreements), now: "2026-01-01T00:00:00.000Z" };
}

interface Edit {
  random: Random;
  db: Database;
  slug: string;
  revision: number;
  now: Instant;
}

/** Each answers true when it could be done: the agreement may have no act to correct. */
const edits: ((edit: Edit) => Promise<boolean>)[] = [
  async ({ random, db, slug, revision, now }) => {
    const { kind, date, actor, certainty } = randomAct(random);
    const citations = [{ url: "https://example.org/later", publishedOn: "2025-01-01" }];
    await recordAct(db, curator, { slug, revision, act: { kind, date, actor, certainty, citations } }, now);
    return true;
  },
  async ({ random, db, slug, revision, now }) => {
    const id = await firstAct(db, slug);
    if (id === null) return false;
    const { kind, date, actor, certainty } = randomAct(random);
    const act = { kind, date, actor, certainty, citations: [{ url: "https://example.org/corrected" }] };
    await correctAct(db, curator, { id, revision, reason: "misread", act }, now);
    return true;
  },
  async ({ db, slug, revision, now }) => {
    const id = await firstAct(db, slug);
    if (id === null) return false;
    await withdrawAct(db, curator, { id, revision, reason: "never happened" }, now);
    return true;
  },
  async ({ random, db, slug, revision, now }) => {
    const fields = {
      title: title(random, Math.floor(random() * 1000)),
      type: pick(random, types),
      tags: some(random, tags, 0.5),
    };
    await editAgreement(db, curator, { slug, revision, fields }, now);
    return true;
  },
  async ({ random, db, slug, now }) => {
    await checkAgreement(db, curator, { slug, on: randomDay(random), note: null }, now);
    return true;
  },
];

/** The earliest act that stands; ids are given by chance, dates are not. */
async function firstAct({ read, tables }: Database, slug: string): Promise<string | null> {
  const { acts, agreements } = tables;
  const found = await read
    .select({ id: acts.id, date: acts.date, recordedAt: acts.recordedAt, kind: acts.kind })
    .from(acts)
    .innerJoin(agreements, eq(agreements.id, acts.agreementId))
    .where(and(eq(agreements.slug, slug), eq(acts.supersededAt, endOfKnowledge), eq(acts.withdrawal, false)))
    .orderBy(acts.date, acts.recordedAt, acts.kind);
  return found[0]?.id ?? null;
}

const editedAt = Date.parse("2026-02-01T00:00:00.000Z");

/** Edits the record at random, an hour between two edits; answers with the instant of each. */
export async function editAtRandom(db: Database, seed: number, count: number): Promise<Instant[]> {
  const random = seeded(seed);
  const { changes, agreements } = db.tables;
  const slugs = (await db.read.select().from(agreements).orderBy(agreements.slug)).map(({ slug }) => slug);
  const instants: Instant[] = [];
  for (let step = 0; step < count; step++) {
    const slug = slugs[Math.floor(random() * slugs.length)] ?? "";
    const [row] = await db.read.select().from(agreements).where(eq(agreements.slug, slug));
    const revision = await db.read.$count(changes, eq(changes.agreementId, row?.id ?? -1));
    const now = new Date(editedAt + step * 3_600_000).toISOString();
    const edit = edits[Math.floor(random() * edits.length)];
    if (await edit?.({ random, db, slug, revision, now })) instants.push(now);
  }
  return instants;
}

export interface RandomView {
  filters: Filters;
  sort: Sort;
  clocks: Clocks;
}

/** A view of such a record; `instants` are what `known` is chosen from. */
export function randomView(random: Random, instants: readonly [Instant, ...Instant[]]): RandomView {
  const chance = <T>(likely: number, value: () => T, otherwise: T): T =>
    random() < likely ? value() : otherwise;
  const partners = ["FF", "GG", "HH"] as const;
  const filters: Filters = {
    ...noFilters,
    q: chance(0.2, () => pick(random, ["secur", "elan", "ocean 1", "trade", "country", "nowhere"]), null),
    party: chance(0.3, () => some(random, [...codes, ...partners], 0.3), []),
    between: chance(0.1, () => [pick(random, codes), pick(random, partners)] as const, null),
    stage: chance(0.3, () => some(random, stageCodes, 0.3), []),
    type: chance(0.2, () => some(random, types, 0.5), []),
    framework: chance(0.2, () => some(random, frameworks, 0.5), []),
    profile: chance(0.2, () => some(random, profiles, 0.5), []),
    tag: chance(0.2, () => some(random, tags, 0.4), []),
    signedFrom: chance(0.15, () => randomDay(random), null),
    signedTo: chance(0.15, () => randomDay(random), null),
    flag: chance(0.2, () => some(random, flagCodes, 0.4), []),
  };
  return {
    filters,
    sort: { word: pick(random, sortWords), descending: random() < 0.5 },
    clocks: { on: chance(0.7, () => randomDay(random), "2026-03-01"), known: pick(random, instants) },
  };
}

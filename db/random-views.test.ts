/** Whole views of seeded records: lists, facets and counts are what a plain replay of everything gives. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Instant } from "#domain/clocks.ts";
import { generalRules } from "#domain/counting.ts";
import { seeded } from "#domain/seeded.ts";
import { noFilters } from "#domain/view.ts";
import type { Facets } from "#domain/wire.ts";
import { standingAt } from "./columns/held.ts";
import type { Database } from "./database.ts";
import { everything, replayView } from "./plain-replay.ts";
import { agreementAt } from "./queries/agreement.ts";
import { listAgreements } from "./queries/agreements.ts";
import { facetsOf } from "./queries/facets.ts";
import { summaryOf, summaryWith } from "./queries/summary.ts";
import { editAtRandom, type RandomView, randomView, randomWorld } from "./random-record.ts";
import { openWorld } from "./testing.ts";

const views = 500;
const size = 40;

/** Page after page, as a reader goes through them. */
async function pagesOf(db: Database, { filters, sort, clocks }: RandomView, limit: number) {
  const rows = [];
  for (let after: { slug: string } | null = null; ; ) {
    const page = await listAgreements(db, { filters, sort, limit, after }, clocks);
    rows.push(...page.rows);
    if (page.end === null) return { rows, total: page.total };
    after = page.end;
  }
}

const countsOf = (facets: Facets) =>
  Object.fromEntries(
    Object.entries(facets).map(([word, facet]) => [
      word,
      Object.fromEntries(facet.map(({ value, count }) => [value, count])),
    ]),
  );

async function readView(db: Database, view: RandomView) {
  const { rows, total } = await pagesOf(db, view, 7);
  const facets = await facetsOf(db, view.filters, view.clocks);
  const [rule] = generalRules.filter(({ id }) => id === "instruments");
  if (!rule) throw new Error("There is no rule for instruments.");
  const summary = await summaryOf(db, rule, view.filters, view.clocks);
  expect(total).toBe(rows.length);
  expect(Object.values(summary.byStage).reduce((sum, count) => sum + count, 0)).toBe(total);
  return {
    json: JSON.stringify({ rows, facets, summary }),
    rows: rows.map(({ slug, stage, signedOn, revision }) => ({
      ...{ slug, signedOn, revision },
      stage: stage.code,
      since: stage.since,
    })),
    facets: countsOf(facets),
    signed: summary.signed,
  };
}

describe("a seeded record", () => {
  let db: Database;
  let instants: [Instant, ...Instant[]];
  beforeAll(async () => {
    db = await openWorld(randomWorld(7, size));
    // Read before the edits, so that what they change is brought up to date and not only loaded.
    await standingAt(db, { on: "2026-01-01", known: "2026-01-01T00:00:00.000Z" });
    const edited = await editAtRandom(db, 8, 60);
    instants = ["2026-01-01T00:00:00.000Z", ...edited, "2030-01-01T00:00:00.000Z"];
  }, 60_000);
  afterAll(() => db.close());

  test("a count with one agreement as a write leaves it is the count of all, for every agreement and rule", async () => {
    const { columns } = await standingAt(db, { on: "2026-01-01", known: instants[0] });
    const ids = [...columns.placeOf.keys()];
    for (const [index, agreementId] of ids.entries()) {
      const clocks = { on: `20${10 + (index % 17)}-06-01`, known: instants.at(-1) ?? instants[0] };
      for (const rule of generalRules)
        expect(await summaryWith(db, { reading: db, agreementId }, rule, clocks)).toEqual(
          await summaryOf(db, rule, noFilters, clocks),
        );
    }
  });

  test(`${views} random views are what a plain replay gives`, async () => {
    const all = await everything(db);
    const random = seeded(9);
    const answers = createHash("sha256");
    let shown = 0;
    for (let number = 0; number < views; number++) {
      const view = randomView(random, instants);
      const { json, ...read } = await readView(db, view);
      expect({ view, ...read }).toEqual({ view, ...replayView(all, view) });
      answers.update(json);
      shown += read.rows.length;
    }
    // Views that show nothing would prove nothing.
    expect(shown).toBeGreaterThan(views);
    // This test runs on each engine: one hash, so the same answers to the byte.
    expect(answers.digest("hex")).toMatchInlineSnapshot(
      `"6c02598f9779d212711c1ff73b705474ec788d1bcad72fa76bb63f502b443b20"`,
    );
  }, 120_000);

  test("every agreement whole, at three instants, has the same bytes on both engines", async () => {
    const slugs = (await db.read.select({ slug: db.tables.agreements.slug }).from(db.tables.agreements)).map(
      ({ slug }) => slug,
    );
    const bytes = createHash("sha256");
    for (const known of [instants[0], instants[Math.floor(instants.length / 2)], instants.at(-1)])
      for (const slug of slugs.sort())
        bytes.update(
          JSON.stringify(await agreementAt(db, slug, { on: "2026-01-01", known: known ?? "" }))
            // The ids that a command gives are drawn.
            .replaceAll(/a-[0-9a-f]{8}-[0-9a-f-]{27}/g, "a"),
        );
    expect(bytes.digest("hex")).toMatchInlineSnapshot(
      `"fdc38995a3f1f18016f8e2063426653b7e7a459e8633dbbf4c37e5a5a305999d"`,
    );
  });

  test("what was brought up to date is what another reader loads anew", async () => {
    const random = seeded(10);
    const other: Database = { ...db, tables: { ...db.tables } };
    for (let number = 0; number < 60; number++) {
      const view = randomView(random, instants);
      expect(await readView(other, view)).toEqual(await readView(db, view));
    }
  });
});

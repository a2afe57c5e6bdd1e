/** The queries of pages and feeds that no other test here asks, on the curated record; their plans are looked at too. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { curator } from "#domain/permission.ts";
import { defaultSort, noFilters } from "#domain/view.ts";
import { importRecord } from "./commands/import-record.ts";
import type { Database } from "./database.ts";
import { allAgreements, chosenAgreements, countAgreements, oneAgreement } from "./queries/agreements.ts";
import { calendarActs } from "./queries/calendar.ts";
import {
  anyChange,
  type ChangeChoice,
  countChangesSince,
  knowsAgreement,
  listChanges,
  listWriters,
} from "./queries/changes.ts";
import { countryAt, listCountries } from "./queries/countries.ts";
import { allMoments, frameworkAt, listFrameworks } from "./queries/frameworks.ts";
import { revisionsOf, stageMoves } from "./queries/history.ts";
import { importAt, listImports, rememberedChoices } from "./queries/imports.ts";
import { placesInUse } from "./queries/places.ts";
import { listProposals } from "./queries/proposals.ts";
import { listShares, shareAt } from "./queries/shares.ts";
import { listSources, sourcesCitedBy } from "./queries/sources.ts";
import { lanePaths, laneSteps, recordSpan } from "./queries/timeline.ts";
import { readRecord } from "./read-record.ts";
import { openEmpty } from "./testing.ts";

const known = "2026-11-24T00:00:00.000Z";
const clocks = { on: "2026-11-24", known };
const slug = "ukraine-luxembourg-security-2024";

let db: Database;
beforeAll(async () => {
  db = await openEmpty();
  await importRecord(db, curator, readRecord(join(import.meta.dirname, "../data")), known);
});
afterAll(() => db.close());

describe("what is listed", () => {
  test("countries, frameworks and their moments", async () => {
    const countries = await listCountries(db, clocks);
    expect(countries.find(({ code }) => code === "UA")).toEqual(await countryAt(db, "UA", clocks));
    expect(await countryAt(db, "ZZ", clocks)).toBeNull();
    const frameworks = await listFrameworks(db);
    expect(frameworks.map(({ slug: address }) => address)).toContain("g7-joint-declaration");
    const framework = await frameworkAt(db, "g7-joint-declaration", clocks);
    const moments = await allMoments(db, clocks);
    expect(moments).toEqual(expect.arrayContaining(framework?.moments ?? []));
  });

  test("sources, by any word of theirs, and those of some agreements", async () => {
    const page = await listSources(db, { q: null, limit: 10, after: null }, clocks);
    expect(page.total).toBe(395);
    const last = page.rows.at(-1);
    const after = last ? { publishedOn: last.publishedOn ?? "", id: last.id } : null;
    const next = await listSources(db, { q: null, limit: 10, after }, clocks);
    expect(next.rows.some(({ id }) => page.rows.some((row) => row.id === id))).toBe(false);
    const found = await listSources(db, { q: "luxembourg", limit: 10, after: null }, clocks);
    expect(found.total).toBeGreaterThan(0);
    const cited = await sourcesCitedBy(db, [slug], clocks);
    expect(cited.length).toBeGreaterThan(0);
    expect(await sourcesCitedBy(db, ["no-such-agreement"], clocks)).toEqual([]);
  });

  test("places, proposals, imports and frozen views", async () => {
    expect(await placesInUse(db)).toContain("Kyiv");
    const readerId = curator.id;
    expect(await listProposals(db, { state: null, proposedBy: null, readerId })).toEqual([]);
    expect(await listProposals(db, { state: "waiting", proposedBy: readerId, readerId })).toEqual([]);
    expect(await listImports(db)).toEqual([]);
    expect(await importAt(db, "no-such-import", 0)).toBeNull();
    expect(await rememberedChoices(db, "no such header")).toEqual({});
    expect(await shareAt(db, "0".repeat(64))).toBeNull();
    expect(await listShares(db)).toEqual({ shares: [], total: 0 });
  });
});

describe("the ledger", () => {
  const page = (choice: Partial<ChangeChoice>, before: number | null = null) =>
    listChanges(db, { ...anyChange, ...choice, limit: 20, before }, clocks);

  test("is chosen from by every word, newest first", async () => {
    const all = await page({});
    expect(all.rows).toHaveLength(20);
    const next = await page({}, all.end);
    expect(next.rows[0]?.sequence).toBeLessThan(all.rows.at(-1)?.sequence ?? 0);
    const few = await chosenAgreements(db, { ...noFilters, party: ["LU"] }, clocks);
    const choices: Partial<ChangeChoice>[] = [
      { agreement: slug },
      { by: curator.id },
      { by: "nobody" },
      { kind: "commitments" },
      { since: known },
      { since: all.rows.at(-1)?.sequence ?? 0 },
      { among: few },
      { agreement: slug, by: curator.id, kind: "acts" },
    ];
    for (const choice of choices) {
      const { rows } = await page(choice);
      const sequences = rows.map(({ sequence }) => sequence);
      expect(sequences).toEqual(sequences.toSorted((a, b) => b - a));
      if ("agreement" in choice) expect(rows.every((row) => row.agreement === slug)).toBe(true);
      if (choice.by === "nobody" || "since" in choice) expect(rows.length).toBeLessThan(20);
    }
  });

  test("tells its writers, the revisions of an agreement and how its stage moved", async () => {
    expect(await knowsAgreement(db, slug, clocks)).toBe(true);
    expect(await knowsAgreement(db, "no-such-agreement", clocks)).toBe(false);
    expect(await listWriters(db, clocks)).toEqual([]);
    const { rows } = await page({ agreement: slug });
    const revisions = await revisionsOf(db, slug, clocks);
    expect(revisions).toHaveLength(rows.length);
    expect((await stageMoves(db, rows, clocks)).size).toBeGreaterThanOrEqual(0);
    expect(await countChangesSince(db, [slug], "2020-01-01T00:00:00.000Z")).toEqual([
      { slug, count: rows.length },
    ]);
  });
});

describe("the drawing and the calendar", () => {
  test("paths and the span of the record", async () => {
    const rows = await allAgreements(db, noFilters, defaultSort, clocks);
    const slugs = rows.map((row) => row.slug);
    const paths = await lanePaths(db, slugs, clocks);
    const steps = slugs.map((address) =>
      paths.get(address)?.periods.map(({ stage, from, fromLatest }) => ({ stage, from, fromLatest })),
    );
    expect(await laneSteps(db, slugs, clocks)).toEqual(steps);
    const days = [...paths.values()].flatMap(({ periods }) => periods.map(({ from }) => from));
    expect((await recordSpan(db, clocks))?.first).toBe(days.toSorted()[0]);
  });

  test("acts of one, of few and of all agreements", async () => {
    const of = async (chosen: Awaited<ReturnType<typeof oneAgreement>>) => {
      const acts = await calendarActs(db, chosen, clocks);
      return new Set(acts.map((act) => act.slug));
    };
    expect(await of(await oneAgreement(db, slug))).toEqual(new Set([slug]));
    const all = await chosenAgreements(db, noFilters, clocks);
    await expect(of({ ...all, few: null })).rejects.toThrow("too many");
    expect((await of(all)).size).toBeLessThanOrEqual(await countAgreements(db, noFilters, clocks));
  });
});

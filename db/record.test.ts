/** The curated record: its counts, its loading, and what happens to a broken one. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { curator } from "#domain/permission.ts";
import { noFilters } from "#domain/view.ts";
import { importRecord } from "./commands/import-record.ts";
import type { Database } from "./database.ts";
import { agreementAt } from "./queries/agreement.ts";
import { membershipsOf } from "./queries/countries.ts";
import { summaryOf } from "./queries/summary.ts";
import { allRules } from "./queries/vocabulary.ts";
import { RecordError, readRecord } from "./read-record.ts";
import { openEmpty } from "./testing.ts";

const folder = join(import.meta.dirname, "../data");
const now = "2026-11-24T00:00:00.000Z";

describe("the files", () => {
  const record = readRecord(folder);

  test("hold everything that was collected: 36 agreements, 75 commitments, 395 sources, 231 events", () => {
    const acts = record.agreements.flatMap((agreement) => agreement.acts);
    const commitments = [...record.agreements, ...record.frameworks].flatMap((holder) => holder.commitments);
    const members = record.frameworks.flatMap((framework) => framework.members);
    // Acts and members whose id begins with x- were added from facts that no single event holds.
    const events = [...acts, ...members, ...record.leftOut]
      .map(({ id }) => id)
      .filter((id) => id?.startsWith("e-"));
    expect(record.agreements).toHaveLength(36);
    expect(record.frameworks.map(({ slug }) => slug).sort()).toEqual([
      "g7-joint-declaration",
      "ukraine-compact",
    ]);
    expect(commitments).toHaveLength(75);
    expect(record.sources).toHaveLength(395);
    expect(events).toHaveLength(231);
    expect(new Set(events).size).toBe(231);
    expect(record.leftOut.every(({ reason }) => reason.length > 20)).toBe(true);
  });

  test("keep refusals beside those who joined, and every conflict with at least two values", () => {
    const statuses = new Set(record.frameworks.flatMap(({ members }) => members.map(({ status }) => status)));
    expect([...statuses].sort()).toEqual(["declined", "joined", "participant"]);
    const conflicts = [...record.agreements, ...record.frameworks].flatMap((holder) => holder.conflicts);
    expect(conflicts.length).toBeGreaterThanOrEqual(9);
    expect(conflicts.every(({ values }) => values.length >= 2)).toBe(true);
  });
});

describe("loaded", () => {
  let db: Database;
  beforeAll(async () => {
    db = await openEmpty();
    await importRecord(db, curator, readRecord(folder), now);
  }, 60_000);
  afterAll(() => db.close());
  const clocks = (on: string) => ({ on, known: "2026-12-01T00:00:00.000Z" });

  test("a second time, changes nothing", async () => {
    const count = () =>
      Promise.all(
        [db.tables.acts, db.tables.changes, db.tables.citations, db.tables.stagePeriods].map((table) =>
          db.read.$count(table),
        ),
      );
    const before = await count();
    const { created, unchanged } = await importRecord(db, curator, readRecord(folder), now);
    expect(await count()).toEqual(before);
    expect(Object.values(created)).toEqual([0, 0, 0, 0, 0]);
    expect(unchanged).toBe(36);
  }, 60_000);

  test.each([
    ["2024-05-13", "proposed", null],
    ["2024-05-14", "negotiating", null],
    ["2024-07-10", "signed", "2024-07-10"],
    ["2026-11-24", "signed", "2024-07-10"],
  ])("Luxembourg on %s is %s", async (on, stage, signedOn) => {
    const found = await agreementAt(db, "ukraine-luxembourg-security-2024", clocks(on));
    expect(found).toMatchObject({ stage: { code: stage }, signedOn, inForceOn: null });
  });

  test("the reason for a stage names the country that acted", async () => {
    const found = await agreementAt(db, "ukraine-luxembourg-security-2024", clocks("2024-05-13"));
    expect(found?.explanation.sentence).toContain("(Luxembourg, 22 August 2023)");
  });

  test("a citation reads as it is written, beside the whole source", async () => {
    const found = await agreementAt(db, "ukraine-luxembourg-security-2024", clocks("2024-05-14"));
    const citations = found?.acts.flatMap((act) => act.citations) ?? [];
    expect(citations.length).toBeGreaterThan(10);
    for (const { source, sourceId, url, publisher, title, publishedOn, language } of citations) {
      const { id, note: _note, archivedUrl: _archivedUrl, ...rest } = source;
      expect({ sourceId, url, publisher, title, publishedOn, language }).toEqual({ sourceId: id, ...rest });
    }
  });

  test("the first round with Luxembourg names who led it, and the call of the day before", async () => {
    const found = await agreementAt(db, "ukraine-luxembourg-security-2024", clocks("2024-05-14"));
    const talks = found?.acts.find(({ kind, date }) => kind === "talks" && date === "2024-05-14");
    const call = found?.acts.find(({ kind, date }) => kind === "call" && date === "2024-05-13");
    expect(talks?.round).toBe(1);
    expect(talks?.participants.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Andrii Yermak", "Ihor Zhovkva"]),
    );
    expect(call?.participants.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Volodymyr Zelenskyy", "Luc Frieden"]),
    );
  });

  test("on 14 May 2024 Norway's signature is expected soon and Spain's that week, which slipped by eight days", async () => {
    const norway = await agreementAt(db, "ukraine-norway-security-2024", clocks("2024-05-14"));
    const spain = await agreementAt(db, "ukraine-spain-security-2024", clocks("2024-05-14"));
    const later = await agreementAt(db, "ukraine-spain-security-2024", clocks("2024-05-27"));
    expect(norway?.next).toMatchObject({ kind: "signed", certainty: "expected" });
    expect(spain?.next).toEqual({ kind: "signed", date: "2024-05-13/2024-05-19", certainty: "expected" });
    expect(later?.acts.find(({ certainty }) => certainty === "expected")).toMatchObject({ slipDays: 8 });
    expect((await agreementAt(db, "ukraine-spain-security-2024", clocks("2024-05-20")))?.flags).toContain(
      "overdue",
    );
  });

  test.each([
    ["2024-05-14", "kyiv-list", 9, "LV", "2024-04-11"],
    ["2026-11-24", "kyiv-list", 28, "AL", "2025-01-21"],
    ["2026-11-24", "instruments", 30, "AL", "2025-01-21"],
    ["2026-11-24", "partners", 29, "AL", "2025-01-21"],
    ["2026-11-24", "states-only", 29, "AL", "2025-01-21"],
    ["2024-02-24", "kyiv-list", 6, "IT", "2024-02-24"],
  ])("on %s the rule %s counts %i signed, the latest %s", async (on, id, signed, code, signedOn) => {
    const rule = (await allRules(db)).find((candidate) => candidate.id === id);
    if (!rule) throw new Error(`no rule ${id}`);
    const summary = await summaryOf(db, rule, noFilters, clocks(on));
    expect(summary).toMatchObject({ signed, latest: { party: { code }, signedOn } });
    expect(summary.rows).toHaveLength(signed);
    expect(Object.values(summary.byStage).reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(signed);
  });

  test.each([
    ["2023-08-21", 0, 28],
    ["2023-12-31", 1, 38],
    ["2024-07-11", 2, 45],
  ])(
    "by %s Luxembourg had made %i statements towards frameworks, all countries %i towards the G7's",
    async (on, own, all) => {
      expect(await membershipsOf(db, { country: "LU" }, clocks(on))).toHaveLength(own);
      expect(await membershipsOf(db, { framework: "g7-joint-declaration" }, clocks(on))).toHaveLength(all);
    },
  );

  test("commitments stand by their periods, those of none first, whichever engine answers", async () => {
    const found = await agreementAt(db, "ukraine-luxembourg-security-2024", clocks("2026-11-24"));
    const periods = found?.commitments.map(({ period }) => period ?? "") ?? [];
    expect(periods[0]).toBe("");
    expect(periods).toEqual([...periods].sort());
  });

  test("Luxembourg's commitments hold the disputed aid, both figures", async () => {
    const found = await agreementAt(db, "ukraine-luxembourg-security-2024", clocks("2026-11-24"));
    const amounts = found?.commitments.map(({ amount }) => amount);
    expect(amounts).toEqual(expect.arrayContaining([90_000_000, 96_000_000, 4_000_000, 551_000]));
    expect(found?.conflicts.some(({ topic }) => /military aid/i.test(topic))).toBe(true);
    expect(found?.flags).toContain("disputed");
  });
});

describe("a broken file", () => {
  const broken = (file: string, change: (text: string) => string) => {
    const copy = mkdtempSync(join(tmpdir(), "accords-record-"));
    try {
      cpSync(folder, copy, { recursive: true });
      writeFileSync(join(copy, file), change(readFileSync(join(copy, file), "utf8")));
      readRecord(copy);
    } catch (error) {
      if (error instanceof RecordError) return error.faults;
      throw error;
    } finally {
      rmSync(copy, { recursive: true });
    }
    return [];
  };
  const file = "agreements/ukraine-luxembourg-security-2024.json";

  test("is refused with file, row, field and reason", () => {
    expect(broken(file, (text) => text.replace('"date": "2024-05-14"', '"date": "2024-05-34"'))).toEqual([
      {
        file,
        row: expect.stringMatching(/^acts \d+$/),
        field: "date",
        reason: expect.stringContaining("EDTF"),
      },
    ]);
  });

  test("that is no JSON, names a source that is not there, or uses a key twice, is refused too", () => {
    expect(broken(file, (text) => text.slice(0, -5))[0]).toMatchObject({ file, row: null });
    expect(broken("sources.json", (text) => text.replace("urn:seed:", "urn:other:"))[0]?.reason).toContain(
      "is not in sources.json",
    );
    expect(broken("countries.json", (text) => text.replace('"AF"', '"AL"'))[0]?.reason).toContain(
      "used twice",
    );
  });
});

import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import countries from "#data/countries.json" with { type: "json" };
import type { ImportReport } from "#domain/import/report.ts";
import { curator } from "#domain/permission.ts";
import { type CuratedRecord, recordLists } from "#domain/record.ts";
import { defaultView } from "#domain/view.ts";
import { type ImportInput, importBatch, rehearseImport } from "./commands/import-batch.ts";
import { importRecord } from "./commands/import-record.ts";
import { write } from "./commands/ledger.ts";
import type { HeadedRow } from "./commands/plan-rows.ts";
import { recordAct } from "./commands/record-act.ts";
import { revertImport } from "./commands/revert-import.ts";
import type { Database } from "./database.ts";
import { agreementAt } from "./queries/agreement.ts";
import { listAgreements } from "./queries/agreements.ts";
import { verifyChain } from "./queries/chain.ts";
import { openEmpty } from "./testing.ts";

const record: CuratedRecord = {
  countries: recordLists.country.array().parse(countries),
  sources: [],
  countingRules: [],
  frameworks: [],
  agreements: [],
  leftOut: [],
};
const day = (number: number) => `2026-01-${String(number).padStart(2, "0")}T00:00:00.000Z`;

let db: Database;
afterEach(() => db.close());

async function open(): Promise<void> {
  db = await openEmpty();
  await importRecord(db, curator, record, day(1));
}

type Table = readonly (readonly string[])[];

function inputOf([headers = [], ...rows]: Table, more: Partial<ImportInput> = {}): ImportInput {
  async function* all(): AsyncGenerator<HeadedRow> {
    for (const [index, cells] of rows.entries()) {
      const named = Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? ""]));
      yield { headers, row: { row: index + 2, cells: named, faults: [] } };
    }
  }
  return {
    rows: all,
    name: "list.csv",
    fileHash: "0".repeat(64),
    choices: { columns: {}, parties: new Map(), order: undefined },
    headerHash: null,
    accept: "any",
    from: 1,
    ...more,
  };
}

const rehearse = (table: Table, more?: Partial<ImportInput>) =>
  rehearseImport(db, inputOf(table, more), day(2));
const commit = (table: Table, more?: Partial<ImportInput>, now = day(2)) =>
  write(db, curator, "import", now, (entry) => importBatch(entry, inputOf(table, more)));
const revert = (id: string, now = day(9), partial = false) =>
  write(db, curator, "import", now, (entry) => revertImport(entry, { id, reason: "a wrong list", partial }));
const listed = (known: string) =>
  listAgreements(
    db,
    { filters: defaultView, sort: { word: "title", descending: false }, limit: 200, after: null },
    { on: "2026-01-20", known },
  ).then(({ rows }) => rows);
const results = ({ results: all }: Pick<ImportReport, "results">) => all.map(({ result }) => result);
const counts = ({ rows, create, update, unchanged, rejected }: Omit<ImportReport, "dryRun">) => ({
  rows,
  create,
  update,
  unchanged,
  rejected,
});

const header = ["id", "title", "party1", "party2", "signed", "in force"];
const list: Table = [
  header,
  ["1", "Treaty of friendship", "France", "Korea, Republic of", "1990-05-04", "1991-01"],
  ["2", "Fisheries", "USSR", "Norway", "1975-XX-15", ""],
  ["3", "Force first", "Spain", "Italy", "2001-02-03", "2000-01-01"],
];

describe("an import", () => {
  test("creates what the file says, and the dry run said the same and wrote nothing", async () => {
    await open();
    const dry = await rehearse(list);
    expect(counts(dry)).toEqual({ rows: 3, create: 3, update: 0, unchanged: 0, rejected: 0 });
    expect(await listed(day(3))).toEqual([]);
    const { id, ...done } = await commit(list);
    expect(id).toMatch(/^i-/);
    expect(done).toEqual(dry);
    const rows = await listed(day(3));
    expect(rows.map(({ slug }) => slug).sort()).toEqual([
      "france-south-korea-agreement-1990",
      "soviet-union-norway-agreement-1975",
      "spain-italy-agreement-2001",
    ]);
    const found = await agreementAt(db, "spain-italy-agreement-2001", { on: "2026-01-20", known: day(3) });
    expect(found?.contradictions.map(({ code }) => code)).toHaveLength(1);
    const fisheries = await agreementAt(db, "soviet-union-norway-agreement-1975", {
      on: "2026-01-20",
      known: day(3),
    });
    expect(fisheries?.acts.map(({ date, note }) => [date, note])).toEqual([
      ["1975", "The file gives day 15 of an unknown month of 1975."],
    ]);
  });

  test("the same file again is unchanged, also after an editor has worked on it", async () => {
    await open();
    await commit(list);
    await recordAct(
      db,
      curator,
      {
        slug: "soviet-union-norway-agreement-1975",
        revision: 1,
        act: { kind: "ratified", actor: "both", date: "1976", certainty: "done", citations: [] },
      },
      day(4),
    );
    const again = await commit(list, {}, day(5));
    expect(again.id).toBeUndefined();
    expect(counts(again)).toEqual({ rows: 3, create: 0, update: 0, unchanged: 3, rejected: 0 });
  });

  test("a row that adds is an update, one that contradicts is refused without the revision", async () => {
    await open();
    await commit(list);
    const changed: Table = [
      header,
      ["1", "Treaty of friendship", "France", "South Korea", "1990-05-04", "1991-01-07"],
      ["2", "Fisheries", "Soviet Union", "Norway", "1975-XX-15", "1977-01-01"],
    ];
    const report = await commit(changed, {}, day(4));
    expect(results(report)).toEqual(["rejected", "update"]);
    expect(report.results[0]?.reasons).toEqual([
      {
        column: "in force",
        message: expect.stringMatching(/has “1991-01”.*file “1991-01-07”.*revision \(1\)/),
      },
    ]);
    const seen: Table = [
      [...header, "revision"],
      ["1", "Treaty of friendship", "France", "South Korea", "1990-05-04", "1991-01-07", "1"],
      ["2", "Fisheries", "Soviet Union", "Norway", "1975-XX-15", "1978-01-01", "1"],
    ];
    const second = await commit(seen, {}, day(5));
    expect(results(second)).toEqual(["update", "rejected"]);
    expect(second.results[1]?.reasons[0]).toMatchObject({ column: "revision" });
    const rows = await listed(day(6));
    expect(rows.find(({ slug }) => slug.startsWith("france"))?.inForceOn).toBe("1991-01-07");
  });

  test("what an editor withdrew does not come back by itself", async () => {
    await open();
    const { id = "" } = await commit(list);
    await revert(id);
    expect(await listed(day(10))).toEqual([]);
    expect(counts(await commit(list, {}, day(11)))).toMatchObject({ create: 3 });
  });

  test("one row that cannot be imported stores nothing, until the others are agreed to", async () => {
    await open();
    const bad: Table = [...list, ["4", "Nobody", "Atlantis", "France", "1981-09-31", ""]];
    await expect(commit(bad, { accept: "all" })).rejects.toMatchObject({
      guard: "rows-rejected",
      errors: expect.arrayContaining([
        { path: "row 5, signed", message: expect.stringContaining("no day 31") },
      ]),
    });
    await expect(commit(bad, { accept: 4 })).rejects.toMatchObject({ guard: "rows-changed" });
    expect(await listed(day(3))).toEqual([]);
    expect(counts(await commit(bad, { accept: 3 }))).toEqual({
      rows: 4,
      create: 3,
      update: 0,
      unchanged: 0,
      rejected: 1,
    });
  });

  test("a second row of the same agreement names the first", async () => {
    await open();
    const twice = await rehearse([
      header,
      ["7", "A", "France", "Spain", "1990", ""],
      ["7", "B", "France", "Italy", "1991", ""],
      ["8", "a", "Spain", "FRANCE", "1990", ""],
      ["", "A", "France", "Spain", "1991", ""],
    ]);
    expect(results(twice)).toEqual(["create", "rejected", "rejected", "create"]);
    expect(twice.results[1]?.reasons[0]?.message).toContain("Row 2 has the same number");
    expect(twice.results[2]?.reasons[0]?.message).toContain("row 2");
  });

  test("two lists that count alike do not meet", async () => {
    await open();
    await commit(list);
    const other = await rehearse([header, ["1", "Other", "Peru", "Chile", "1990", ""]]);
    expect(results(other)).toEqual(["create"]);
  });
});

describe("reverting an import", () => {
  test("gives the views back as they were, and keeps what was known in between", async () => {
    await open();
    await commit([header, ["1", "Old", "Peru", "Chile", "1950", ""]]);
    const before = await listed(day(3));
    const mixed: Table = [
      header,
      ["1", "Old", "Peru", "Chile", "1950", "1951"],
      ...list.slice(1).map(([, ...rest]) => ["", ...rest]),
    ];
    const { id = "" } = await commit(mixed, {}, day(4));
    const between = JSON.stringify(await listed(day(5)));
    expect(JSON.parse(between)).toHaveLength(4);
    expect(await revert(id)).toEqual({ id, takenOut: 3, changedBack: 1, left: [] });
    const strip = (rows: Awaited<ReturnType<typeof listed>>) =>
      rows.map(({ revision: _revision, changedAt: _changedAt, ...row }) => row);
    expect(strip(await listed(day(10)))).toEqual(strip(before));
    expect(JSON.stringify(await listed(day(5)))).toBe(between);
    expect(await listed(day(3))).toEqual(before);
    await expect(revert(id, day(12))).rejects.toMatchObject({ guard: "already-reverted" });
    expect((await verifyChain(db)).broken).toBeNull();
  });

  test("what somebody has worked on since is named and left", async () => {
    await open();
    const { id = "" } = await commit(list);
    const slug = "spain-italy-agreement-2001";
    const act = { kind: "ratified", actor: "side1", date: "2002", certainty: "done", citations: [] } as const;
    await recordAct(db, curator, { slug, revision: 1, act }, day(4));
    await expect(revert(id)).rejects.toMatchObject({ guard: "edited-since", extra: { slugs: [slug] } });
    expect(await listed(day(10))).toHaveLength(3);
    expect(await revert(id, day(9), true)).toEqual({ id, takenOut: 2, changedBack: 0, left: [slug] });
    expect((await listed(day(10))).map((row) => row.slug)).toEqual([slug]);
  });
});

describe("whatever a list holds", () => {
  const cell = fc.constantFrom(
    "",
    "France",
    "FR",
    "Spain",
    "USSR",
    "Korea",
    "France; Spain",
    "1990-05-04",
    "1990",
    "1981-09-31",
    "03/04/2024",
    "2997",
    "9999-12-31",
    "-0753",
    "Treaty",
    "A",
    "1",
    "__proto__",
    "\u202e",
    "x".repeat(3000),
  );
  const row = fc.tuple(fc.constantFrom("", "1", "2"), cell, cell, cell, cell, cell);

  test("the counts add up, the import does what the dry run said, and again changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
        await open();
        try {
          const table = [header, ...rows];
          const dry = await rehearse(table);
          expect(dry.create + dry.update + dry.unchanged + dry.rejected).toBe(dry.rows);
          expect(dry.rows).toBe(rows.length);
          expect(
            dry.results.filter(({ result, reasons }) => result === "rejected" && reasons.length === 0),
          ).toEqual([]);
          const { id, ...done } = await commit(table);
          expect(done).toEqual(dry);
          expect(await listed(day(3))).toHaveLength(dry.create);
          const again = await commit(table, {}, day(5));
          expect([again.create, again.update, again.unchanged]).toEqual([0, 0, dry.create]);
          if (id !== undefined) await revert(id);
          expect(await listed(day(10))).toEqual([]);
        } finally {
          await db.close();
        }
      }),
      { seed: 7, numRuns: 25 },
    );
    await open();
  }, 60_000);
});

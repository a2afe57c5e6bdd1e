/** The audit log holds enough to build every agreement anew, for random histories; and reverting is a new change. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pickFields } from "#domain/change-content.ts";
import { endOfKnowledge, type Instant } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import { curator } from "#domain/permission.ts";
import { replay } from "#domain/replay.ts";
import type { StageCode } from "#domain/stage.ts";
import type { ActInput } from "./commands/act-input.ts";
import { checkAgreement } from "./commands/check-agreement.ts";
import { citeField, withdrawCitation } from "./commands/cite-field.ts";
import { correctAct } from "./commands/correct-act.ts";
import { editAgreement } from "./commands/edit-agreement.ts";
import { importRecord } from "./commands/import-record.ts";
import { write } from "./commands/ledger.ts";
import { recordAct } from "./commands/record-act.ts";
import { insertCommitment, supersedeCommitment } from "./commands/record-commitment.ts";
import { revertChange } from "./commands/revert-change.ts";
import { withdrawAct } from "./commands/withdraw-act.ts";
import type { Database } from "./database.ts";
import { agreementAt } from "./queries/agreement.ts";
import { anyChange, listChanges } from "./queries/changes.ts";
import { stageMoves } from "./queries/history.ts";
import { readRecord } from "./read-record.ts";
import { openEmpty, openWorld } from "./testing.ts";

const slug = "aa-bb-test";
const now: Instant = "2026-06-01T12:00:00.000Z";
const later: Instant = "2027-01-01T00:00:00.000Z";

const changesOf = async (db: Database, agreementId = 1) => {
  const all = await db.read.select().from(db.tables.changes).orderBy(db.tables.changes.sequence);
  return all.filter((change) => change.agreementId === agreementId);
};

const byId = <T extends { id: string | number }>(rows: readonly T[]) =>
  new Map([...rows].sort((a, b) => (a.id < b.id ? -1 : 1)).map((row) => [row.id, row]));
const inOrder = <K extends string | number, V>(map: ReadonlyMap<K, V>) =>
  new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

/** What the tables say of the agreement, in the form of a replay. */
async function standing(db: Database, agreementId = 1) {
  const { versions, acts, commitments, conflicts, checks, citations, sources } = db.tables;
  const [version] = (await db.read.select().from(versions)).filter(
    (row) => row.agreementId === agreementId && row.knownTo === endOfKnowledge,
  );
  if (!version) throw new Error("no fields");
  const open = <T extends { agreementId: number | null; supersededAt: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.agreementId === agreementId && row.supersededAt === endOfKnowledge);
  const urls = new Map((await db.read.select().from(sources)).map((source) => [source.id, source]));
  const strip = <T extends object>(row: T, ...names: string[]) =>
    Object.fromEntries(
      Object.entries(row).filter(
        ([name]) => !["agreementId", "recordedAt", "recordedBy", "supersededAt", ...names].includes(name),
      ),
    ) as { id: string & number };
  return {
    fields: pickFields(version),
    acts: byId(
      open(await db.read.select().from(acts))
        .filter(({ withdrawal }) => !withdrawal)
        .map((row) => strip(row, "supersedes", "reason", "withdrawal")),
    ),
    commitments: byId(open(await db.read.select().from(commitments)).map((row) => strip(row, "framework"))),
    conflicts: byId(open(await db.read.select().from(conflicts)).map((row) => strip(row, "framework"))),
    checks: byId(open(await db.read.select().from(checks)).map((row) => strip(row, "latest"))),
    citations: byId(
      open(await db.read.select().from(citations)).map((row) => {
        const { url, publisher = null, publishedOn = null } = urls.get(row.sourceId) ?? {};
        return { ...strip(row), url, publisher, publishedOn };
      }),
    ),
  };
}

async function replayed(db: Database, agreementId = 1) {
  const built = replay(await changesOf(db, agreementId));
  return {
    fields: built.fields,
    acts: inOrder(built.acts),
    commitments: inOrder(built.commitments),
    conflicts: inOrder(built.conflicts),
    checks: inOrder(built.checks),
    citations: inOrder(built.citations),
  };
}

const source = fc
  .integer({ min: 1, max: 4 })
  .map((n) => ({ url: `https://example.org/${n}`, publisher: "P" }));
const actInput: fc.Arbitrary<ActInput> = fc.record({
  kind: fc.constantFrom("proposed", "talks", "signed", "ratified", "meeting", "paused"),
  actor: fc.constantFrom("side1", "side2", "both"),
  date: fc.constantFrom("2024-01-05", "2024-03", "2025", "2024-06-01/2024-06-03"),
  certainty: fc.constantFrom("done", "reported", "expected"),
  place: fc.option(fc.constantFrom("Kyiv", "Paris")),
  participants: fc.array(
    fc.record({ name: fc.constantFrom("A", "B"), office: fc.constant(null), side: fc.constant("AA") }),
    {
      maxLength: 2,
    },
  ),
  citations: fc.array(source, { minLength: 1, maxLength: 2 }),
});
const fieldInput = fc.record(
  {
    title: fc.constantFrom("One", "Two"),
    summary: fc.option(fc.constantFrom("S", "T")),
    tags: fc.subarray(["x", "y"]),
    sides: fc.constantFrom<string[][]>([["AA"], ["BB"]], [["BB"], ["AA"]]),
    listNumbers: fc.constantFrom<Record<string, number>>({}, { x: 3 }),
  },
  { requiredKeys: [] },
);
const commitmentInput = fc.record({
  by: fc.constantFrom("AA", null),
  category: fc.constant("military-aid"),
  amount: fc.constantFrom(1, 2.5, null),
  currency: fc.constant("EUR"),
  qualifier: fc.constant(null),
  unit: fc.constant(null),
  period: fc.constantFrom("2023", null),
  description: fc.constantFrom("d", "e"),
  shareNote: fc.constant(null),
  writtenInAgreement: fc.constantFrom(true, null),
  certainty: fc.constant("done" as const),
  note: fc.constant(null),
  citations: fc.array(
    source.map((one) => ({ ...one, stance: "supports" as const })),
    { minLength: 1, maxLength: 2 },
  ),
  reason: fc.constant("better"),
});

const step = fc.oneof(
  fc.record({ verb: fc.constant("record" as const), act: actInput }),
  fc.record({ verb: fc.constant("correct" as const), act: actInput, which: fc.nat() }),
  fc.record({ verb: fc.constant("withdraw" as const), which: fc.nat() }),
  fc.record({ verb: fc.constant("edit" as const), fields: fieldInput }),
  fc.record({ verb: fc.constant("check" as const), on: fc.constantFrom("2026-05-01", "2026-04") }),
  fc.record({ verb: fc.constant("commit" as const), commitment: commitmentInput }),
  fc.record({
    verb: fc.constant("recommit" as const),
    commitment: commitmentInput,
    which: fc.nat(),
    back: fc.boolean(),
  }),
  fc.record({ verb: fc.constant("cite" as const), source, field: fc.constantFrom("title", null) }),
  fc.record({ verb: fc.constant("uncite" as const), which: fc.nat() }),
  { weight: 5, arbitrary: fc.record({ verb: fc.constant("revert" as const), which: fc.nat() }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const pick = <T>(rows: readonly T[], which: number): T | undefined => rows[which % Math.max(1, rows.length)];

/** Does the step; a step that the rules refuse changes nothing. Answers whether it was done. */
async function take(db: Database, next: Step): Promise<boolean> {
  const { acts, commitments, citations } = await standing(db);
  const changes = await changesOf(db);
  const revision = changes.length;
  const reason = "because";
  const as = <T>(work: Parameters<typeof write<T>>[4]) => write(db, curator, "correct", now, work);
  const ids = (map: ReadonlyMap<unknown, { id: unknown }>) => [...map.values()].map(({ id }) => String(id));
  switch (next.verb) {
    case "record":
      await recordAct(db, curator, { slug, revision, act: next.act }, now);
      return true;
    case "edit":
      return (
        (await editAgreement(db, curator, { slug, revision, fields: next.fields }, now)).revision !== revision
      );
    case "check":
      await checkAgreement(db, curator, { slug, on: next.on, note: null }, now);
      return true;
    case "commit":
      await as((entry) => insertCommitment(entry, { slug, revision, body: next.commitment as never }));
      return true;
    case "cite": {
      const citation = { ...next.source, field: next.field };
      await as((entry) => citeField(entry, { slug, revision, citation, reason }));
      return true;
    }
    case "correct":
    case "withdraw": {
      const id = pick(ids(acts), next.which);
      if (id === undefined) return false;
      if (next.verb === "correct")
        await correctAct(db, curator, { id, revision, reason, act: next.act }, now);
      else await withdrawAct(db, curator, { id, revision, reason }, now);
      return true;
    }
    case "recommit": {
      const id = pick(ids(commitments), next.which);
      if (id === undefined) return false;
      const body = next.back ? null : next.commitment;
      await as((entry) => supersedeCommitment(entry, { id, revision, reason }, body as never));
      return true;
    }
    case "uncite": {
      const id = pick(ids(citations), next.which);
      if (id === undefined) return false;
      await as((entry) => withdrawCitation(entry, { id, revision, reason }));
      return true;
    }
    case "revert": {
      const change = pick(changes, next.which);
      if (change) await revertChange(db, curator, { sequence: change.sequence, revision, reason }, now);
      return true;
    }
  }
}

describe("random histories", () => {
  test("the ledger alone gives back the fields, acts, commitments, checks and citations", async () => {
    let reverted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const db = await openWorld({
          agreements: { [slug]: { profile: null, acts: [{ kind: "talks", date: "2024-01-01" }] } },
        });
        try {
          for (const next of steps) {
            const [before, count] = [await standing(db), (await changesOf(db)).length];
            try {
              const done = await take(db, next);
              if (next.verb === "revert" && done) reverted += 1;
            } catch (error) {
              // Refused with its reason, and nothing of it stays.
              if (!(error instanceof DomainError)) throw error;
              expect(["conflict", "rule-broken"]).toContain(error.code);
              expect(await standing(db)).toEqual(before);
              expect(await changesOf(db)).toHaveLength(count);
            }
            expect(await replayed(db)).toEqual(await standing(db));
          }
          const revisions = (await changesOf(db)).map((change) => change.revision);
          expect(revisions).toEqual(revisions.map((_, index) => index + 1));
        } finally {
          await db.close();
        }
      }),
      { numRuns: 25 },
    );
    expect(reverted).toBeGreaterThan(5);
  }, 240_000);

  test("reverting the last change gives back what stood before it, whatever it was", async () => {
    /** Facts come back under new ids and numbers. */
    const content = async (db: Database) => {
      const { fields, acts, commitments, checks, citations } = await standing(db);
      const bare = (map: ReadonlyMap<unknown, object>) =>
        [...map.values()].map((fact) => JSON.stringify({ ...fact, id: 0, subject: "" })).sort();
      return {
        fields,
        acts: bare(acts),
        commitments: bare(commitments),
        checks: bare(checks),
        citations: bare(citations),
      };
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), step, async (steps, last) => {
        const db = await openWorld({ agreements: { [slug]: { profile: null } } });
        try {
          for (const next of steps) await take(db, next).catch(() => false);
          const before = await content(db);
          if (!(await take(db, last).catch(() => false))) return;
          const changes = await changesOf(db);
          const change = changes.at(-1);
          await revertChange(
            db,
            curator,
            { sequence: change?.sequence ?? 0, revision: changes.length, reason: "a mistake" },
            now,
          );
          expect(await content(db)).toEqual(before);
        } finally {
          await db.close();
        }
      }),
      { numRuns: 25 },
    );
  }, 240_000);
});

test("the ledger of the curated record gives back every agreement of it", async () => {
  const db = await openEmpty();
  try {
    await importRecord(db, curator, readRecord(`${import.meta.dirname}/../data`), now);
    const agreements = await db.read.select().from(db.tables.agreements);
    expect(agreements.length).toBeGreaterThan(30);
    for (const { id } of agreements) expect(await replayed(db, id)).toEqual(await standing(db, id));
  } finally {
    await db.close();
  }
}, 60_000);

describe("a revert", () => {
  const talks: ActInput = {
    kind: "talks",
    actor: "both",
    date: "2024-05-14",
    certainty: "done",
    citations: [{ url: "https://example.org/a" }],
  };
  const world = () =>
    openWorld({
      agreements: { [slug]: { profile: null, acts: [{ kind: "proposed", date: "2023-08", id: "e1" }] } },
    });
  const stageOf = async (db: Database) =>
    (await agreementAt(db, slug, { on: "2026-06-01", known: later }))?.stage.code;
  const sequenceOf = async (db: Database, revision: number) =>
    (await changesOf(db)).find((change) => change.revision === revision)?.sequence ?? 0;

  test("of a recorded act withdraws it, of that revert records it again, and the history shows all three", async () => {
    const db = await world();
    try {
      await recordAct(db, curator, { slug, revision: 1, act: talks }, now);
      const stages: (StageCode | undefined)[] = [await stageOf(db)];
      for (const revision of [2, 3]) {
        const sequence = await sequenceOf(db, revision);
        await revertChange(db, curator, { sequence, revision, reason: "wrong agreement" }, now);
        stages.push(await stageOf(db));
      }
      expect(stages).toEqual(["negotiating", "proposed", "negotiating"]);
      const { rows } = await listChanges(
        db,
        { ...anyChange, agreement: slug, limit: 9, before: null },
        { known: later },
      );
      expect(rows.map(({ verb, revision }) => [verb, revision])).toEqual([
        ["act-recorded", 4],
        ["act-withdrawn", 3],
        ["act-recorded", 2],
        ["agreement-imported", 1],
      ]);
      expect(rows[0]?.after).toMatchObject({ reverts: { revision: 3 }, act: { kind: "talks" } });
      expect(rows[1]).toMatchObject({
        after: { reverts: { revision: 2 } },
        reason: "wrong agreement",
        by: curator.id,
      });
      const moves = await stageMoves(db, rows, { on: "2026-06-01" });
      expect(rows.map(({ sequence }) => moves.get(sequence))).toEqual([
        { from: "proposed", to: "negotiating" },
        { from: "negotiating", to: "proposed" },
        { from: "proposed", to: "negotiating" },
        { from: "unknown", to: "proposed" },
      ]);
    } finally {
      await db.close();
    }
  });

  test("of fields is a conflict that names those changed again since, and touches none", async () => {
    const db = await world();
    try {
      await editAgreement(db, curator, { slug, revision: 1, fields: { title: "B", summary: "s" } }, now);
      await editAgreement(db, curator, { slug, revision: 2, fields: { title: "C" } }, now);
      const sequence = await sequenceOf(db, 2);
      await expect(
        revertChange(db, curator, { sequence, revision: 3, reason: "no" }, now),
      ).rejects.toMatchObject({ code: "conflict", extra: { conflicts: ["title"], revision: 3 } });
      expect((await standing(db)).fields).toMatchObject({ title: "C", summary: "s" });
    } finally {
      await db.close();
    }
  });

  test("is refused where it makes no sense, each time by name", async () => {
    const db = await world();
    try {
      await recordAct(db, curator, { slug, revision: 1, act: talks }, now);
      const [loaded, recorded] = [await sequenceOf(db, 1), await sequenceOf(db, 2)];
      const revert = (sequence: number, revision: number, reason = "no") =>
        revertChange(db, curator, { sequence, revision, reason }, now);
      await expect(revert(loaded, 2)).rejects.toMatchObject({ code: "rule-broken", guard: "not-revertible" });
      await expect(revert(recorded, 2, " ")).rejects.toMatchObject({ guard: "reason-required" });
      await expect(revert(recorded, 1)).rejects.toMatchObject({ code: "conflict" });
      await expect(revert(999, 2)).rejects.toMatchObject({ code: "not-found" });
      await revert(recorded, 2);
      await expect(revert(recorded, 3)).rejects.toMatchObject({ code: "conflict" });
      const contributor = { id: "somebody", role: "contributor" as const };
      await expect(async () =>
        revertChange(db, contributor, { sequence: recorded, revision: 3, reason: "no" }, now),
      ).rejects.toMatchObject({ code: "forbidden" });
      expect(await changesOf(db)).toHaveLength(3);
    } finally {
      await db.close();
    }
  });
});

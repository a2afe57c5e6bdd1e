/** The ledger and what is derived from it, for random histories of records, corrections and withdrawals. */
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { type ActKind, actKindCodes, type Certainty, type Profile } from "#domain/act.ts";
import { endOfKnowledge, type Instant } from "#domain/clocks.ts";
import { dayFromNumber, dayNumber, dayOfInstant } from "#domain/day.ts";
import { curator } from "#domain/permission.ts";
import { defaultSort, noFilters } from "#domain/view.ts";
import type { ActInput } from "./commands/act-input.ts";
import { correctAct } from "./commands/correct-act.ts";
import { recordAct } from "./commands/record-act.ts";
import { withdrawAct } from "./commands/withdraw-act.ts";
import type { Database } from "./database.ts";
import { agreementAt } from "./queries/agreement.ts";
import { allAgreements } from "./queries/agreements.ts";
import { replayDifferences } from "./replay.ts";
import { openWorld } from "./testing.ts";

const slug = "aa-bb-test";
const now: Instant = "2026-06-01T12:00:00.000Z";
let db: Database | undefined;
afterEach(() => {
  db?.close();
  db = undefined;
});

const actInput = fc.record({
  kind: fc.constantFrom<ActKind>(
    ...actKindCodes.filter((kind) => kind !== "in-force" && kind !== "in-effect"),
  ),
  actor: fc.constantFrom("side1", "side2", "both", "third"),
  date: fc.integer({ min: dayNumber("2023-01-01"), max: dayNumber("2026-05-31") }).chain((number) => {
    const day = dayFromNumber(number);
    return fc.constantFrom(day, day.slice(0, 7), `${day}/${dayFromNumber(number + 3)}`);
  }),
  certainty: fc.constantFrom<Certainty>("done", "reported", "announced", "expected"),
}) satisfies fc.Arbitrary<Omit<ActInput, "citations">>;

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ verb: fc.constant("record" as const), act: actInput }) },
  {
    weight: 2,
    arbitrary: fc.record({ verb: fc.constant("correct" as const), act: actInput, which: fc.nat() }),
  },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant("withdraw" as const), which: fc.nat() }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const cited = (act: Omit<ActInput, "citations">): ActInput => ({
  ...act,
  citations: [{ url: "https://example.org/a", publishedOn: "2023-01-01" }],
});

/** Runs the steps; answers with the instant after each. */
async function play(world: Database, steps: readonly Step[]): Promise<Instant[]> {
  const standing: string[] = [];
  let revision = 1;
  for (const next of steps) {
    const index = "which" in next && standing.length > 0 ? next.which % standing.length : -1;
    const id = standing[index];
    if (next.verb === "record" || id === undefined) {
      if (next.verb === "withdraw") continue;
      const recorded = await recordAct(world, curator, { slug, revision, act: cited(next.act) }, now);
      standing.push(recorded.id);
    } else if (next.verb === "correct") {
      const corrected = await correctAct(
        world,
        curator,
        { id, revision, reason: "wrong date", act: cited(next.act) },
        now,
      );
      standing.splice(index, 1, corrected.id);
    } else {
      await withdrawAct(world, curator, { id, revision, reason: "no such act" }, now);
      standing.splice(index, 1);
    }
    revision += 1;
  }
  const { changes } = world.tables;
  return (await world.read.select({ at: changes.recordedAt }).from(changes).orderBy(changes.sequence)).map(
    ({ at }) => at,
  );
}

describe("random histories", () => {
  test("the stored stage periods equal a replay of the ledger up to every `known`", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 14 }),
        fc.constantFrom<Profile | null>("treaty", "political", "definitive", null),
        async (steps, profile) => {
          const world = await openWorld({ agreements: { [slug]: { profile } } });
          try {
            const instants = await play(world, steps);
            expect(new Set(instants).size).toBe(instants.length);
            expect(await replayDifferences(world)).toEqual([]);
          } finally {
            await world.close();
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  test("no view with an earlier `known` changes when something is recorded later", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 8 }),
        fc.array(step, { minLength: 1, maxLength: 6 }),
        async (first, second) => {
          const world = await openWorld({ agreements: { [slug]: {} } });
          try {
            const known = (await play(world, first)).at(-1) ?? now;
            const view = async () => {
              const days = ["2023-06-15", "2024-06-15", "2026-06-01"];
              return JSON.stringify(
                await Promise.all(
                  days.map(async (on) => [
                    await agreementAt(world, slug, { on, known }),
                    await allAgreements(world, { ...noFilters, q: "test" }, defaultSort, { on, known }),
                  ]),
                ),
              );
            };
            const before = await view();
            const standing = await world.read.select().from(world.tables.acts);
            let revision = (await world.read.select().from(world.tables.changes)).length;
            for (const next of second) {
              if (next.verb === "withdraw") continue;
              await recordAct(world, curator, { slug, revision, act: cited(next.act) }, now);
              revision += 1;
            }
            const open = standing.find((row) => row.supersededAt === endOfKnowledge && !row.withdrawal);
            if (open)
              await withdrawAct(world, curator, { id: open.id, revision, reason: "checked again" }, now);
            expect(await view()).toBe(before);
          } finally {
            await world.close();
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});

describe("one write", () => {
  const talks: ActInput = {
    kind: "talks",
    actor: "both",
    date: "2024-05-14",
    certainty: "done",
    round: 1,
    citations: [{ url: "https://example.org/a" }],
  };

  test("recording moves the stage, numbers the revision and keeps what was known before", async () => {
    db = await openWorld({ agreements: { [slug]: { acts: [{ kind: "proposed", date: "2023-08" }] } } });
    const before = await agreementAt(db, slug, { on: "2024-06-01", known: now });
    const { revision } = await recordAct(db, curator, { slug, revision: 1, act: talks }, now);
    const after = await agreementAt(db, slug, { on: "2024-06-01", known: "2026-12-31T00:00:00.000Z" });
    expect(revision).toBe(2);
    expect([before?.stage.code, after?.stage.code]).toEqual(["proposed", "negotiating"]);
    expect(after?.explanation).toMatchObject({ transition: "open-talks", law: "VCLT 7" });
    expect(after?.revision).toBe(2);
  });

  test("a correction is no transition: the stage never was what the wrong date said", async () => {
    db = await openWorld({
      agreements: { [slug]: { acts: [{ kind: "signed", date: "2024-07-10", id: "e1" }] } },
    });
    await correctAct(
      db,
      curator,
      {
        id: "e1",
        revision: 1,
        reason: "misread",
        act: { ...talks, kind: "signed", date: "2024-08-10", round: null },
      },
      now,
    );
    const on = async (day: string) =>
      (await agreementAt(db as Database, slug, { on: day, known: "2026-12-31T00:00:00.000Z" }))?.stage.code;
    expect([await on("2024-07-20"), await on("2024-08-10")]).toEqual(["unknown", "signed"]);
    const changes = await db.read.select().from(db.tables.changes);
    expect(changes.at(-1)).toMatchObject({ verb: "act-corrected", reason: "misread", by: curator.id });
  });

  test("a stale revision is refused and nothing is written", async () => {
    db = await openWorld({ agreements: { [slug]: {} } });
    await recordAct(db, curator, { slug, revision: 1, act: talks }, now);
    await expect(recordAct(db, curator, { slug, revision: 1, act: talks }, now)).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await db.read.$count(db.tables.acts)).toBe(1);
  });

  test.each([
    ["a date in the future", { ...talks, date: "2027-01-01" }, "not-in-the-future"],
    ["force of a political text", { ...talks, kind: "in-force" as const }, "political-is-in-effect"],
    ["how it ended, of talks", { ...talks, how: "expired" as const }, "how-it-ended"],
  ])("%s is refused by name", async (_what, act, guard) => {
    db = await openWorld({ agreements: { [slug]: {} } });
    await expect(recordAct(db, curator, { slug, revision: 1, act }, now)).rejects.toMatchObject({
      code: "rule-broken",
      guard,
    });
    expect(await db.read.$count(db.tables.acts)).toBe(0);
    expect(await db.read.$count(db.tables.changes)).toBe(1);
  });

  test("a binding text is never in effect", async () => {
    db = await openWorld({ agreements: { [slug]: { profile: "treaty" } } });
    const act = { ...talks, kind: "in-effect" as const };
    await expect(recordAct(db, curator, { slug, revision: 1, act }, now)).rejects.toMatchObject({
      guard: "binding-is-in-force",
    });
  });

  test("who may not record is refused", async () => {
    db = await openWorld({ agreements: { [slug]: {} } });
    const reader = { id: "somebody", role: "contributor" as const };
    await expect(async () =>
      recordAct(db as Database, reader, { slug, revision: 1, act: talks }, now),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("a correction needs a reason, and an act is superseded once", async () => {
    db = await openWorld({
      agreements: { [slug]: { acts: [{ kind: "talks", date: "2024-05", id: "e1" }] } },
    });
    await expect(withdrawAct(db, curator, { id: "e1", revision: 1, reason: " " }, now)).rejects.toMatchObject(
      { guard: "reason-required" },
    );
    await withdrawAct(db, curator, { id: "e1", revision: 1, reason: "never happened" }, now);
    await expect(
      withdrawAct(db, curator, { id: "e1", revision: 2, reason: "again" }, now),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  test("recording instants increase though the clock stands still or goes back", async () => {
    db = await openWorld({ agreements: { [slug]: {} }, now });
    await recordAct(db, curator, { slug, revision: 1, act: talks }, now);
    await recordAct(db, curator, { slug, revision: 2, act: talks }, "2020-01-01T00:00:00.000Z");
    await recordAct(db, curator, { slug, revision: 3, act: talks }, now);
    const instants = (await db.read.select({ at: db.tables.changes.recordedAt }).from(db.tables.changes)).map(
      ({ at }) => at,
    );
    expect(instants).toEqual([...new Set(instants)].sort());
    expect(dayOfInstant(instants.at(-1) ?? "")).toBe("2026-06-01");
  });
});

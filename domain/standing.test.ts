import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ActKind,
  actKindCodes,
  actors,
  certainties,
  type LedgerAct,
  type Profile,
  profiles,
} from "./act.ts";
import { type Day, dayFromNumber, dayNumber } from "./day.ts";
import { derivePath } from "./derivation.ts";
import { deriveExpectations, deriveFlags, type Evidence, flagCodes, flagRules } from "./standing.ts";

let count = 0;
const act = (kind: ActKind, date: string, more: Partial<LedgerAct> = {}): LedgerAct => ({
  id: `${kind}-${count++}`,
  kind,
  actor: "both",
  date,
  effectiveOn: null,
  certainty: "done",
  statedOn: date.slice(0, 10),
  ...more,
});
/** An announced act: for when, and when it was said. */
const announced = (kind: ActKind, date: string, statedOn: Day, more: Partial<LedgerAct> = {}) =>
  act(kind, date, { certainty: "announced", statedOn, ...more });

const expectationsOf = (acts: readonly LedgerAct[], profile: Profile | null = "treaty") =>
  deriveExpectations(acts, derivePath(acts, profile));

const flagsOf = (
  acts: readonly LedgerAct[],
  more: Partial<Evidence> = {},
  profile: Profile | null = "treaty",
) => {
  const path = derivePath(acts, profile);
  const expectations = deriveExpectations(acts, path);
  return deriveFlags({
    acts,
    path,
    expectations,
    unsourcedSince: [],
    disputedSince: [],
    seenOn: [],
    ...more,
  });
};
const spans = (flag: string, found: ReturnType<typeof flagsOf>) =>
  found.filter((one) => one.flag === flag).map(({ from, to }) => [from, to]);

describe("an expectation", () => {
  test("lasts from the day it was stated until the act, with the slip in days", () => {
    const thisWeek = announced("signed", "2024-05-13/2024-05-19", "2024-05-13");
    const signed = act("signed", "2024-05-27");
    expect(expectationsOf([act("talks", "2024-03-01"), thisWeek, signed])).toEqual([
      {
        act: thisWeek.id,
        kind: "signed",
        date: "2024-05-13/2024-05-19",
        certainty: "announced",
        from: "2024-05-13",
        to: "2024-05-27",
        metBy: signed.id,
        slipDays: 8,
      },
    ]);
  });

  test.each([
    ["2024-05-14/..", "2024-05-31", 0],
    ["2024-06", "2024-05-30", -2],
    ["2024-06", "2024-06-15", 0],
    ["2024-06", "2024-07-01", 1],
  ])("for %s that came true on %s slipped by %i", (date, on, slip) => {
    const [found] = expectationsOf([announced("signed", date, "2024-05-14"), act("signed", on)]);
    expect(found?.slipDays).toBe(slip);
  });

  test("of a signature is met by the last side's signature", () => {
    const side2 = act("signed", "2024-06-01", { actor: "side2" });
    const side1 = act("signed", "2024-06-09", { actor: "side1" });
    const [found] = expectationsOf([announced("signed", "2024-06-01", "2024-05-14"), side1, side2]);
    expect(found).toMatchObject({ metBy: side1.id, slipDays: 8, to: "2024-06-09" });
  });

  test("is replaced by a later one of its kind", () => {
    const first = announced("signed", "2024-06", "2024-05-01");
    const second = announced("signed", "2024-09", "2024-06-20");
    const found = expectationsOf([second, first]);
    expect(found.find((one) => one.act === first.id)).toMatchObject({
      from: "2024-05-01",
      to: "2024-06-20",
      metBy: null,
    });
    expect(found.find((one) => one.act === second.id)).toMatchObject({ from: "2024-06-20", to: null });
  });

  test("of one side's consent is not replaced, met or made moot by the other side's", () => {
    const signed = act("signed", "2024-01-01");
    const side1 = announced("ratified", "2024-06", "2024-02-01", { actor: "side1" });
    const side2 = announced("ratified", "2024-07", "2024-03-01", { actor: "side2" });
    const done = act("ratified", "2024-06-10", { actor: "side1" });
    const found = expectationsOf([signed, side1, side2, done]);
    expect(found.find((one) => one.act === side1.id)).toMatchObject({ to: "2024-06-10", metBy: done.id });
    expect(found.find((one) => one.act === side2.id)).toMatchObject({ to: null, metBy: null });
  });

  test("of a notice of completed procedures outlasts the signature", () => {
    const [found] = expectationsOf([
      act("signed", "2024-01-01"),
      announced("notified", "2024-06", "2024-02-01"),
    ]);
    expect(found?.to).toBeNull();
  });

  test("of a next round is not met by the round of the day it was stated", () => {
    const round1 = act("talks", "2024-05-14");
    const next = announced("talks", "2024-06", "2024-05-14");
    expect(expectationsOf([round1, next])[0]).toMatchObject({ to: null, metBy: null });
    const round2 = act("talks", "2024-06-20");
    expect(expectationsOf([round1, next, round2])[0]).toMatchObject({ to: "2024-06-20", metBy: round2.id });
  });

  test("is moot once the agreement is past it, or has ended", () => {
    const talks = act("talks", "2024-01-01");
    const expected = announced("text-agreed", "2024-06", "2024-02-01");
    expect(expectationsOf([talks, expected, act("signed", "2024-05-05")])[0]).toMatchObject({
      to: "2024-05-05",
      metBy: null,
    });
    expect(expectationsOf([talks, expected, act("not-pursued", "2024-05-05")])[0]).toMatchObject({
      to: "2024-05-05",
    });
    const meeting = announced("meeting", "2024-06", "2024-02-01");
    expect(expectationsOf([talks, meeting, act("signed", "2024-05-05")])[0]?.to).toBeNull();
  });
});

describe("overdue", () => {
  test("begins the day after the last expected day and ends with the act", () => {
    const acts = [announced("signed", "2024-05-13/2024-05-19", "2024-05-13"), act("signed", "2024-05-27")];
    expect(spans("overdue", flagsOf(acts))).toEqual([["2024-05-20", "2024-05-27"]]);
  });
  test("lasts while the act is missing", () => {
    expect(spans("overdue", flagsOf([announced("signed", "2024-05", "2024-05-01")]))).toEqual([
      ["2024-06-01", null],
    ]);
  });
  test("never begins for a date without an end, nor for what came in time", () => {
    expect(spans("overdue", flagsOf([announced("signed", "2024-05-14/..", "2024-05-14")]))).toEqual([]);
    expect(
      spans("overdue", flagsOf([announced("signed", "2024-05", "2024-05-01"), act("signed", "2024-05-31")])),
    ).toEqual([]);
  });
  test("begins with the statement when that came later than the date", () => {
    expect(spans("overdue", flagsOf([announced("signed", "2024-05", "2024-08-01")]))).toEqual([
      ["2024-08-01", null],
    ]);
  });
  test("is one period where expectations overlap", () => {
    const acts = [
      announced("signed", "2024-05", "2024-01-01"),
      announced("in-force", "2024-06", "2024-01-01"),
    ];
    expect(spans("overdue", flagsOf(acts))).toEqual([["2024-06-01", null]]);
  });
});

describe("stalled", () => {
  test("begins nine months after the last act that can move the stage, and ends with the next", () => {
    const acts = [act("talks", "2024-01-31"), act("talks", "2024-12-01")];
    expect(spans("stalled", flagsOf(acts))).toEqual([
      ["2024-10-31", "2024-12-01"],
      ["2025-09-01", null],
    ]);
  });
  test("is put off by no other act", () => {
    const acts = [
      act("talks", "2024-01-31"),
      act("meeting", "2024-09-01"),
      announced("signed", "2025-06", "2024-09-01"),
    ];
    expect(spans("stalled", flagsOf(acts))).toEqual([["2024-10-31", null]]);
  });
  test("says nothing of what is on hold or signed", () => {
    expect(spans("stalled", flagsOf([act("talks", "2020-01-31"), act("paused", "2020-02-01")]))).toEqual([]);
    expect(spans("stalled", flagsOf([act("talks", "2024-01-31"), act("signed", "2024-02-01")]))).toEqual([]);
  });
});

describe("stale, unsourced and disputed", () => {
  test("stale begins a year after the last look and ends with the next", () => {
    const acts = [act("talks", "2023-01-01")];
    expect(spans("stale", flagsOf(acts, { seenOn: ["2024-09-01", "2023-01-01"] }))).toEqual([
      ["2024-01-01", "2024-09-01"],
      ["2025-09-01", null],
    ]);
  });
  test("nobody needs to look after the end", () => {
    const acts = [act("signed", "2023-01-01"), act("ended", "2023-06-01")];
    expect(spans("stale", flagsOf(acts, { seenOn: ["2023-01-01"] }))).toEqual([]);
  });
  test("unsourced and disputed begin with the first reason", () => {
    const found = flagsOf([], {
      unsourcedSince: ["2024-03-01", "2024-02-01"],
      disputedSince: ["2024-05-01"],
    });
    expect(spans("unsourced", found)).toEqual([["2024-02-01", null]]);
    expect(spans("disputed", found)).toEqual([["2024-05-01", null]]);
  });
  test("a contradiction between acts is a dispute", () => {
    const acts = [act("in-force", "2024-07-01"), act("signed", "2024-07-10")];
    expect(spans("disputed", flagsOf(acts))).toEqual([["2024-07-10", null]]);
  });
});

test("each flag has one sentence", () => {
  for (const flag of flagCodes) expect(flagRules[flag].definition).toMatch(/^[A-Z][^.]*\.$/);
});

test("periods of one flag never touch, overlap or turn round, whatever happened", () => {
  const day = fc.integer({ min: dayNumber("2022-01-01"), max: dayNumber("2026-12-31") }).map(dayFromNumber);
  const date = fc.oneof(
    day,
    day.map((one) => one.slice(0, 7)),
    day.map((one) => `${one}/..`),
  );
  const history = fc
    .array(
      fc.record({
        kind: fc.constantFrom(...actKindCodes),
        actor: fc.constantFrom(...actors),
        date,
        effectiveOn: fc.constant(null),
        certainty: fc.constantFrom(...certainties),
        statedOn: day,
      }),
      { maxLength: 16 },
    )
    .map((bodies) => bodies.map((one, index): LedgerAct => ({ ...one, id: `a${index}` })));
  const days = fc.array(day, { maxLength: 4 });
  fc.assert(
    fc.property(
      history,
      days,
      days,
      fc.constantFrom<Profile | null>(...profiles, null),
      (acts, seenOn, unsourcedSince, profile) => {
        const found = flagsOf(acts, { seenOn, unsourcedSince }, profile);
        for (const { from, to } of found) expect(to === null || from < to).toBe(true);
        found.slice(1).forEach((one, index) => {
          const before = found[index];
          if (before?.flag === one.flag) expect(before.to !== null && before.to < one.from).toBe(true);
        });
        for (const one of expectationsOf(acts, profile)) {
          expect(one.to === null || one.to >= one.from).toBe(true);
          expect(one.slipDays === null).toBe(one.metBy === null);
        }
      },
    ),
    { numRuns: 150 },
  );
});

import { describe, expect, test } from "vitest";
import type { ActKind, LedgerAct, Profile } from "./act.ts";
import { effectOf, newAct, nextActs } from "./next-acts.ts";

const today = "2026-11-25";

const done = (kind: ActKind, date: string, more: Partial<LedgerAct> = {}): LedgerAct => ({
  id: `${kind}-${date}`,
  kind,
  actor: "both",
  date,
  effectiveOn: null,
  certainty: "done",
  statedOn: date,
  ...more,
});
const next = (
  acts: LedgerAct[],
  profile: Profile | null,
  more: Partial<Parameters<typeof nextActs>[0]> = {},
) => nextActs({ acts, profile, today, ...more });
const kinds = (...args: Parameters<typeof next>) => next(...args).map(({ kind }) => kind);

const talks = [done("proposed", "2023-08"), done("talks", "2024-05-14")];

describe("what may come next", () => {
  test("an empty record begins with a proposal", () => {
    expect(kinds([], "political")[0]).toBe("proposed");
  });

  test("the shortest step forward comes first, ends come last", () => {
    expect(kinds(talks, "political")).toEqual([
      "text-agreed",
      "initialled",
      "signed",
      "in-effect",
      "talks",
      "paused",
      "discontinued",
      "not-pursued",
    ]);
  });

  test("what usually came next in the record is better than the shortest step", () => {
    expect(kinds(talks, "political", { usual: { signed: 28, initialled: 2 } }).slice(0, 3)).toEqual([
      "signed",
      "initialled",
      "text-agreed",
    ]);
  });

  test("what is expected comes before everything", () => {
    expect(next(talks, "political", { usual: { signed: 28 }, expected: ["initialled"] })[0]).toEqual({
      kind: "initialled",
      to: "initialled",
      usual: 0,
      expected: true,
    });
  });

  test("force is for what binds, effect for what does not", () => {
    const signed = [...talks, done("signed", "2024-07-10")];
    expect(kinds(signed, "political")).toEqual(["in-effect", "ended", "discontinued", "not-pursued"]);
    expect(kinds(signed, "treaty").slice(0, 2)).toEqual(["ratified", "accepted"]);
    expect(kinds(signed, "treaty")).toContain("in-force");
    expect(kinds(signed, "treaty")).not.toContain("in-effect");
  });

  test("paused talks may be resumed; nothing follows an end", () => {
    expect(kinds([...talks, done("paused", "2024-06-01")], null)).toContain("resumed");
    expect(kinds([...talks, done("discontinued", "2024-06-01")], null)).toEqual([]);
  });
});

describe("what an act would do", () => {
  const codes = (act: LedgerAct, acts: LedgerAct[], profile: Profile | null = "political") =>
    effectOf({ ...act, id: newAct }, { acts, profile }).warnings.map(({ code }) => code);

  test("talks, then signature, is a normal step", () => {
    expect(
      effectOf({ ...done("signed", "2024-07-10"), id: newAct }, { acts: talks, profile: "political" }),
    ).toMatchObject({
      stage: "signed",
      begins: "signed",
      warnings: [],
    });
  });

  test("a signature without talks skips them", () => {
    expect(codes(done("signed", "2024-07-10"), [done("proposed", "2023-08")])).toEqual(["skips"]);
  });

  test("force of a treaty without signature skips signature and consent", () => {
    expect(codes(done("in-force", "2024-07-10"), talks, "treaty")).toEqual(["skips", "skips"]);
  });

  test("reopening goes back", () => {
    expect(codes(done("reopened", "2024-07-01"), [...talks, done("text-agreed", "2024-06-01")])).toEqual([
      "goes-back",
    ]);
  });

  test("talks after a signature move nothing, and say so", () => {
    expect(codes(done("talks", "2024-08-01"), [...talks, done("signed", "2024-07-10")])).toEqual(["stays"]);
  });

  test("one side's signature waits for the other", () => {
    const effect = effectOf(
      { ...done("signed", "2024-07-10", { actor: "side1" }), id: newAct },
      { acts: talks, profile: null },
    );
    expect(effect.warnings[0]?.message).toBe("It counts as signed once the other side has signed too.");
  });

  test("an expected act moves nothing and warns of nothing", () => {
    expect(
      effectOf(
        { ...done("signed", "2027-01-01", { certainty: "expected" }), id: newAct },
        { acts: talks, profile: null },
      ),
    ).toMatchObject({
      stage: "negotiating",
      begins: null,
      warnings: [],
    });
  });
});

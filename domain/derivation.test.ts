import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ActKind,
  actKindCodes,
  actKinds,
  actors,
  certainties,
  happened,
  type LedgerAct,
  type Profile,
  profiles,
} from "./act.ts";
import { dayFromNumber, dayNumber } from "./day.ts";
import { contradictionRules, derivePath, stageOn } from "./derivation.ts";
import { stages, transitionById } from "./stage.ts";

let count = 0;
/** An act written as kind, date and what differs from a done act of both sides. */
const act = (kind: ActKind, date: string, more: Partial<LedgerAct> = {}): LedgerAct => ({
  id: `${kind}-${count++}`,
  kind,
  actor: "both",
  date,
  effectiveOn: null,
  certainty: "done",
  statedOn: "2024-01-01",
  ...more,
});

/** The path as `stage from–to`, days only where they say something. */
const pathOf = (acts: readonly LedgerAct[], profile: Profile | null = "treaty") =>
  derivePath(acts, profile).periods.map(({ stage, from }) => [stage, from]);
const contradictionsOf = (acts: readonly LedgerAct[], profile: Profile | null = "treaty") =>
  derivePath(acts, profile).contradictions.map(({ code }) => code);

describe("the path", () => {
  test("runs from proposal to end", () => {
    const acts = [
      act("proposed", "2023-08-22"),
      act("talks", "2024-05-14"),
      act("text-agreed", "2024-06-01"),
      act("initialled", "2024-06-02"),
      act("signed", "2024-07-10"),
      act("ratified", "2024-09-01", { actor: "side1" }),
      act("ratified", "2024-10-01", { actor: "side2" }),
      act("in-force", "2024-11-01"),
      act("ended", "2034-11-01"),
    ];
    expect(pathOf(acts)).toEqual([
      ["proposed", "2023-08-22"],
      ["negotiating", "2024-05-14"],
      ["text-agreed", "2024-06-01"],
      ["initialled", "2024-06-02"],
      ["signed", "2024-07-10"],
      ["consenting", "2024-09-01"],
      ["in-force", "2024-11-01"],
      ["ended", "2034-11-01"],
    ]);
    expect(contradictionsOf(acts)).toEqual([]);
  });

  test("is empty without an act that moves", () => {
    expect(derivePath([], null)).toEqual({ periods: [], contradictions: [] });
    expect(pathOf([act("meeting", "2024-05-13"), act("aid", "2024-05-13")])).toEqual([]);
  });

  test("may skip steps", () => {
    expect(pathOf([act("talks", "2024-05-14"), act("signed", "2024-07-10")])).toEqual([
      ["negotiating", "2024-05-14"],
      ["signed", "2024-07-10"],
    ]);
    expect(pathOf([act("in-force", "2024-07-10")], "definitive")).toEqual([["in-force", "2024-07-10"]]);
  });

  test("is signed when the last side signs, by both acts in their order", () => {
    const side2 = act("signed", "2024-05-02", { actor: "side2" });
    const side1 = act("signed", "2024-05-23", { actor: "side1" });
    const { periods } = derivePath([side1, side2], "treaty");
    expect(periods).toMatchObject([
      { stage: "signed", from: "2024-05-23", because: { transition: "sign", acts: [side2.id, side1.id] } },
    ]);
  });

  test("is not signed by one side, nor by a third", () => {
    expect(
      pathOf([
        act("signed", "2024-05-02", { actor: "side2" }),
        act("signed", "2024-05-03", { actor: "third" }),
      ]),
    ).toEqual([]);
    expect(
      pathOf([
        act("signed", "2024-05-02", { actor: "side2" }),
        act("signed", "2024-05-03", { actor: "side2" }),
      ]),
    ).toEqual([]);
  });

  test("has a stage of no length where signature and effect fall on one day", () => {
    const acts = [act("in-effect", "2024-07-10"), act("signed", "2024-07-10")];
    const { periods, contradictions } = derivePath(acts, "political");
    expect(periods).toMatchObject([
      { stage: "signed", from: "2024-07-10", to: "2024-07-10" },
      { stage: "in-effect", from: "2024-07-10", to: null },
    ]);
    expect(contradictions).toEqual([]);
    expect(stageOn(periods, "2024-07-10")?.period.stage).toBe("in-effect");
  });

  test("is not moved by what is announced or expected, however long past", () => {
    const acts = [
      act("talks", "2024-05-14"),
      act("signed", "2024-06-13", { certainty: "announced" }),
      act("in-force", "2024-06-14", { certainty: "expected" }),
    ];
    expect(pathOf(acts)).toEqual([["negotiating", "2024-05-14"]]);
    expect(pathOf([act("signed", "2024-06-13", { certainty: "reported" })])).toEqual([
      ["signed", "2024-06-13"],
    ]);
  });

  test("goes back to what was paused", () => {
    const around = (kind: ActKind, back: ActKind = "resumed") =>
      pathOf([act(kind, "2024-01-01"), act("paused", "2024-02-01"), act(back, "2024-03-01")]).map(
        ([stage]) => stage,
      );
    expect(around("talks")).toEqual(["negotiating", "paused", "negotiating"]);
    expect(around("talks", "talks")).toEqual(["negotiating", "paused", "negotiating"]);
    expect(around("text-agreed")).toEqual(["text-agreed", "paused", "text-agreed"]);
    expect(around("initialled")).toEqual(["initialled", "paused", "initialled"]);
  });

  test("asks for new signatures after the text was reopened, by both sides", () => {
    const acts = [
      act("text-agreed", "2024-01-01"),
      act("signed", "2024-02-01", { actor: "side1" }),
      act("reopened", "2024-03-01"),
      act("signed", "2024-04-01", { actor: "side2" }),
    ];
    expect(pathOf(acts).at(-1)).toEqual(["negotiating", "2024-03-01"]);
    expect(pathOf([...acts, act("signed", "2024-05-01", { actor: "side1" })]).at(-1)).toEqual([
      "signed",
      "2024-05-01",
    ]);
  });

  test("takes an exchange of notes for signature only where that binds", () => {
    const notes = [
      act("notified", "2024-02-01", { actor: "side1" }),
      act("notified", "2024-03-01", { actor: "side2" }),
    ];
    expect(pathOf(notes, "definitive")).toEqual([["signed", "2024-03-01"]]);
    expect(pathOf(notes, "treaty")).toEqual([]);
    expect(pathOf(notes, null)).toEqual([["signed", "2024-03-01"]]);
  });

  test("counts an act from the later day on which it takes effect, never from an earlier one", () => {
    expect(pathOf([act("in-force", "2024-07-10", { effectiveOn: "2024-08-01" })])).toEqual([
      ["in-force", "2024-08-01"],
    ]);
    expect(pathOf([act("in-force", "2024-07-10", { effectiveOn: "2024-01-01" })])).toEqual([
      ["in-force", "2024-07-10"],
    ]);
  });
});

describe("partial dates", () => {
  test("are sure from the last day they may mean, and possible before", () => {
    const { periods } = derivePath([act("proposed", "2023-08"), act("talks", "2024-05-14")], null);
    const on = (day: string) => {
      const found = stageOn(periods, day);
      return found && [found.period.stage, found.surely ? "surely" : "possibly"];
    };
    expect(on("2023-07-31")).toBeNull();
    expect(on("2023-08-01")).toEqual(["proposed", "possibly"]);
    expect(on("2023-08-30")).toEqual(["proposed", "possibly"]);
    expect(on("2023-08-31")).toEqual(["proposed", "surely"]);
    expect(on("2024-05-13")).toEqual(["proposed", "surely"]);
    expect(on("2024-05-14")).toEqual(["negotiating", "surely"]);
  });

  test("of one side's signature leave the whole signature possible until both are sure", () => {
    const side1 = act("signed", "2024-05", { actor: "side1" });
    const side2 = act("signed", "2024-05-14", { actor: "side2" });
    expect(derivePath([side2, side1], "treaty").periods).toMatchObject([
      { from: "2024-05-14", fromLatest: "2024-05-31" },
    ]);
  });
});

describe("contradictions are named and nothing is dropped", () => {
  test("force before signature, unless force was recorded as reaching back", () => {
    const signed = act("signed", "2024-07-10");
    expect(contradictionsOf([act("in-force", "2024-07-01"), signed])).toEqual(["force-before-signature"]);
    expect(pathOf([act("in-force", "2024-07-01"), signed])).toEqual([["in-force", "2024-07-01"]]);
    expect(contradictionsOf([act("in-force", "2024-07-01", { effectiveOn: "2024-01-01" }), signed])).toEqual(
      [],
    );
  });

  test("a second signing of what both signed before force is none, even when somebody reopened it", () => {
    const acts = [
      act("signed", "2024-01-01"),
      act("in-force", "2024-02-01"),
      act("reopened", "2024-03-01"),
      act("signed", "2024-04-01"),
    ];
    expect(contradictionsOf(acts)).toEqual([]);
  });

  test("a signature after the end", () => {
    const acts = [act("signed", "2020-01-01"), act("ended", "2024-01-01"), act("signed", "2024-07-10")];
    expect(derivePath(acts, "treaty").contradictions).toEqual([
      { code: "act-after-end", acts: [acts[1]?.id, acts[2]?.id], from: "2024-07-10" },
    ]);
    expect(pathOf(acts).at(-1)).toEqual(["ended", "2024-01-01"]);
  });

  test("consent before signature", () => {
    const acts = [act("ratified", "2024-01-01", { actor: "side1" }), act("signed", "2024-07-10")];
    expect(contradictionsOf(acts)).toEqual(["consent-before-signature"]);
    expect(pathOf(acts)).toEqual([["signed", "2024-07-10"]]);
  });

  test("force of a political text, effect of a binding one", () => {
    const signed = act("signed", "2024-01-01");
    expect(contradictionsOf([signed, act("in-force", "2024-07-10")], "political")).toEqual([
      "force-of-political-text",
    ]);
    expect(contradictionsOf([signed, act("in-effect", "2024-07-10")], "definitive")).toEqual([
      "effect-of-binding-text",
    ]);
    expect(contradictionsOf([signed, act("in-effect", "2024-07-10")], null)).toEqual([]);
  });

  test("an end that the agreement could not come to", () => {
    expect(contradictionsOf([act("talks", "2024-01-01"), act("ended", "2024-02-01")])).toEqual([
      "end-does-not-fit",
    ]);
    expect(contradictionsOf([act("in-force", "2024-01-01"), act("discontinued", "2024-02-01")])).toEqual([
      "end-does-not-fit",
    ]);
    expect(contradictionsOf([act("talks", "2024-01-01"), act("discontinued", "2024-02-01")])).toEqual([]);
  });

  test("each reads as a sentence", () => {
    for (const sentence of Object.values(contradictionRules)) expect(sentence).toMatch(/^.+\.$/);
  });
});

describe("for random histories", () => {
  const day = fc.integer({ min: dayNumber("2023-01-01"), max: dayNumber("2025-12-31") }).map(dayFromNumber);
  const date = fc.oneof(
    day,
    day.map((one) => one.slice(0, 7)),
    day.map((one) => one.slice(0, 4)),
    day.map((one) => `${one}/..`),
    fc.tuple(day, day).map((two) => two.sort().join("/")),
  );
  const body = fc.record({
    kind: fc.constantFrom(...actKindCodes),
    actor: fc.constantFrom(...actors),
    date,
    effectiveOn: fc.option(date, { freq: 5 }),
    certainty: fc.constantFrom(...certainties),
    statedOn: day,
  });
  const history = fc
    .array(body, { maxLength: 20 })
    .map((bodies) => bodies.map((one, index): LedgerAct => ({ ...one, id: `a${index}` })));
  const profile = fc.constantFrom<Profile | null>(...profiles, null);

  test("periods follow one another without a gap, by rules that hold, from acts that exist", () => {
    fc.assert(
      fc.property(history, profile, (acts, of) => {
        const { periods } = derivePath(acts, of);
        const known = new Map(acts.map((one) => [one.id, one]));
        periods.forEach((period, index) => {
          const next = periods[index + 1];
          expect(period.to).toBe(next?.from ?? null);
          if (next) expect(next.from >= period.from && next.fromLatest >= period.fromLatest).toBe(true);
          expect(period.fromLatest >= period.from).toBe(true);
          const transition = transitionById(period.because.transition);
          expect(transition.to).toBe(period.stage);
          expect(transition.from).toContain(periods[index - 1]?.stage ?? "unknown");
          expect(period.because.acts.length).toBeGreaterThan(0);
          for (const id of period.because.acts) {
            const found = known.get(id);
            expect(found && happened(found) && actKinds[found.kind].moves).toBe(true);
          }
        });
        expect(periods.slice(0, -1).every(({ stage }) => !stages[stage].final)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("contradictions name acts that exist", () => {
    fc.assert(
      fc.property(history, profile, (acts, of) => {
        const ids = acts.map(({ id }) => id);
        for (const found of derivePath(acts, of).contradictions)
          expect(ids).toEqual(expect.arrayContaining([...found.acts]));
      }),
    );
  });

  test("the order in which acts arrive does not matter", () => {
    const shuffled = history.chain((acts) =>
      fc.tuple(fc.constant(acts), fc.shuffledSubarray(acts, { minLength: acts.length })),
    );
    fc.assert(
      fc.property(shuffled, profile, ([acts, other], of) => {
        expect(derivePath(other, of)).toEqual(derivePath(acts, of));
      }),
    );
  });

  test("announced and expected acts, and acts that do not move, change nothing", () => {
    fc.assert(
      fc.property(history, profile, (acts, of) => {
        const moving = acts.filter((one) => happened(one) && actKinds[one.kind].moves);
        expect(derivePath(moving, of)).toEqual(derivePath(acts, of));
      }),
    );
  });

  test("every day has one stage at most, and the stage is sure once its last possible day has come", () => {
    fc.assert(
      fc.property(history, profile, day, (acts, of, on) => {
        const { periods } = derivePath(acts, of);
        const standing = periods.filter(({ from, to }) => from <= on && (to === null || on < to));
        expect(standing.length).toBeLessThanOrEqual(1);
        expect(stageOn(periods, on)?.period).toBe(standing[0]);
        if (standing[0]) expect(stageOn(periods, on)?.surely).toBe(standing[0].fromLatest <= on);
      }),
    );
  });
});

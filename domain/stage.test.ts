import { describe, expect, test } from "vitest";
import {
  type ActKind,
  type Actor,
  actKindCodes,
  actKinds,
  type LedgerAct,
  type Profile,
  profiles,
} from "./act.ts";
import type { Day } from "./day.ts";
import { derivePath, holdsFor } from "./derivation.ts";
import {
  beforeSignature,
  type Guard,
  guards,
  type StageCode,
  stageCodes,
  stages,
  transitionById,
  transitions,
} from "./stage.ts";

const oneSentence = (text: string) => /^[A-Z“][^.]*\.(?: [A-Z][^.]*\.)?$/.test(text);

describe("the transition table", () => {
  const reachable = (profile: Profile): Set<StageCode> => {
    const found = new Set<StageCode>(["unknown"]);
    let size = 0;
    while (size < found.size) {
      size = found.size;
      for (const transition of transitions) {
        if (holdsFor(transition, profile) && transition.from.some((stage) => found.has(stage)))
          found.add(transition.to);
      }
    }
    return found;
  };

  test("leads to every stage from unknown in at least one profile", () => {
    const found = new Set(profiles.flatMap((profile) => [...reachable(profile)]));
    expect([...found].sort()).toEqual([...stageCodes].sort());
  });

  test("keeps force from political texts and effect from binding ones", () => {
    expect(reachable("political")).not.toContain("in-force");
    expect(reachable("political")).not.toContain("consenting");
    expect(reachable("treaty")).not.toContain("in-effect");
    expect(reachable("definitive")).not.toContain("in-effect");
  });

  test("has a way out of every stage that is not final, in every profile that reaches it, and none out of a final one", () => {
    for (const profile of profiles) {
      for (const stage of reachable(profile)) {
        const exits = transitions.filter((row) => row.from.includes(stage) && holdsFor(row, profile));
        expect(exits.length > 0, `${stage}, ${profile}`).toBe(!stages[stage].final);
      }
    }
  });

  test("uses every kind of act that moves and no other", () => {
    const used = new Set<ActKind>(transitions.map(({ act }) => act));
    expect([...used].sort()).toEqual(actKindCodes.filter((kind) => actKinds[kind].moves).sort());
  });

  test("uses every guard", () => {
    const used = new Set(transitions.flatMap(({ guard }) => guard ?? []));
    expect([...used].sort()).toEqual(Object.keys(guards).sort());
  });

  test("has one id per row, by which it is found", () => {
    expect(new Set(transitions.map(({ id }) => id)).size).toBe(transitions.length);
    for (const transition of transitions) expect(transitionById(transition.id)).toBe(transition);
    expect(() => transitionById("no such rule")).toThrow(RangeError);
  });

  test("gives a law and one sentence with every row", () => {
    for (const { id, law, definition } of transitions) {
      expect(law, id).not.toBe("");
      expect(definition, id).toMatch(/^[A-Z][^.]*\.$/);
    }
  });

  test("never leads from a stage to itself, and no two rows without a guard compete", () => {
    for (const { id, from, to } of transitions) expect(from, id).not.toContain(to);
    for (const profile of profiles) {
      const claims = transitions
        .filter((row) => holdsFor(row, profile) && !row.guard)
        .flatMap(({ from, act }) => from.map((stage) => `${stage} ${act}`));
      expect(new Set(claims).size).toBe(claims.length);
    }
  });
});

test("stages have a definition, and a rank that grows along the path", () => {
  for (const code of stageCodes) expect(oneSentence(stages[code].definition), code).toBe(true);
  const ranks = stageCodes.map((code) => stages[code].rank);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(beforeSignature).toEqual(stageCodes.filter((code) => stages[code].rank < stages.signed.rank));
});

test("guards say in a sentence what they ask", () => {
  for (const sentence of Object.values(guards)) expect(oneSentence(sentence)).toBe(true);
});

describe("each guard, met and not met", () => {
  type Step = readonly [Day, ActKind, Actor?];
  const lastOf = (steps: readonly Step[], profile: Profile) => {
    const acts = steps.map(
      ([date, kind, actor = "both"], index): LedgerAct => ({
        id: `a${index}`,
        kind,
        actor,
        date,
        effectiveOn: null,
        certainty: "done",
        statedOn: date,
      }),
    );
    return derivePath(acts, profile).periods.at(-1)?.because.transition;
  };
  const paused: Step = ["2024-03-01", "paused"];
  const resumed: Step = ["2024-04-01", "resumed"];

  const cases: Record<Guard, { profile: Profile; met: [string, Step[]]; unmet: [string, Step[]] }> = {
    "all-sides-signed": {
      profile: "treaty",
      met: [
        "sign",
        [
          ["2024-01-01", "talks"],
          ["2024-02-01", "signed", "side1"],
          ["2024-02-02", "signed", "side2"],
        ],
      ],
      unmet: [
        "open-talks",
        [
          ["2024-01-01", "talks"],
          ["2024-02-01", "signed", "side1"],
          ["2024-02-02", "signed", "third"],
        ],
      ],
    },
    "all-sides-notified": {
      profile: "definitive",
      met: [
        "exchange-notes",
        [
          ["2024-02-01", "notified", "side2"],
          ["2024-02-02", "notified", "side1"],
        ],
      ],
      unmet: [
        "propose",
        [
          ["2024-01-01", "proposed"],
          ["2024-02-01", "notified", "side2"],
        ],
      ],
    },
    "paused-in-negotiating": {
      profile: "treaty",
      met: ["resume-talks", [["2024-01-01", "talks"], paused, resumed]],
      unmet: ["pause", [["2024-01-01", "text-agreed"], paused, ["2024-04-01", "talks"]]],
    },
    "paused-in-text-agreed": {
      profile: "treaty",
      met: ["resume-agreed-text", [["2024-01-01", "text-agreed"], paused, resumed]],
      unmet: ["resume-talks", [["2024-01-01", "talks"], paused, resumed]],
    },
    "paused-in-initialled": {
      profile: "treaty",
      met: ["resume-initialled-text", [["2024-01-01", "initialled"], paused, resumed]],
      unmet: ["resume-agreed-text", [["2024-01-01", "text-agreed"], paused, resumed]],
    },
  };

  test.each(Object.entries(cases))("%s", (_guard, { profile, met, unmet }) => {
    expect(lastOf(met[1], profile)).toBe(met[0]);
    expect(lastOf(unmet[1], profile)).toBe(unmet[0]);
  });
});

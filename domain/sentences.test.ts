import { describe, expect, test } from "vitest";
import { actKindCodes, actKinds } from "./act.ts";
import { explain } from "./explanation.ts";
import { daysInWords, explainStage, listInWords, stageSentence } from "./sentences.ts";
import { type StageCode, stageCodes, stages, transitions } from "./stage.ts";

test("lists read as people say them", () => {
  expect(listInWords([])).toBe("");
  expect(listInWords(["Latvia"])).toBe("Latvia");
  expect(listInWords(["Latvia", "Spain"])).toBe("Latvia and Spain");
  expect(listInWords(["Latvia", "Spain", "Norway"], "or")).toBe("Latvia, Spain or Norway");
});

test.each([
  [0, "0 days"],
  [1, "1 day"],
  [57, "57 days"],
  [119, "119 days"],
  [274, "about 9 months"],
  [700, "about 23 months"],
  [1096, "about 3 years"],
])("%i days are %s", (days, words) => {
  expect(daysInWords(days)).toBe(words);
});

describe("where an agreement stands", () => {
  const told = (
    code: StageCode,
    since: string | null,
    more: { latest?: string; signedOn?: string; place?: string } = {},
  ) =>
    stageSentence({
      stage: {
        code,
        label: stages[code].label,
        since,
        sinceLatest: more.latest ?? since,
        certainty: "surely",
      },
      signedOn: more.signedOn ?? null,
      place: more.place ?? null,
    });

  test.each([
    [told("unknown", null), "No act that moves the stage is recorded."],
    [told("proposed", "2023-08-01", { latest: "2023-08-31" }), "Proposed about August 2023."],
    [told("proposed", "2023-01-01", { latest: "2023-12-31" }), "Proposed in 2023."],
    [told("negotiating", "2024-05-14"), "Negotiating since 14 May 2024."],
    [told("negotiating", "2023-01-01", { latest: "2023-12-31" }), "Negotiating since 2023."],
    [told("negotiating", "2024-05-14", { latest: "9999-12-31" }), "Negotiating since 14 May 2024 or later."],
    [
      told("paused", "2024-05-01", { latest: "2024-05-14" }),
      "On hold since a day between 1 May 2024 and 14 May 2024.",
    ],
    [told("text-agreed", "2024-05-14", { latest: "9999-12-31" }), "Text agreed after 14 May 2024."],
    [
      told("signed", "2024-07-10", { signedOn: "2024-07-10", place: "Washington" }),
      "Signed on 10 July 2024 in Washington.",
    ],
    [
      told("in-effect", "2024-02-16", { signedOn: "2024-02-16", place: "Berlin" }),
      "Signed on 16 February 2024 in Berlin; in effect since that day.",
    ],
    [
      told("in-force", "2024-11-01", { signedOn: "2024-07-10" }),
      "Signed on 10 July 2024; in force since 1 November 2024.",
    ],
    [told("in-force", "2024-11-01"), "In force since 1 November 2024."],
    [
      told("ended", "2034-11-01", { signedOn: "2024-07-10" }),
      "Signed on 10 July 2024; ended on 1 November 2034.",
    ],
    [told("not-pursued", "2024-11-01"), "Not pursued since 1 November 2024."],
  ])("%s", (sentence, expected) => {
    expect(sentence).toBe(expected);
  });

  test("is a sentence for every stage", () => {
    for (const code of stageCodes) expect(told(code, "2024-05-14")).toMatch(/^[A-Z].*[a-z0-9]\.$/);
  });
});

describe("why it stands there", () => {
  const act = { id: "a", kind: "talks", actor: "both", date: "2024-05-14", round: 1 } as const;
  const talks = {
    stage: "negotiating",
    from: "2024-05-14",
    fromLatest: "2024-05-14",
    transition: "open-talks",
    acts: ["a"],
  } as const;

  test("names the act, the rule and the law", () => {
    expect(explainStage({ ...talks, acts: ["a"] }, [act])).toBe(
      "Negotiating since 14 May 2024, because talks were held (round 1, 14 May 2024): the first round of talks opens the negotiation (VCLT 7).",
    );
  });

  test("names each side that signed", () => {
    const period = {
      stage: "signed",
      from: "2024-05-23",
      fromLatest: "2024-05-23",
      transition: "sign",
      acts: ["b", "a"],
    } as const;
    const acts = [
      { ...act, kind: "signed", actor: "side1", date: "2024-05-23", round: null } as const,
      { ...act, id: "b", kind: "signed", actor: "side2", date: "2024-05~", round: null } as const,
    ];
    expect(explainStage({ ...period, acts: ["b", "a"] }, acts, ["Ukraine", "Iceland"])).toBe(
      "Signed on 23 May 2024, because it was signed (Iceland, about May 2024; Ukraine, 23 May 2024): the last side signs (VCLT 10-12).",
    );
  });

  test("keeps the doubt of a day, and does without acts that are not there", () => {
    expect(explainStage({ ...talks, acts: ["a"] }, [{ ...act, date: "2024-05-14~" }])).toContain(
      "about 14 May 2024",
    );
    expect(explainStage({ ...talks, acts: ["gone"] }, [])).toBe(
      "Negotiating since 14 May 2024: the first round of talks opens the negotiation (VCLT 7).",
    );
  });

  test("has words for every act that moves", () => {
    for (const kind of actKindCodes.filter((code) => actKinds[code].moves)) {
      const transition = transitions.find((row) => row.act === kind)?.id ?? "";
      const sentence = explainStage({ ...talks, transition, acts: ["a"] }, [{ ...act, kind, round: null }]);
      expect(sentence, kind).toMatch(/because (?:it|the|talks|consultations|notice) .*\(14 May 2024\)/);
    }
  });

  test("says when the legal character is not known, and what unknown means", () => {
    const period = { ...talks, label: "Negotiating", to: null, acts: ["a"] };
    expect(explain(period, [], null).sentence).toMatch(
      /\(VCLT 7\)\. The agreement's legal character is not known\.$/,
    );
    expect(explain(null, [], null)).toMatchObject({
      stage: "unknown",
      transition: null,
      sentence: stages.unknown.definition,
    });
  });
});

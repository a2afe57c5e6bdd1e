import { describe, expect, test } from "vitest";
import type { LoggedAct, LoggedCitation, LoggedCommitment } from "./change-content.ts";
import { fieldNames } from "./change-content.ts";
import { changeDiff, loadedWith } from "./change-diff.ts";
import { verbLabel, verbsOf } from "./change-verb.ts";
import { fieldsOf } from "./data-dictionary.ts";
import { fieldLabel } from "./field-label.ts";
import * as wire from "./wire.ts";

const nameOf = (code: string) => ({ LU: "Luxembourg", UA: "Ukraine" })[code] ?? code;

const citation: LoggedCitation = {
  id: 1,
  sourceId: "s-1",
  url: "https://www.ukrinform.net/a",
  publisher: "Ukrinform",
  publishedOn: "2024-05-14",
  stance: "supports",
  quote: null,
  field: null,
};
const act: LoggedAct = {
  id: "a-1",
  kind: "talks",
  actor: "both",
  date: "2024-05-14",
  effectiveOn: null,
  certainty: "done",
  how: null,
  round: 1,
  place: "Kyiv",
  title: null,
  note: null,
  participants: [{ name: "Ihor Zhovkva", office: "Deputy Head", side: "UA" }],
  citations: [citation],
};
const commitment: LoggedCommitment = {
  id: "c-1",
  by: "LU",
  category: "military-aid",
  amount: 90_000_000,
  currency: "EUR",
  qualifier: "nearly",
  unit: null,
  period: "2023",
  description: "Aid",
  shareNote: null,
  writtenInAgreement: false,
  certainty: "done",
  note: null,
  citations: [],
};

describe("a change in words", () => {
  test("of an act that is recorded: what there is to say, dates and countries in words", () => {
    expect(changeDiff({ before: null, after: { act } }, nameOf)).toEqual([
      {
        title: "Talks, round 1, 14 May 2024",
        items: [
          { label: "Kind of act", was: null, now: "Talks" },
          { label: "Who acted", was: null, now: "Both sides" },
          { label: "Date", was: null, now: "14 May 2024" },
          { label: "Certainty", was: null, now: "done" },
          { label: "Round", was: null, now: "1" },
          { label: "Place", was: null, now: "Kyiv" },
          { label: "Participant", was: null, now: "Ihor Zhovkva, Deputy Head (Ukraine)" },
          { label: "Source", was: null, now: "Ukrinform, 14 May 2024 (https://www.ukrinform.net/a)" },
        ],
      },
    ]);
  });

  test("of an act that is corrected: only what differs, nested things one by one", () => {
    const after = {
      ...act,
      id: "a-2",
      date: "2024-05",
      participants: [...act.participants, { name: "Luc Frieden", office: null, side: "LU" }],
    };
    expect(changeDiff({ before: { act }, after: { act: after } }, nameOf)).toEqual([
      {
        title: "Talks, round 1, ≈ May 2024",
        items: [
          { label: "Date", was: "14 May 2024", now: "≈ May 2024" },
          { label: "Participant", was: null, now: "Luc Frieden (Luxembourg)" },
        ],
      },
    ]);
  });

  test("of an act that is withdrawn: what it was", () => {
    const [group] = changeDiff({ before: { act }, after: null }, nameOf);
    expect(group?.items.every(({ now }) => now === null)).toBe(true);
    expect(group?.items.map(({ label }) => label)).toContain("Participant");
  });

  test("of fields: sides, tags and list numbers one by one", () => {
    const before = {
      fields: { title: "Old", profile: null, sides: [["UA"], ["LU"]], tags: ["kyiv-list"], listNumbers: {} },
    };
    const after = {
      fields: {
        title: "New",
        profile: "political",
        sides: [["UA"], ["LU", "BE"]],
        tags: [],
        listNumbers: { "kyiv-list": 18 },
      },
    };
    expect(changeDiff({ before, after }, nameOf)).toEqual([
      {
        title: null,
        items: [
          { label: "Title", was: "Old", now: "New" },
          { label: "Profile", was: null, now: "Political" },
          { label: "Side 2", was: null, now: "BE" },
          { label: "Tag", was: "Kyiv list", now: null },
          { label: "Numbers on lists", was: null, now: "No. 18 on Kyiv list" },
        ],
      },
    ]);
  });

  test("of a commitment, a check and a citation", () => {
    expect(
      changeDiff(
        { before: { commitment }, after: { commitment: { ...commitment, amount: 96_000_000 } } },
        nameOf,
      ),
    ).toEqual([
      {
        title: "Commitment: Military aid, nearly EUR 96 million",
        items: [{ label: "Amount", was: "nearly EUR 90 million", now: "nearly EUR 96 million" }],
      },
    ]);
    expect(changeDiff({ after: { check: { id: 1, on: "2026-11-24", note: "Gazette" } } }, nameOf)).toEqual([
      { title: null, items: [{ label: "Check", was: null, now: "24 Nov 2026: Gazette" }] },
    ]);
    const cited = {
      ...citation,
      field: "durationYears",
      subject: "agreement:x",
      stance: "contradicts",
      quote: "ten",
    };
    expect(changeDiff({ after: { citation: cited } }, nameOf)[0]?.items[0]?.now).toBe(
      "Ukrinform, 14 May 2024, for “Duration in years”, says otherwise: “ten” (https://www.ukrinform.net/a)",
    );
  });

  test("of users' rights: who and what", () => {
    const change = { before: { user: "Maria", role: "editor" }, after: { user: "Maria", role: "admin" } };
    expect(changeDiff(change, nameOf)).toEqual([
      {
        title: null,
        items: [
          { label: "User", was: null, now: "Maria" },
          { label: "Role", was: "editor", now: "admin" },
        ],
      },
    ]);
  });

  test("of a whole agreement: its fields, then its facts one by one", () => {
    const after = {
      fields: { title: "New" },
      acts: [act],
      commitments: [commitment],
      checks: [],
      conflicts: [],
    };
    expect(
      changeDiff({ before: null, after }, nameOf).map(({ title, items }) => [title, items.length]),
    ).toEqual([
      [null, 1],
      ["Acts (1)", 1],
      ["Commitments (1)", 1],
    ]);
    expect(loadedWith({ after })).toBe("1 act, 1 commitment");
    expect(loadedWith({ after: { act } })).toBeNull();
  });

  test("of rows that an earlier version wrote, or that say nothing", () => {
    const early = { before: null, after: { title: "Kept", acts: 12, commitments: 3 } };
    expect(changeDiff(early, nameOf)[0]?.items).toEqual([
      { label: "Title", was: null, now: "Kept" },
      { label: "Acts", was: null, now: "12" },
      { label: "Commitments", was: null, now: "3" },
    ]);
    expect(loadedWith(early)).toBeNull();
    for (const nothing of [null, undefined, 3, "x", []])
      expect(changeDiff({ before: nothing, after: nothing }, nameOf)).toEqual([]);
  });
});

describe("labels", () => {
  test("of every field that is logged stand for one of the data dictionary", () => {
    const known = [wire.agreement, wire.act, wire.commitment, wire.check].flatMap((schema) =>
      fieldsOf(schema).map(({ name }) => name),
    );
    const logged = [...fieldNames, ...Object.keys(act), ...Object.keys(commitment)];
    expect(logged.filter((name) => !known.includes(name))).toEqual([]);
    expect(fieldLabel("effectiveOn")).toBe("Effective on");
  });

  test("verbs have words, and a verb that is not in the table is its own", () => {
    expect(verbLabel("act-corrected")).toBe("Act corrected");
    expect(verbLabel("something-new")).toBe("Something new");
    expect(verbsOf("acts")).toEqual(["act-recorded", "act-corrected", "act-withdrawn"]);
  });
});

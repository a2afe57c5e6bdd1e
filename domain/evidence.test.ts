import { describe, expect, test } from "vitest";
import { knowableOn, precisionInWords, publishedBy, weakEvidence } from "./evidence.ts";
import type { Act, Agreement, Citation, Commitment, Conflict } from "./wire.ts";

const publication = (id: string, publishedOn: string | null) => ({
  url: `https://example.org/${id}`,
  publisher: null,
  title: null,
  publishedOn,
  language: null,
});

const cite = (id: string, publishedOn: string | null, stance: Citation["stance"] = "supports"): Citation => ({
  id: 1,
  sourceId: id,
  ...publication(id, publishedOn),
  source: { id, ...publication(id, publishedOn), note: null, archivedUrl: null },
  stance,
  quote: null,
  field: null,
});

const standing = (...citations: Citation[]) =>
  weakEvidence({
    stage: {
      code: "signed",
      label: "Signed",
      since: "2024-07-10",
      sinceLatest: "2024-07-10",
      certainty: "surely",
    },
    explanation: { acts: ["a"] } as Agreement["explanation"],
    acts: [{ id: "a", citations } as Act, { id: "b", citations: [cite("other", "2024")] } as Act],
  });

describe("the evidence of the stage", () => {
  test.each([
    [standing(), "The current stage rests on no source."],
    [standing(cite("x", "2024-07-10")), "The current stage rests on one source from 10 July 2024."],
    [standing(cite("x", "2024-07")), "The current stage rests on one source from July 2024."],
    [standing(cite("x", "2024")), "The current stage rests on one source from 2024."],
    [standing(cite("x", null)), "The current stage rests on one source of unknown date."],
    [
      standing(cite("x", "2024-07"), cite("x", "2024-07")),
      "The current stage rests on one source from July 2024.",
    ],
    [
      standing(cite("x", "2024-07"), cite("y", "2024-07", "contradicts")),
      "The current stage rests on one source from July 2024.",
    ],
    [standing(cite("x", "2024-07"), cite("y", "2024-08")), null],
  ])("%#", (told, expected) => expect(told).toBe(expected));
});

test("a citation counts from the day by which it was surely out", () => {
  expect(publishedBy([cite("x", "2024-07-10")], "2024-07-09")).toBe(false);
  expect(publishedBy([cite("x", "2024-07-10"), cite("y", "2024-05")], "2024-05-31")).toBe(true);
  expect(publishedBy([cite("x", null)], "2000-01-01")).toBe(true);
  expect(publishedBy([], "2000-01-01")).toBe(true);
});

test("a day shows the commitments and conflicts of which one could read by then", () => {
  const value = (publishedOn: string) => ({
    value: publishedOn,
    note: null,
    citations: [cite("x", publishedOn)],
  });
  const record = {
    commitments: [
      { id: "early", period: null, citations: [cite("x", "2024-05-14")] } as unknown as Commitment,
      { id: "late", period: null, citations: [cite("y", "2024-07-10")] } as unknown as Commitment,
      { id: "bare", period: "2025", citations: [] as Citation[] } as Commitment,
    ],
    conflicts: [{ id: "k", values: [value("2024-05-14"), value("2024-07-10")] } as unknown as Conflict],
  };
  const ids = (on: string) => {
    const seen = knowableOn(record, on);
    return [...seen.commitments, ...seen.conflicts].map(({ id }) => id);
  };
  expect(ids("2024-05-14")).toEqual(["early"]);
  expect(ids("2024-07-10")).toEqual(["early", "late", "k"]);
  expect(ids("2025-01-01")).toEqual(["early", "late", "bare", "k"]);
});

test.each([
  ["2024-05-14", null],
  ["2024-05", "known to the month"],
  ["2024", "known to the year"],
  ["202X", "known to the decade"],
  ["2024-05~", "approximate"],
  ["2024-05-14/2024-05-16", null],
  ["2024-05-14/..", "no end stated"],
])("%s is %s", (date, told) => expect(precisionInWords(date)).toBe(told));

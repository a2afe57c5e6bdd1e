/** What is no contradiction, and from when one stands; the rules themselves are tested in `derivation.test.ts`. */
import { expect, test } from "vitest";
import type { ActKind, LedgerAct } from "./act.ts";
import { derivePath } from "./derivation.ts";

const act = (id: string, kind: ActKind, date: string, more: Partial<LedgerAct> = {}): LedgerAct => ({
  id,
  kind,
  actor: "both",
  date,
  effectiveOn: null,
  certainty: "done",
  statedOn: "2024-01-01",
  ...more,
});

test.each<ActKind>(["signed", "ratified", "accepted", "acceded", "notified"])(
  "what only a side can do counts for nothing when a third party does it: %s",
  (kind) => {
    const stages = (acts: LedgerAct[]) => derivePath(acts, "treaty").periods.map(({ stage }) => stage);
    const third = act("third", kind, "2024-08-01", { actor: "third" });
    expect(stages([act("sign", "signed", "2024-07-10"), third])).toEqual(["signed"]);
    expect(derivePath([act("force", "in-force", "2024-07-10"), third], "treaty").contradictions).toEqual([]);
    expect(derivePath([third], "treaty")).toEqual({ periods: [], contradictions: [] });
  },
);

test("a third party may still let an agreement enter into force", () => {
  const acts = [act("force", "in-force", "2024-07-10", { actor: "third" })];
  expect(derivePath(acts, "treaty").periods.map(({ stage }) => stage)).toEqual(["in-force"]);
});

test("force that took effect later than its act reaches back to nothing", () => {
  const acts = [
    act("force", "in-force", "2024-03-01", { effectiveOn: "2024-04-01" }),
    act("sign", "signed", "2024-05-01"),
  ];
  expect(derivePath(acts, "treaty").contradictions).toEqual([
    { code: "force-before-signature", acts: ["force", "sign"], from: "2024-05-01" },
  ]);
});

test("one stands from the day on which both facts surely lie in the past", () => {
  const acts = [act("drop", "not-pursued", "2024-04"), act("sign", "signed", "2024-04-10")];
  expect(derivePath([act("open", "talks", "2024-01-01"), ...acts], "treaty").contradictions).toEqual([
    { code: "act-after-end", acts: ["drop", "sign"], from: "2024-04-30" },
  ]);
});

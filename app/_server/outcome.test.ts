import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sharedInMemory } from "#db/shared.ts";
import { pageTelling, takeOutcome } from "./outcome.ts";

const notes = { shared: sharedInMemory() };

const idIn = (path: string) => new URL(path, "http://here.invalid").searchParams.get("told") ?? "";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("an outcome is told once", async () => {
  const path = await pageTelling(notes, "/desk/users?a=b", { done: "Done." });
  expect(path).toMatch(/^\/desk\/users\?a=b&told=[\w-]{22}$/);
  expect(await takeOutcome(notes, idIn(path))).toEqual({ done: "Done." });
  expect(await takeOutcome(notes, idIn(path))).toBeNull();
});

test("it is forgotten after a minute", async () => {
  const path = await pageTelling(notes, "/", { done: "Done." });
  vi.advanceTimersByTime(60_001);
  expect(await takeOutcome(notes, idIn(path))).toBeNull();
});

test("an id that never was tells nothing", async () => {
  expect(await takeOutcome(notes, "nothing")).toBeNull();
  expect(await takeOutcome(notes, undefined)).toBeNull();
});

test("there are never more than a thousand", async () => {
  const first = await pageTelling(notes, "/", { done: "1" });
  for (let count = 0; count < 1_000; count++) await pageTelling(notes, "/", { done: "more" });
  expect(await takeOutcome(notes, idIn(first))).toBeNull();
});

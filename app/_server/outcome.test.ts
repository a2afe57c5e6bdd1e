import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pageTelling, takeOutcome } from "./outcome.ts";

const idIn = (path: string) => new URL(path, "http://here.invalid").searchParams.get("told") ?? "";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("an outcome is told once", () => {
  const path = pageTelling("/desk/users?a=b", { done: "Done." });
  expect(path).toMatch(/^\/desk\/users\?a=b&told=[\w-]{22}$/);
  expect(takeOutcome(idIn(path))).toEqual({ done: "Done." });
  expect(takeOutcome(idIn(path))).toBeNull();
});

test("it is forgotten after a minute", () => {
  const path = pageTelling("/", { done: "Done." });
  vi.advanceTimersByTime(60_001);
  expect(takeOutcome(idIn(path))).toBeNull();
});

test("an id that never was tells nothing", () => {
  expect(takeOutcome("nothing")).toBeNull();
  expect(takeOutcome(undefined)).toBeNull();
});

test("there are never more than a thousand", () => {
  const first = pageTelling("/", { done: "1" });
  for (let count = 0; count < 1_000; count++) pageTelling("/", { done: "more" });
  expect(takeOutcome(idIn(first))).toBeNull();
});

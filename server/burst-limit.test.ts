import { expect, test } from "vitest";
import { clientKey, createBurstLimit } from "./burst-limit.ts";

test("a burst passes, and what comes back each second after it", () => {
  const passes = createBurstLimit({ perSecond: 10, burst: 3, addresses: 10 });
  expect([0, 0, 0, 0].map((ms) => passes("a", ms))).toEqual([true, true, true, false]);
  expect([50, 100, 100].map((ms) => passes("a", ms))).toEqual([false, true, false]);
  expect([10_000, 10_000, 10_000, 10_000].map((ms) => passes("a", ms))).toEqual([true, true, true, false]);
});

test("one address does not spend what another has, and only the longest unseen is forgotten", () => {
  const passes = createBurstLimit({ perSecond: 1, burst: 1, addresses: 2 });
  expect([passes("a", 0), passes("b", 0), passes("a", 0), passes("b", 0)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(passes("c", 0)).toBe(true);
  expect([passes("b", 0), passes("a", 0)]).toEqual([false, true]);
});

test("a network of IPv6 is one client", () => {
  expect(clientKey("192.0.2.1")).toBe("192.0.2.1");
  expect(clientKey("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(clientKey("2001:db8:1:2::9")).toBe("2001:db8:1:2::/64");
  expect(clientKey("::1")).toBe("0:0:0:0::/64");
});

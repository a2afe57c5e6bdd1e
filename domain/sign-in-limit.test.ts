import { describe, expect, test } from "vitest";
import { networkOf, secondsToWait } from "./sign-in-limit.ts";

const at = (second: number) => new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString();
const attempts = (count: number) => Array.from({ length: count }, (_, index) => at(index));

describe("waiting", () => {
  test("the free attempts wait for nothing", () => {
    expect(secondsToWait([], 10, at(0))).toBe(0);
    expect(secondsToWait(attempts(9), 10, at(9))).toBe(0);
  });

  test.each([
    [10, 30],
    [11, 60],
    [12, 120],
    [15, 900],
    [60, 900],
  ])("after %i attempts the next one waits %i seconds", (count, seconds) => {
    expect(secondsToWait(attempts(count), 10, at(count - 1))).toBe(seconds);
    expect(secondsToWait(attempts(count), 10, at(count - 1 + seconds))).toBe(0);
  });

  test("a clock that was set back makes no wait longer than the longest", () => {
    expect(secondsToWait(attempts(12), 10, at(-86_400))).toBe(900);
  });
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:0db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("%s counts as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

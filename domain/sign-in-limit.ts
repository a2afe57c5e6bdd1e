/**
 * How often a sign-in may fail. After the free attempts each further one waits twice as long as the one before: a
 * guesser gets nowhere, and a stranger cannot lock somebody out for good.
 */
import type { Instant } from "./clocks.ts";

/** For how long an attempt counts. */
export const attemptsCountFor = 15 * 60_000;

/** How many attempts there are before the first wait. */
export const freeAttempts = { account: 10, address: 30 } as const;

const firstWait = 30_000;
const longestWait = attemptsCountFor;

/** The seconds until another attempt may be made, 0 for now. `attempts` are those that still count, in any order. */
export function secondsToWait(attempts: readonly Instant[], free: number, now: Instant): number {
  const latest = attempts.toSorted().at(-1);
  if (attempts.length < free || latest === undefined) return 0;
  const wait = Math.min(firstWait * 2 ** (attempts.length - free), longestWait);
  // A clock that was set back must not make the wait longer than the longest.
  const left = Math.min(Date.parse(latest) + wait - Date.parse(now), longestWait);
  return Math.max(0, Math.ceil(left / 1000));
}

/** What addresses are counted by: one IPv4 address, or the network of an IPv6 one, which its owner has for himself. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const groups = (part: string | undefined) => (part ? part.split(":") : []);
  const missing = 8 - groups(head).length - groups(tail).length;
  const all =
    tail === undefined
      ? groups(head)
      : [...groups(head), ...Array<string>(Math.max(missing, 0)).fill("0"), ...groups(tail)];
  const network = all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${network.join(":")}::/64`;
}

/** How long to wait, for a person. */
export const waitInWords = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;

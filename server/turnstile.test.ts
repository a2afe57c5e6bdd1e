import { AsyncLocalStorage } from "node:async_hooks";
import { expect, test } from "vitest";
import { createTurnstile } from "./turnstile.ts";

function world(holdMs = 10_000) {
  const turnstile = createTurnstile({ inside: 2, outside: 2, holdMs });
  const order: number[] = [];
  const leave: (() => void)[] = [];
  const enter = (number: number) =>
    turnstile.enter((left) => {
      order.push(number);
      leave[number] = left;
    });
  return { order, leave, enter };
}

test("two go in, two wait in order, and more are sent away", async () => {
  const { order, leave, enter } = world();
  expect([1, 2, 3, 4, 5].map(enter)).toEqual([true, true, true, true, false]);
  expect(order).toEqual([1, 2]);
  leave[2]?.();
  leave[2]?.();
  await expect.poll(() => order).toEqual([1, 2, 3]);
  leave[1]?.();
  await expect.poll(() => order).toEqual([1, 2, 3, 4]);
  expect([enter(6), enter(7), enter(8)]).toEqual([true, true, false]);
});

test("whoever stays too long gives the place away", async () => {
  const { order, enter } = world(20);
  for (const number of [1, 2, 3]) enter(number);
  expect(order).toEqual([1, 2]);
  await expect.poll(() => order).toEqual([1, 2, 3]);
});

test("whoever waited goes on in its own async context, not in that of the one that left", async () => {
  const turnstile = createTurnstile({ inside: 1, outside: 5, holdMs: 10_000 });
  const request = new AsyncLocalStorage<number>();
  const seen: [number, number | undefined][] = [];
  for (const number of [1, 2, 3]) {
    request.run(number, () =>
      turnstile.enter((leave) => {
        seen.push([number, request.getStore()]);
        setImmediate(leave);
      }),
    );
  }
  await expect
    .poll(() => seen)
    .toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
});

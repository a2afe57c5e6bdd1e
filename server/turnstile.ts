/**
 * Lets a number of requests in at a time and keeps the others in order outside, where they cost nothing: a thousand
 * half-made pages would be served later than a thousand made one after another, and fill the memory meanwhile.
 */

import { AsyncResource } from "node:async_hooks";

export interface TurnstileLimits {
  inside: number;
  outside: number;
  /** Whoever is inside for longer gives the place away and goes on: a client that reads slowly holds up nobody. */
  holdMs: number;
}

export interface Turnstile {
  /** Calls `begin` when there is a place, with what gives the place back; false when too many wait already. */
  enter: (begin: (leave: () => void) => void) => boolean;
}

export function createTurnstile({ inside, outside, holdMs }: TurnstileLimits): Turnstile {
  const queue: ((leave: () => void) => void)[] = [];
  let taken = 0;

  /** Begins with a place that is counted as taken already. */
  const admit = (begin: (leave: () => void) => void) => {
    let left = false;
    const leave = () => {
      if (left) return;
      left = true;
      clearTimeout(timer);
      const next = queue.shift();
      // Between two pages whoever needs no place gets a word in.
      if (next) setImmediate(admit, next);
      else taken -= 1;
    };
    const timer = setTimeout(leave, holdMs);
    timer.unref();
    begin(leave);
  };

  return {
    enter(begin) {
      if (taken < inside) {
        taken += 1;
        admit(begin);
      } else if (queue.length < outside) {
        // Whoever waited goes on as itself, not as the request that left: its response is told by its async context.
        queue.push(AsyncResource.bind(begin));
      } else return false;
      return true;
    },
  };
}

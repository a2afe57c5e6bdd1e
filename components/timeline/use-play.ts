"use client";

import { useEffect, useRef, useState } from "react";
import type { Move } from "./use-day.ts";

/** Days a second, unless the whole would then take longer than this many seconds. */
const pace = 90;
const longest = 20;
const stepEvery = 1200;

interface Play {
  on: number;
  min: number;
  max: number;
  move: (day: number, how: Move) => void;
  /** The next day on which something begins, or null. */
  nextEvent: (after: number) => number | null;
}

/** Runs the day forward to the last one. Who asks for less motion gets steps from event to event. */
export function usePlay({ on, min, max, move, nextEvent }: Play) {
  const [playing, setPlaying] = useState(false);
  const now = useRef({ on, move, nextEvent });
  now.current = { on, move, nextEvent };

  useEffect(() => {
    if (!playing) return;
    let day = now.current.on >= max ? min : now.current.on;
    let frame = 0;
    let timer: ReturnType<typeof setInterval> | undefined;
    const show = (to: number) => {
      day = Math.min(to, max);
      now.current.move(Math.floor(day), "drag");
      if (day >= max) setPlaying(false);
    };
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
      timer = setInterval(() => show(now.current.nextEvent(day) ?? max), stepEvery);
    } else {
      const perSecond = Math.max(pace, (max - min) / longest);
      let last: number | null = null;
      const paint: FrameRequestCallback = (time) => {
        if (last !== null) show(day + ((time - last) / 1000) * perSecond);
        last = time;
        frame = requestAnimationFrame(paint);
      };
      frame = requestAnimationFrame(paint);
    }
    const pause = (event: Event) => {
      const own = event.target instanceof Element && event.target.closest("[data-play]");
      const space = event instanceof KeyboardEvent && event.key === " ";
      if (!own && !space) setPlaying(false);
    };
    document.addEventListener("pointerdown", pause, true);
    document.addEventListener("keydown", pause, true);
    window.addEventListener("blur", pause);
    return () => {
      cancelAnimationFrame(frame);
      clearInterval(timer);
      document.removeEventListener("pointerdown", pause, true);
      document.removeEventListener("keydown", pause, true);
      window.removeEventListener("blur", pause);
      now.current.move(now.current.on, "choice");
    };
  }, [playing, min, max]);

  return { playing, toggle: () => setPlaying(!playing) };
}

"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { dayFromNumber } from "#domain/day.ts";
import { useGoTo } from "../router.ts";
import { withDay } from "./timeline-data.ts";

/** How long the day must rest before the address and the server follow. */
const rest = 250;

/** A drag replaces the address; a choice, such as a button or a typed date, is a step that Back undoes. */
export type Move = "drag" | "choice";

/**
 * The as-of day. The page's own day holds until somebody moves it; from then on the moved one does, until the page
 * has caught up. Answers that arrive late never pull the handle back.
 */
export function useDay({ on: given, max, address }: { on: number; max: number; address: string }) {
  const goTo = useGoTo();
  const [moved, setMoved] = useState<number | null>(null);
  const pending = useRef<{ timer: ReturnType<typeof setTimeout> | null; how: Move; asked: number | null }>({
    timer: null,
    how: "drag",
    asked: null,
  });
  const on = moved ?? given;

  const move = useCallback(
    (to: number, how: Move) => {
      const day = Math.min(to, max);
      const state = pending.current;
      setMoved(day);
      if (state.timer !== null) clearTimeout(state.timer);
      else state.how = how;
      if (how === "choice") state.how = "choice";
      state.timer = setTimeout(() => {
        state.timer = null;
        state.asked = day;
        goTo(
          withDay(address, day === max ? null : dayFromNumber(day)),
          state.how === "choice" ? "push" : "replace",
        );
      }, rest);
    },
    [address, goTo, max],
  );

  useEffect(() => {
    const { timer, asked } = pending.current;
    if (moved !== null && moved === given && timer === null && asked === given) setMoved(null);
  }, [moved, given]);

  useEffect(() => {
    const forget = () => {
      if (pending.current.timer !== null) clearTimeout(pending.current.timer);
      pending.current.timer = null;
      setMoved(null);
    };
    window.addEventListener("popstate", forget);
    return () => {
      window.removeEventListener("popstate", forget);
      if (pending.current.timer !== null) clearTimeout(pending.current.timer);
    };
  }, []);

  return { on, move };
}

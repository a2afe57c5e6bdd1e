"use client";

import Link from "next/link";
import type { MouseEvent } from "react";
import { dayFromNumber, dayInWords } from "#domain/day.ts";
import { Icon } from "../icon.tsx";
import { withDay } from "./timeline-data.ts";
import type { Move } from "./use-day.ts";

interface StepLinkProps {
  to: number | null;
  direction: "previous" | "next";
  max: number;
  address: string;
  move: (day: number, how: Move) => void;
}

/** To the event before or after: a link, so that it works without script. */
export function StepLink({ to, direction, max, address, move }: StepLinkProps) {
  const name = direction === "previous" ? "Previous event" : "Next event";
  if (to === null) {
    return (
      <span className="round off" role="img" aria-label={`No ${direction} event`}>
        <Icon name={direction} />
      </span>
    );
  }
  const go = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    move(to, "choice");
  };
  const day = dayFromNumber(to);
  return (
    <Link
      className="round"
      href={withDay(address, to === max ? null : day)}
      prefetch={false}
      scroll={false}
      onClick={go}
      aria-label={`${name}, ${dayInWords(day, "long")}`}
    >
      <Icon name={direction} />
    </Link>
  );
}

/** Plays the record from here, or from its start when it is at its end. */
export function PlayButton({ playing, toggle }: { playing: boolean; toggle: () => void }) {
  return (
    <button
      type="button"
      className="round main needs-script"
      data-play
      aria-label={playing ? "Pause" : "Play"}
      onClick={toggle}
    >
      <Icon name={playing ? "pause" : "play"} />
    </button>
  );
}

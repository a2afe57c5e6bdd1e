"use client";

import type { TimeWindow } from "#domain/scale.ts";
import { LaneRow } from "./lane-row.tsx";
import type { RowLane } from "./live-lanes.ts";

interface LaneRowsProps {
  lanes: readonly RowLane[];
  window: TimeWindow;
  on: number;
  until: number;
  ghosts: boolean;
}

/**
 * Lanes that stand still. They are drawn on the server; that they are also the browser's to draw keeps the page
 * light, because a drawing then crosses once as markup and once as a few numbers, and not twice as markup.
 */
export function LaneRows({ lanes, ...frame }: LaneRowsProps) {
  return lanes.map((lane) => <LaneRow key={lane.slug} lane={lane} {...frame} selected={false} />);
}

import { TimelineBoard } from "./timeline-board.tsx";
import type { TimelineData } from "./timeline-data.ts";
import { timelineModel } from "./timeline-model.ts";

/** The timeline: legend, scrubber and lanes. Whole and readable without script; with it, the day can be dragged. */
export function Timeline({ data }: { data: TimelineData }) {
  return <TimelineBoard model={timelineModel(data)} />;
}

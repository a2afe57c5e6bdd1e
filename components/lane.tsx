import type { LaneLayout, LaneSegment } from "#domain/lane.ts";
import { drawingStyles } from "./stage-drawing.ts";

/** Height in pixels and thickness of each use: a table's cell, a lane of the timeline, an agreement's own path. */
const sizes = {
  mini: { height: 20, scale: 1 },
  row: { height: 28, scale: 1 },
  path: { height: 32, scale: 1.7 },
} as const;
export type LaneSize = keyof typeof sizes;

const percent = (value: number) => `${Math.round(value * 100) / 100}%`;

function Segment({ segment, y, scale }: { segment: LaneSegment; y: number; scale: number }) {
  const { drawing, start, end, soft, held, ghost } = segment;
  const className = `segment s-${drawing}${ghost ? " ghost" : ""}`;
  const line = { className, x1: percent(start), x2: percent(end), y1: y, y2: y };
  const height = drawingStyles[drawing].thickness * scale;
  if (ghost) return <line {...line} strokeWidth={2} />;
  if (drawing === "announced")
    return <line {...line} strokeWidth={2} strokeDasharray="0.1 5" strokeLinecap="round" />;
  if (held) return <line {...line} strokeWidth={height} strokeDasharray="7 5" />;
  const bar = { className, y: y - height / 2, height };
  const solidFrom = soft ?? start;
  return (
    <>
      {soft === null ? null : (
        <rect {...bar} x={percent(start)} width={percent(soft - start)} fill={`url(#lane-fade-${drawing})`} />
      )}
      {end > solidFrom ? (
        <rect
          {...bar}
          x={percent(solidFrom)}
          width={percent(end - solidFrom)}
          fill={drawing === "ratifying" ? "url(#lane-hatch)" : undefined}
        />
      ) : null}
    </>
  );
}

/**
 * A lane as SVG: x in percent, y in pixels, so it fits any width without script. It draws what the text beside it says,
 * and needs `LaneDefs` once on the page. `marks="last"` keeps the latest mark only, for cells with little room.
 */
export function Lane({
  layout,
  size = "row",
  marks = "all",
}: {
  layout: LaneLayout;
  size?: LaneSize;
  marks?: "all" | "last";
}) {
  const { height, scale } = sizes[size];
  const y = height / 2;
  const shown = marks === "all" ? layout.marks : layout.marks.filter(({ ghost }) => !ghost).slice(-1);
  return (
    <svg className={`lane size-${size}`} height={height} aria-hidden="true">
      {layout.segments.map((segment) => (
        <Segment
          key={`${segment.drawing}${segment.start}${segment.ghost}`}
          segment={segment}
          y={y}
          scale={scale}
        />
      ))}
      {shown.map(({ drawing, x, ghost, expected }) => (
        <use
          key={`${drawing}${x}${expected}`}
          href={`#mark-${expected ? drawingStyles[drawing].hollow : drawing}`}
          className={`s-${drawing}${expected ? " expected" : ghost ? " ghost" : ""}`}
          x={percent(x)}
          y={y}
        />
      ))}
    </svg>
  );
}

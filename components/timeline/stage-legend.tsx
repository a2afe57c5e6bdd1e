import Link from "next/link";
import { dayFromNumber } from "#domain/day.ts";
import { grouped } from "#domain/numbers.ts";
import { drawingStyles } from "../stage-drawing.ts";
import { StageGlyph } from "../stage-glyph.tsx";
import { countLanes } from "./live-lanes.ts";
import { withDay } from "./timeline-data.ts";
import type { TimelineModel } from "./timeline-model.ts";

/** The legend is the filter by stage: a link each, with how many stand there. None stays visible. */
export function StageLegend({
  model,
  lanes,
  on,
}: {
  model: TimelineModel;
  lanes: Parameters<typeof countLanes>[0];
  on: number;
}) {
  const counts = countLanes(lanes, on);
  const asOf = (href: string) => withDay(href, on === model.max ? null : dayFromNumber(on));
  const filtered = model.shown.length > 0;
  const isShown = (drawing: string) => model.shown.some((index) => model.stages[index]?.drawing === drawing);
  return (
    <nav aria-label="Stages shown">
      <ul className="legend">
        {model.legend.map(({ drawing, href }, index) => {
          const count = counts[drawing] ?? 0;
          const state = !filtered ? "" : isShown(drawing) ? "on" : "off";
          return (
            <li key={drawing}>
              <Link
                className={`legend-item ${state} ${count === 0 ? "zero" : ""}`}
                href={asOf(href)}
                scroll={false}
                prefetch={false}
                aria-keyshortcuts={index === 0 ? "f" : undefined}
                aria-current={state === "on" ? "true" : undefined}
              >
                <StageGlyph drawing={drawing} />
                <span className="txt">{drawingStyles[drawing].label}</span> <b>{grouped(count)}</b>
              </Link>
            </li>
          );
        })}
        {counts.none ? (
          <li className="legend-item none zero">
            <span className="txt">Not yet begun</span> <b>{counts.none}</b>
          </li>
        ) : null}
        {filtered ? (
          <li>
            <Link className="legend-item" href={asOf(model.allHref)} scroll={false} prefetch={false}>
              <span className="txt">Show all stages</span>
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

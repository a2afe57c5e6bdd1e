import Link from "next/link";
import type { CSSProperties } from "react";
import { grouped } from "#domain/numbers.ts";
import type { Drawing } from "#domain/stage.ts";
import { drawingStyles } from "./stage-drawing.ts";
import { StageGlyph } from "./stage-glyph.tsx";

/** One kind of stage: how many stand there, a word about them, and the address that filters by it. */
export interface StageCell {
  drawing: Drawing;
  count: number;
  href: string;
  hint?: string;
}

/** Where everything stands: a cell for each kind of stage, each a filter. None stays visible, and all add up. */
export function StageStrip({
  cells,
  active = [],
}: {
  cells: readonly StageCell[];
  active?: readonly Drawing[];
}) {
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  return (
    <nav aria-label="Filter by stage">
      <ul className="stage-strip" style={{ "--cells": cells.length } as CSSProperties}>
        {cells.map(({ drawing, count, href, hint }) => (
          <li key={drawing}>
            <Link
              className={`s-${drawing}`}
              href={href}
              scroll={false}
              prefetch={false}
              aria-current={active.includes(drawing) ? "true" : undefined}
            >
              <span className="label">
                <StageGlyph drawing={drawing} />
                {drawingStyles[drawing].label}
              </span>
              <span className="number">
                {`${grouped(count)} `}
                {hint ? <small>{hint}</small> : null}
              </span>
              <span className="bar" aria-hidden="true">
                {count > 0 ? <i style={{ width: `${(count / total) * 100}%` }} /> : null}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { drawings } from "#domain/stage.ts";
import { StageHalo, StageShape } from "./stage-shape.tsx";

/** What every lane and glyph of a page refers to: marks with their halos, the hatch, and the fades of imprecise dates. */
export function LaneDefs() {
  return (
    <svg className="lane-defs" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern
          id="lane-hatch"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" fill="color-mix(in oklab, var(--st-ratifying) 22%, var(--surface))" />
          <rect width="2.4" height="5" fill="var(--st-ratifying)" />
        </pattern>
        {drawings.map((drawing) => (
          <linearGradient key={drawing} id={`lane-fade-${drawing}`}>
            <stop stopColor={`var(--st-${drawing})`} stopOpacity="0" />
            <stop offset="1" stopColor={`var(--st-${drawing})`} />
          </linearGradient>
        ))}
        {drawings.map((drawing) => (
          <g key={drawing} id={`mark-${drawing}`} className="mark">
            <StageHalo drawing={drawing} />
            <g id={`glyph-${drawing}`}>
              <StageShape drawing={drawing} />
            </g>
          </g>
        ))}
      </defs>
    </svg>
  );
}

import { type TimeWindow, ticksOf } from "#domain/scale.ts";

/** The ticks of an agreement's own path, for the page and for the desk alike. */
export function PathAxis({ window }: { window: TimeWindow }) {
  return ticksOf(window, 1290, 250).map(({ x, label, suffix, year, narrow }) => (
    <g key={x}>
      <line className="grid" x1={`${x}%`} x2={`${x}%`} y1="4" y2="44" />
      <text
        className={`${year ? "year" : ""} ${narrow ? "" : "wide"} ${suffix ? "first" : ""}`}
        x={`${x}%`}
        y="60"
        textAnchor={x < 3 ? "start" : "middle"}
      >
        {suffix ? <tspan className="wide">{`${label} `}</tspan> : label}
        {suffix}
      </text>
    </g>
  ));
}

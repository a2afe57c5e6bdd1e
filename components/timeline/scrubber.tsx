"use client";

import Link from "next/link";
import { type KeyboardEvent, memo, type ReactNode, useLayoutEffect, useRef } from "react";
import { dayFromNumber, dayInWords } from "#domain/day.ts";
import { drawingStyles } from "../stage-drawing.ts";
import type { TimelineModel } from "./timeline-model.ts";

const histogramHeight = 32;
/** Up to seven signatures a month stand 3.1 px each. */
const tallest = 21.7;

/** One month: redrawn when the day passes one of its signatures, and not each time that it moves. */
const MonthBar = memo(function MonthBar(props: {
  x: number;
  width: number;
  done: number;
  all: number;
  unit: number;
  ghosts: boolean;
}) {
  const { x, width, done, all, unit, ghosts } = props;
  const place = { x: `calc(${x}% + 1px)`, width: `calc(${width}% - 2px)` };
  return (
    <g fill="currentColor">
      {ghosts && done < all ? (
        <rect
          className="ghost"
          style={place}
          y={histogramHeight - all * unit}
          height={(all - done) * unit}
          rx="1"
        />
      ) : null}
      {done > 0 ? <rect style={place} y={histogramHeight - done * unit} height={done * unit} rx="1" /> : null}
    </g>
  );
});

function Histogram({ model, on }: { model: TimelineModel; on: number }) {
  const most = Math.max(7, ...model.months.map(({ days }) => days.length));
  const unit = tallest / most;
  return (
    <svg className="histogram s-signed" aria-hidden="true">
      {model.months.map(({ x, width, days }) => {
        const done = days.filter((day) => day <= on).length;
        return <MonthBar key={x} {...{ x, width, done, unit }} all={days.length} ghosts={model.ghosts} />;
      })}
    </svg>
  );
}

const Axis = memo(function Axis({ ticks }: Pick<TimelineModel, "ticks">) {
  return (
    <svg className="axis" aria-hidden="true">
      {ticks.map(({ x, label, suffix, year, narrow }) => (
        <g key={x} className={`${year ? "year" : ""} ${suffix ? "first" : ""}`}>
          <line x1={`${x}%`} x2={`${x}%`} y2={year ? 7 : 5} />
          <text className={narrow ? "" : "wide"} x={`${x}%`} y="20" textAnchor="middle">
            {suffix ? <tspan className="wide">{`${label} `}</tspan> : label}
            {suffix}
          </text>
        </g>
      ))}
    </svg>
  );
});

/** Moments, histogram and axis do not move; only what depends on the day does. */
export function Scrubber(props: {
  model: TimelineModel;
  on: number;
  /** Called at most once a frame while the handle is dragged. */
  drag: (day: number) => void;
  keys: (event: KeyboardEvent<HTMLInputElement>) => void;
  before: ReactNode;
  after: ReactNode;
}) {
  const { model, on, drag, keys, before, after } = props;
  const range = useRef<HTMLInputElement>(null);
  const frame = useRef(0);
  useLayoutEffect(() => {
    if (range.current && Number(range.current.value) !== on) range.current.value = String(on);
  }, [on]);
  const dragged = () => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const input = range.current;
      if (!input) return;
      // The rail reaches beyond the last day, so that its scale is the plot's; the handle does not.
      const day = Math.min(Number(input.value), model.max);
      input.value = String(day);
      drag(day);
    });
  };
  const day = dayFromNumber(on);
  return (
    <div className="scrubber thirds">
      <div className="play">{before}</div>
      <div className="track">
        {model.moments.map(({ date, label, href, x, labelled }) => (
          <Link
            key={`${date}${label}`}
            className={`moment ${x > 75 ? "to-left" : ""}`}
            style={{ left: `${x}%` }}
            href={href}
            prefetch={false}
            title={`${dayInWords(date)}: ${label}`}
          >
            <span className={labelled === "never" ? "vh" : labelled}>{label}</span>
          </Link>
        ))}
        <Histogram model={model} on={on} />
        <div className="rail">
          <i />
        </div>
        <Axis ticks={model.ticks} />
        <output className="bubble" aria-hidden="true">
          {dayInWords(day)}
        </output>
        <input
          ref={range}
          className="needs-script"
          type="range"
          min={model.window.from}
          max={model.window.to}
          step={1}
          defaultValue={on}
          aria-label="As of date"
          aria-valuetext={dayInWords(day, "long")}
          aria-keyshortcuts="[ ] Space"
          onChange={dragged}
          onKeyDown={keys}
        />
        <i className="knob" />
      </div>
      <div className="typed">{after}</div>
    </div>
  );
}

/** What is announced once the day rests: “14 May 2024: 17 negotiating, 9 signed”. */
export function countsInWords(on: number, counts: Partial<Record<string, number>>): string {
  const parts = Object.entries(drawingStyles)
    .filter(([drawing]) => counts[drawing])
    .map(([drawing, { label }]) => `${counts[drawing]} ${label.toLowerCase()}`);
  return `${dayInWords(dayFromNumber(on), "long")}: ${parts.join(", ") || "nothing has begun"}`;
}

import type { CSSProperties } from "react";
import { type Day, dayNumber } from "#domain/day.ts";
import type { StagePeriod } from "#domain/derivation.ts";
import { laneSentence } from "#domain/lane-sentence.ts";
import { expectedOf, stepsOf } from "#domain/lane-steps.ts";
import { partnerOf, rowNames } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import { positionIn, type Tick, type TimeWindow, ticksOf, windowOf } from "#domain/scale.ts";
import { stages } from "#domain/stage.ts";
import type { Expectation } from "#domain/standing.ts";
import type { View } from "#domain/view.ts";
import type { Row } from "#domain/wire.ts";
import { flagSource } from "./flag-source.ts";
import { LaneRows } from "./timeline/lane-rows.tsx";
import type { RowLane } from "./timeline/live-lanes.ts";

interface LanePath {
  periods: readonly StagePeriod[];
  expectations: readonly Expectation[];
}

interface LaneListProps {
  /** Names the picture: “The agreements of Luxembourg”. */
  label: string;
  rows: readonly Row[];
  /** The whole path of each row by its slug, as known. */
  lanes: ReadonlyMap<string, LanePath>;
  view: View;
  on: Day;
  /** The last day of the record; what lies between `on` and it is drawn as a ghost. */
  until: Day;
  /** The country that the list is about, so that a row is called by the other side; null names both. */
  focus: string | null;
  /** What rows are called instead, by slug. */
  names?: ReadonlyMap<string, string>;
  /** Whether names are long, such as those of kinds of agreement. */
  wide?: boolean;
  /** The days that the axis spans; from the first event to `until` when not given. */
  window?: TimeWindow;
}

const nothing: LanePath = { periods: [], expectations: [] };

function lanesOf({ rows, lanes, view, on, focus, names }: LaneListProps): RowLane[] {
  const called = names ?? rowNames(rows, focus);
  return rows.map((row) => {
    const { periods, expectations } = lanes.get(row.slug) ?? nothing;
    const name = called.get(row.slug) ?? row.title;
    const code = partnerOf(row, focus)[0]?.code ?? "";
    return {
      slug: row.slug,
      name,
      flagCode: code,
      flag: flagSource(code),
      href: paths.agreement(row.slug, view),
      sentence: laneSentence(name, periods, on),
      path: stepsOf(periods).map((step, index) => ({
        ...step,
        label: stages[periods[index]?.stage ?? "unknown"].label,
      })),
      expectations: expectedOf(expectations),
    };
  });
}

function Axis({ ticks }: { ticks: readonly Tick[] }) {
  return (
    <div className="lanes-axis thirds" aria-hidden="true">
      <div>
        {ticks.map(({ x, label, suffix, year, narrow }) => (
          <span key={x} className={`${year ? "year" : ""} ${narrow ? "" : "wide"}`} style={{ left: `${x}%` }}>
            {suffix === null ? label : `${label} ${suffix}`}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Lines of the years, for lanes that stand one by one on a phone. */
const yearLines = (ticks: readonly Tick[]) =>
  ticks
    .filter(({ year }) => year)
    .map(({ x }) => `linear-gradient(var(--line), var(--line)) ${x}% 0 / 1px 100% no-repeat`)
    .join(", ");

/** Some agreements as lanes on one scale. It stands still: the day is that of the page. */
export function LaneList(props: LaneListProps) {
  const { label, rows, lanes, on, until, view } = props;
  const starts = rows.flatMap(({ slug }) => lanes.get(slug)?.periods[0]?.from ?? []);
  const window = props.window ?? windowOf([...starts, on].sort()[0] ?? on, until);
  const ticks = ticksOf(window);
  const style = {
    "--asof-x": `${positionIn(window, dayNumber(on))}%`,
    "--year-lines": yearLines(ticks),
  } as CSSProperties;
  return (
    <section
      className={props.wide ? "timeline-card still wide" : "timeline-card still"}
      aria-label={label}
      style={style}
    >
      <Axis ticks={ticks} />
      <div className="lanes">
        <div className="lane-grid thirds" aria-hidden="true">
          <div>
            <svg aria-hidden="true">
              {ticks.map(({ x, year }) => (
                <line key={x} className={year ? "year" : ""} x1={`${x}%`} x2={`${x}%`} y2="100%" />
              ))}
            </svg>
            <i className="asof-line" />
          </div>
        </div>
        <ol className={rows.length > 100 ? "lane-list many" : "lane-list"}>
          <LaneRows
            lanes={lanesOf(props)}
            window={window}
            on={dayNumber(on)}
            until={dayNumber(until)}
            ghosts={view.ghosts}
          />
        </ol>
      </div>
    </section>
  );
}

import { type Day, dayInWords, dayNumber, partsOf } from "#domain/day.ts";
import { grouped } from "#domain/numbers.ts";
import { positionIn, type TimeWindow, ticksOf } from "#domain/scale.ts";

/** Something that happened on a day and counts one. */
export interface Counted {
  day: Day;
  name: string;
}

interface CumulativeLineProps {
  /** A sentence: what the line shows. */
  title: string;
  /** What is counted, “signed”: the head of the column of numbers. */
  counted: string;
  items: readonly Counted[];
  /** The line starts at the beginning of this day's year and ends on `on`. */
  from: Day;
  on: Day;
}

const height = 120;
/** Steps of the scale, finest first; at most four lines. */
const scales = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 5000, 10000];

const round = (value: number) => Math.round(value * 100) / 100;

/** A step at each day: the numbers before and after it. */
function stepsOf(items: readonly Counted[], window: TimeWindow, y: (count: number) => number) {
  const points = items.map(({ day }, index) => {
    const x = round(positionIn(window, dayNumber(day)));
    return `H${x}V${round(y(index + 1))}`;
  });
  return `M0 ${height}${points.join("")}H100`;
}

/** How many, how fast: a line that rises by one at each event. The same numbers stand in the table beneath. */
export function CumulativeLine({ title, counted, items, from, on }: CumulativeLineProps) {
  const sorted = items.filter(({ day }) => day <= on).sort((a, b) => (a.day < b.day ? -1 : 1));
  const window = { from: dayNumber(`${partsOf(from).year}-01-01`.padStart(10, "0")), to: dayNumber(on) };
  const most = Math.max(1, sorted.length);
  const scale = scales.find((step) => most / step <= 4) ?? most;
  const y = (count: number) => height - (count / (most * 1.04)) * (height - 8);
  const line = stepsOf(sorted, window, y);
  const lines = Array.from({ length: Math.floor(most / scale) }, (_, index) => (index + 1) * scale);
  const latest = sorted.at(-1);
  return (
    <figure className="cumulative">
      <figcaption>{title}</figcaption>
      <div className="plot" aria-hidden="true">
        <svg className="scale" height={height + 20} aria-hidden="true">
          {lines.map((count) => (
            <g key={count}>
              <line x1="0" x2="100%" y1={y(count)} y2={y(count)} />
              <text x="0" y={y(count) - 4}>
                {grouped(count)}
              </text>
            </g>
          ))}
          <line className="base" x1="0" x2="100%" y1={height} y2={height} />
          {ticksOf(window, 320).map(({ x, label, suffix }) => (
            <text
              key={x}
              x={`${round(x)}%`}
              y={height + 16}
              textAnchor={x < 4 ? "start" : x > 96 ? "end" : "middle"}
            >
              {suffix ? `${label} ${suffix}` : label}
            </text>
          ))}
        </svg>
        <svg
          className="steps"
          height={height}
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path className="area" d={`${line}V${height}Z`} />
          <path className="line" d={line} vectorEffect="non-scaling-stroke" />
        </svg>
        {latest ? (
          <span className="latest" style={{ bottom: height + 20 - y(most) + 6 }}>
            {most} since {latest.name}, {dayInWords(latest.day)}
          </span>
        ) : null}
      </div>
      <details className="figure-data">
        <summary>Show data</summary>
        <div className="table-scroll">
          <table className="t">
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Agreement</th>
                <th scope="col" className="num">
                  {counted}
                </th>
              </tr>
            </thead>
            <tbody>
              {sorted.map(({ day, name }, index) => (
                <tr key={`${day}${name}`}>
                  <td>{dayInWords(day)}</td>
                  <td>{name}</td>
                  <td className="num">{index + 1}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

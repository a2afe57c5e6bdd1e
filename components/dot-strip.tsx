import { layoutDots, type TalksLength, type TalksRank } from "#domain/talks-rank.ts";

/** The strip's usual width and a dot's with its gap, in pixels; on a wider strip dots only lie further apart. */
const usualWidth = 340;
const pitch = 10;
const topSpace = 24;

/** How long talks took: one dot for each agreement, this one's raised, and the numbers that are drawn. */
export function DotStrip({ rank, lengths }: { rank: TalksRank; lengths: readonly TalksLength[] }) {
  const { own, title, sentence } = rank;
  const { dots, levels, ticks } = layoutDots(lengths, (pitch / usualWidth) * 100);
  const base = Math.max(73, topSpace + 9 + levels * pitch);
  const y = (level: number) => base - 7 - level * pitch;
  const mine = dots.find(({ slug }) => slug === own.slug);
  const inexact = dots.some(({ exact }) => !exact);
  return (
    <section className="dot-strip" aria-labelledby="talks-title">
      <h2 id="talks-title">{title}</h2>
      <p className="note">
        {sentence}
        {inexact ? " Hollow: not known to the day." : ""}
      </p>
      <svg height={base + 23} role="img" aria-label={`${title}. ${sentence}`}>
        {ticks.map(({ x, days }, index) => (
          <g key={days}>
            <line className="tick" x1={`${x}%`} x2={`${x}%`} y1={topSpace} y2={base} />
            <text
              x={`${x}%`}
              y={base + 17}
              textAnchor={index === 0 ? "start" : index === ticks.length - 1 ? "end" : "middle"}
            >
              {index === ticks.length - 1 ? `${days} days` : days}
            </text>
          </g>
        ))}
        <line className="base" x1="0" x2="100%" y1={base} y2={base} />
        {mine ? (
          <line className="own" x1={`${mine.x}%`} x2={`${mine.x}%`} y1={topSpace - 2} y2={y(mine.level)} />
        ) : null}
        {dots.map(({ slug, name, days, exact, x, level }) => (
          <circle
            key={slug}
            className={`${exact ? "exact" : "about"} ${slug === own.slug ? "own" : ""}`}
            cx={`${x}%`}
            cy={y(level)}
            r={slug === own.slug ? 5 : 4}
          >
            <title>{`${name}, ${days}`}</title>
          </circle>
        ))}
        {mine ? (
          <text
            className="value"
            x={`${mine.x}%`}
            y="16"
            textAnchor={mine.x < 6 ? "start" : mine.x > 94 ? "end" : "middle"}
          >
            {mine.days}
          </text>
        ) : null}
      </svg>
      <details className="figure-data">
        <summary>Show data</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard. */}
        <section className="table-scroll" tabIndex={0} aria-label="Days of talks, data">
          <table className="t">
            <thead>
              <tr>
                <th scope="col">Partner</th>
                <th scope="col" className="num">
                  Days of talks
                </th>
              </tr>
            </thead>
            <tbody>
              {dots.map(({ slug, name, days, exact }) => (
                <tr key={slug}>
                  <th scope="row">{name}</th>
                  <td className="num">{`${exact ? "" : "≈ "}${days}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}

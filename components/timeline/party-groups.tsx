import Link from "next/link";
import { grouped } from "#domain/numbers.ts";
import type { Drawing } from "#domain/stage.ts";
import { Flag } from "../flag.tsx";
import { drawingCodes, drawingStyles } from "../stage-drawing.ts";
import { StageGlyph } from "../stage-glyph.tsx";

export interface GroupLine {
  code: string;
  name: string;
  /** The timeline of this country's agreements alone. */
  href: string;
  total: number;
  byDrawing: Partial<Record<Drawing, number>>;
}

/** What the bar says, for who does not see it. */
const inWords = ({ byDrawing }: GroupLine): string =>
  drawingCodes
    .flatMap((drawing) => {
      const count = byDrawing[drawing] ?? 0;
      return count === 0 ? [] : [`${drawingStyles[drawing].label} ${grouped(count)}`];
    })
    .join(", ");

/** A line for each country where a line for each agreement would be no picture: how many, and where they stand. */
export function PartyGroups({ lines, label }: { lines: readonly GroupLine[]; label: string }) {
  return (
    <>
      <ul className="legend" aria-label="Kinds of stages">
        {drawingCodes.map((drawing) => (
          <li key={drawing} className="legend-item">
            <StageGlyph drawing={drawing} />
            <span className="txt">{drawingStyles[drawing].label}</span>
          </li>
        ))}
      </ul>
      <div className="table-card">
        <table className="t party-groups">
          <caption className="vh">{label}</caption>
          <thead>
            <tr>
              <th scope="col">Country</th>
              <th scope="col" className="num">
                Agreements
              </th>
              <th scope="col">Where they stand</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.code}>
                <th scope="row">
                  <Link className="party" href={line.href} prefetch={false}>
                    <Flag code={line.code} />
                    {line.name}
                  </Link>
                </th>
                <td className="num">{grouped(line.total)}</td>
                <td>
                  <span className="vh">{inWords(line)}</span>
                  <span className="group-bar" aria-hidden="true" title={inWords(line)}>
                    {drawingCodes.map((drawing) => {
                      const count = line.byDrawing[drawing] ?? 0;
                      return count === 0 ? null : (
                        <i
                          key={drawing}
                          className={`s-${drawing}`}
                          style={{ width: `${((count / line.total) * 100).toFixed(2)}%` }}
                        />
                      );
                    })}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

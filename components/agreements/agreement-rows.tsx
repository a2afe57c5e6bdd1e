"use client";

import { layoutLane } from "#domain/lane.ts";
import { plural } from "#domain/numbers.ts";
import { FlagImage } from "../flag-image.tsx";
import { Icon } from "../icon.tsx";
import { Lane } from "../lane.tsx";
import { drawingCodes } from "../stage-drawing.ts";
import { StageGlyph } from "../stage-glyph.tsx";
import type { TableModel, TableRow } from "./table-model.ts";

/** The small lane of a cell: the path to the day, without what came later. */
function SmallLane({ lane, window, on }: Pick<TableModel, "window" | "on"> & Pick<TableRow, "lane">) {
  const steps = Array.from({ length: lane.length / 3 }, (_, index) => {
    const [from = 0, latest = 0, drawing = 0] = lane.slice(index * 3, index * 3 + 3);
    return { from, latest, drawing: drawingCodes[drawing] ?? ("announced" as const) };
  });
  const layout = layoutLane({ steps, expected: [], window, on, until: on, ghosts: false });
  return <Lane layout={layout} size="mini" marks="last" />;
}

/** Characters of a day in words, such as `14 May 2024`; a range of days is longer, and may take two lines. */
const longestDay = 12;

const unknown = <span className="unknown">–</span>;

/** A number of days with its bar; dashed while it still runs. */
function Days({ days }: { days: TableRow["days"] | undefined }) {
  if (!days) return unknown;
  const [count, share, about, open] = days;
  return (
    <span className="days">
      <span className={about || open ? "muted" : undefined}>
        {`${about ? "≈ " : ""}${count}`}
        <span className="narrow">{`${count === 1 ? " day" : " days"}${open ? " so far" : ""}`}</span>
        {open ? <span className="vh"> so far</span> : null}
      </span>
      <span className="bar">
        <i className={open ? "open" : undefined} style={{ width: `${share}%` }} />
      </span>
    </span>
  );
}

/** One cell of each kind, by the word of its column. */
function Cell({ word, row, model }: { word: string; row: TableRow; model: TableModel }) {
  const href = model.address.join(row.slug);
  switch (word) {
    case "party":
      return (
        <th scope="row">
          <a className="party" href={href}>
            {row.flags.map(([code, source]) => (
              <FlagImage key={code} source={source} code={code} />
            ))}
            {row.name}
          </a>
        </th>
      );
    case "stage":
      return (
        <td className="at">
          <span className={row.lane.length > 0 ? `stage s-${row.drawing}` : "stage none"}>
            {row.lane.length > 0 ? <StageGlyph drawing={row.drawing} /> : null}
            <span className="txt">{row.stage}</span>
            {row.doubt ? <span className="sub">{row.doubt}</span> : null}
          </span>
        </td>
      );
    case "path":
      return (
        <td className="path">
          <SmallLane lane={row.lane} window={model.window} on={model.on} />
        </td>
      );
    case "place":
      return <td className="place">{row.place ?? unknown}</td>;
    case "duration":
      return (
        <td className="num duration">
          <Days days={row.days} />
        </td>
      );
    case "next":
      return (
        <td className={row.next ? "next" : "next none"}>
          {row.next ? (
            <>
              {row.next}
              {row.overdue ? <b className="overdue"> overdue</b> : null} <span>{row.nextOn}</span>
            </>
          ) : (
            unknown
          )}
        </td>
      );
    case "flags":
      return (
        <td className={row.marks ? "marks" : "marks none"}>
          {row.marks ? (
            <span>
              <Icon name="warning" />
              {row.marks}
            </span>
          ) : null}
        </td>
      );
    case "sources":
      return (
        <td className="num source-count">
          <a href={`${href}#acts`} aria-label={`${plural(row.sources, "source")}, ${row.name}`}>
            {row.sources}
          </a>
        </td>
      );
    default: {
      const value = row[word as "talks" | "signed" | "changed" | "checked"];
      const about = value?.startsWith("≈") ? " muted" : "";
      return (
        <td className={`num ${word}${about}${value && value.length > longestDay ? " long" : ""}`}>
          {value ?? unknown}
        </td>
      );
    }
  }
}

/** The body of the table. On a phone the same cells stand as a card, so which line a card shows is said by its row. */
export function AgreementRows({ model }: { model: TableModel }) {
  return (
    <tbody>
      {model.rows.map((row) => (
        <tr key={row.slug} className={row.signed ? "is-signed" : row.talks ? "in-talks" : undefined}>
          {model.columns.map((word) => (
            <Cell key={word} word={word} row={row} model={model} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

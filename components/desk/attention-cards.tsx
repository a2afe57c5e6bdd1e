"use client";

import { actKinds } from "#domain/act.ts";
import { dateInWords } from "#domain/date-words.ts";
import { dayInWords } from "#domain/day.ts";
import { pairInWords } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import { defaultView } from "#domain/view.ts";
import type { Attention, DeskRow } from "#domain/wire-desk.ts";
import { Flag } from "../flag.tsx";
import { StageLabel } from "../stage-label.tsx";

/** Why the row is here, in a few words. */
function reasonOf(flag: Attention["flag"], { next, since, checkedOn }: DeskRow): string {
  if (flag === "overdue" && next) {
    return `${actKinds[next.kind].label} was ${next.certainty} for ${dateInWords(next.date)}`;
  }
  if (flag === "stale") return checkedOn ? `last checked ${dateInWords(checkedOn)}` : "never checked";
  return `since ${dayInWords(since)}`;
}

function AttentionRow({ flag, row }: { flag: Attention["flag"]; row: DeskRow }) {
  return (
    <li>
      <a href={paths.deskAgreement(row.slug)}>
        <span className="flags">
          {row.sides.flat().map(({ code }) => (
            <Flag key={code} code={code} />
          ))}
        </span>
        <span className="name">{pairInWords(row)}</span>
        <StageLabel stage={row.stage.code} />
        <span className="why">{reasonOf(flag, row)}</span>
      </a>
    </li>
  );
}

function Card({ attention }: { attention: Attention }) {
  const { flag, label, definition, count, rows } = attention;
  const more = count - rows.length;
  return (
    <section className="card attention" aria-labelledby={`attention-${flag}`} id={flag}>
      <div className="card-head">
        <h2 id={`attention-${flag}`}>
          {label} <span className="count">{count}</span>
        </h2>
      </div>
      <p className="note">{definition}</p>
      {rows.length === 0 ? (
        <p className="nothing">Nothing here. Well kept.</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <AttentionRow key={row.slug} flag={flag} row={row} />
          ))}
        </ul>
      )}
      {more > 0 ? (
        <a className="link more-link" href={paths.agreements({ ...defaultView, flag: [flag] })}>
          {more} more in the table
        </a>
      ) : null}
    </section>
  );
}

/** Everything that needs attention, one card for each reason; the strip above counts them. */
export function AttentionCards({ attention }: { attention: readonly Attention[] }) {
  return (
    <>
      <ul className="attention-strip" aria-label="What needs attention">
        {attention.map(({ flag, label, count }) => (
          <li key={flag}>
            <a href={`#${flag}`}>
              <span className="label">{label}</span>
              <span className="number">{count}</span>
            </a>
          </li>
        ))}
      </ul>
      <div className="attention-cards">
        {attention.map((one) => (
          <Card key={one.flag} attention={one} />
        ))}
      </div>
    </>
  );
}

import { dateInWords } from "#domain/date-words.ts";
import { dayInWords, dayOfInstant } from "#domain/day.ts";
import type { Agreement } from "#domain/wire.ts";

/** When somebody last looked, who, and what they found. */
export function ChecksList({ agreement: { checks, statusNote } }: { agreement: Agreement }) {
  return (
    <section id="checks" aria-labelledby="checks-title">
      <h2 id="checks-title">Checks</h2>
      {checks.length === 0 ? <p className="note">Nobody has checked it by this day.</p> : null}
      <ul className="checks">
        {checks.map(({ on, note, recordedAt, recordedBy }) => (
          <li key={`${on}${recordedAt}`}>
            <b>{dateInWords(on)}</b>
            {note ? <span className="line">{note}</span> : null}
            <span className="line muted">{`Recorded on ${dayInWords(dayOfInstant(recordedAt))} by ${recordedBy}`}</span>
          </li>
        ))}
      </ul>
      {statusNote && !checks.some(({ note }) => note?.toLowerCase().includes(statusNote.toLowerCase())) ? (
        <p className="aside-text">{statusNote}</p>
      ) : null}
    </section>
  );
}

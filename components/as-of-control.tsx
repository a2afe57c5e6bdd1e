import Link from "next/link";
import { type Day, dayInWords, dayOfInstant } from "#domain/day.ts";
import { DayField } from "./day-field.tsx";
import { Icon } from "./icon.tsx";
import { PrintFooter } from "./print-footer.tsx";

interface AsOfControlProps {
  on: Day;
  today: Day;
  /** This page with every query word but `on`. */
  address: string;
  /** The instant of the record's own clock, when it is not now, and this page without it. */
  known?: { at: string; href: string } | null;
}

/** The record's own clock, where it is not now, and the way back to now. */
export function KnownAt({ known }: { known: { at: string; href: string } | null }) {
  if (known === null) return null;
  return (
    <span>
      as known at <b>{`${dayInWords(dayOfInstant(known.at))}, ${known.at.slice(11, 16)} UTC`}</b>{" "}
      <Link className="link" href={known.href}>
        Show what is known now
      </Link>
    </span>
  );
}

/** The address with its day written out, so that the sheet stays true. */
function printed(address: string, on: Day): string {
  return `${address}${address.includes("?") ? "&" : "?"}on=${on}`;
}

/** The day that every page is seen from: said in words, changed by a plain form, and undone by one link. */
export function AsOfControl({ on, today, address, known }: AsOfControlProps) {
  const [path = "", query = ""] = address.split("?");
  return (
    <div className="as-of">
      <details>
        <summary className={on === today ? "chip" : "chip on"} aria-keyshortcuts="t">
          <Icon name="calendar" />
          <span>
            As of <b>{dayInWords(on)}</b>
          </span>
          <Icon name="chevron" />
        </summary>
        <form className="panel" action={path}>
          {[...new URLSearchParams(query)].map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          <div className="field">
            <label htmlFor="as-of-day">Show everything as of</label>
            <DayField id="as-of-day" name="on" value={on} max={today} required />
          </div>
          <div className="actions">
            <button className="btn primary" type="submit">
              Show
            </button>
            {on === today ? null : (
              <Link className="btn" href={address}>
                Today
              </Link>
            )}
          </div>
        </form>
      </details>
      <KnownAt known={known ?? null} />
      <PrintFooter address={printed(address, on)} on={on} known={known?.at ?? null} />
    </div>
  );
}

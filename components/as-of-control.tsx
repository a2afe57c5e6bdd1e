import Link from "next/link";
import { type Day, dayInWords, dayOfInstant } from "#domain/day.ts";
import { Icon } from "./icon.tsx";

interface AsOfControlProps {
  on: Day;
  today: Day;
  /** This page with every query word but `on`. */
  address: string;
  /** The instant of the record's own clock, when it is not now, and this page without it. */
  known?: { at: string; href: string } | null;
}

/** The day that every page is seen from: said in words, changed by a plain form, and undone by one link. */
export function AsOfControl({ on, today, address, known }: AsOfControlProps) {
  const [path = "", query = ""] = address.split("?");
  return (
    <div className="as-of">
      <details>
        <summary className={on === today ? "chip" : "chip on"}>
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
            <input
              className="input"
              id="as-of-day"
              type="date"
              name="on"
              defaultValue={on}
              max={today}
              required
            />
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
      {known ? (
        <span>
          as known at <b>{`${dayInWords(dayOfInstant(known.at))}, ${known.at.slice(11, 16)} UTC`}</b>{" "}
          <Link className="link" href={known.href}>
            Show what is known now
          </Link>
        </span>
      ) : null}
    </div>
  );
}

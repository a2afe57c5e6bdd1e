import Link from "next/link";
import type { Instant } from "#domain/clocks.ts";
import { dayInWords, dayOfInstant } from "#domain/day.ts";
import { paths } from "#domain/paths.ts";
import type { View } from "#domain/view.ts";

interface NothingHereProps {
  view: View;
  near: readonly { slug: string; title: string }[];
  /** For an agreement that was not known yet at the asked instant: since when it is, and where it is shown. */
  knownLater: { since: Instant; href: string } | null;
}

/** 404 of an agreement: not known yet, or what may have been meant, and a search. */
export function NothingHere({ view, near, knownLater }: NothingHereProps) {
  return (
    <div className="message">
      <p className="eyebrow">404</p>
      <h1>{knownLater ? "This agreement was not known then" : "We have no agreement at this address"}</h1>
      <p className="deck">
        {knownLater
          ? `It became known on ${dayInWords(dayOfInstant(knownLater.since), "long")} at ${knownLater.since.slice(11, 16)} UTC. The address asks for what was known before that.`
          : "The address may be mistyped. Addresses of agreements never change once they are published."}
      </p>
      {knownLater ? (
        <p className="actions">
          <Link className="btn primary" href={knownLater.href}>
            Show what is known now
          </Link>
        </p>
      ) : null}
      {near.length > 0 ? (
        <nav aria-labelledby="near-title">
          <h2 id="near-title">Did you mean</h2>
          <ul className="near">
            {near.map(({ slug, title }) => (
              <li key={slug}>
                <Link className="link" href={paths.agreement(slug, view)}>
                  {slug}
                </Link>
                <span className="note">{title}</span>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <form className="actions" action="/agreements">
        <label className="vh" htmlFor="not-found-search">
          Search agreements
        </label>
        <input
          className="input"
          id="not-found-search"
          type="search"
          name="q"
          maxLength={200}
          placeholder="A country, a place, a word"
        />
        <button className="btn" type="submit">
          Search
        </button>
        <Link className="btn" href={paths.agreements(view)}>
          All agreements
        </Link>
      </form>
    </div>
  );
}

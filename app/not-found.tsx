import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Nothing at this address" };

/** 404. Records say more in their own not-found page. */
export default function NotFound() {
  return (
    <div className="message">
      <p className="eyebrow">404</p>
      <h1>We have nothing at this address</h1>
      <p className="deck">
        The address may be mistyped. Addresses of agreements never change once they are published.
      </p>
      <form className="actions" action="/agreements">
        <label className="vh" htmlFor="not-found-search">
          Search agreements
        </label>
        <input
          className="input"
          id="not-found-search"
          type="search"
          name="q"
          placeholder="A country, a place, a word"
          style={{ maxWidth: 320 }}
        />
        <button className="btn primary" type="submit">
          Search
        </button>
        <Link className="btn" href="/agreements">
          All agreements
        </Link>
      </form>
    </div>
  );
}

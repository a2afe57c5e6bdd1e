import Link from "next/link";

interface MissingRecordProps {
  title: string;
  text: string;
  /** Records that may have been meant. */
  near?: readonly { href: string; label: string }[];
  /** Where all records of the kind are listed. */
  all: { href: string; label: string };
}

/** The page of an address that names no record: what is missing, what may have been meant, and a search. */
export function MissingRecord({ title, text, near = [], all }: MissingRecordProps) {
  return (
    <div className="message">
      <p className="eyebrow">404</p>
      <h1>{title}</h1>
      <p className="deck">{text}</p>
      {near.length > 0 ? (
        <>
          <p className="deck">Did you mean one of these?</p>
          <ul className="chips near">
            {near.map(({ href, label }) => (
              <li key={href}>
                <Link className="chip" href={href}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <form className="actions" action="/agreements">
        <label className="vh" htmlFor="missing-search">
          Search agreements
        </label>
        <input
          className="input short"
          id="missing-search"
          type="search"
          name="q"
          placeholder="A country, a place, a word"
          maxLength={200}
        />
        <button className="btn primary" type="submit">
          Search
        </button>
        <Link className="btn" href={all.href}>
          {all.label}
        </Link>
      </form>
    </div>
  );
}

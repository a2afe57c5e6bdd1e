import Link from "next/link";

/** The mark and the name. Circle, diamond, square: talking, paper, law. */
export function Brand() {
  return (
    <Link className="brand" href="/">
      <svg viewBox="0 0 38 14" width="38" height="14" aria-hidden="true">
        <circle cx="6" cy="7" r="4.6" fill="none" stroke="var(--st-talks)" strokeWidth="2.4" />
        <path d="M19 .8 25.2 7 19 13.2 12.8 7Z" fill="var(--st-signed)" />
        <rect x="27" y="1.6" width="10.8" height="10.8" rx="2.2" fill="var(--st-force)" />
      </svg>
      Accords
    </Link>
  );
}

import Link from "next/link";

/** The way on through a list of changes, and back to its beginning. */
export function ChangePages({ first, next }: { first: string | null; next: string | null }) {
  if (first === null && next === null) return null;
  return (
    <nav className="actions" aria-label="Pages">
      {first === null ? null : (
        <Link className="btn" href={first} prefetch={false}>
          Newest changes
        </Link>
      )}
      {next === null ? null : (
        <Link className="btn" href={next} prefetch={false}>
          Earlier changes
        </Link>
      )}
    </nav>
  );
}

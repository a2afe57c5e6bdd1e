import Link from "next/link";
import { paths } from "#domain/paths.ts";
import { defaultLimit, type View, withView } from "#domain/view.ts";
import { Icon } from "../icon.tsx";

const sizes = [25, 50, 100, 200];

/** Below the table: the next page, how long a page is, and the same rows in other forms. */
export function TablePages({ view, next, total }: { view: View; next: string | null; total: number }) {
  const limit = view.limit ?? defaultLimit;
  const rows = withView(view, { columns: null });
  return (
    <div className="table-pages">
      <nav className="actions" aria-label="Pages of the table">
        {view.cursor === null ? null : (
          <Link className="btn" href={paths.agreements(withView(view, { cursor: null }))} prefetch={false}>
            First page
          </Link>
        )}
        {next === null ? null : (
          <Link
            className="btn"
            href={paths.agreements(withView(view, { cursor: next }))}
            rel="next"
            prefetch={false}
          >
            Next page
            <Icon name="right" />
          </Link>
        )}
      </nav>
      {total > (sizes[0] ?? 0) ? (
        <nav className="page-sizes" aria-label="Rows on a page">
          <span>Rows on a page</span>
          {sizes.map((size) => (
            <Link
              key={size}
              href={paths.agreements(withView(view, { limit: size === defaultLimit ? null : size }))}
              aria-current={size === limit ? "true" : undefined}
              scroll={false}
              prefetch={false}
            >
              {size}
            </Link>
          ))}
        </nav>
      ) : null}
      <p className="downloads">
        These rows as{" "}
        <a className="link" href={paths.agreements(rows, "csv")} download>
          CSV
        </a>{" "}
        <a className="link" href={paths.agreements(rows, "json")}>
          JSON
        </a>
      </p>
    </div>
  );
}

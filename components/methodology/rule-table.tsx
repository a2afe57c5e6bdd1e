import type { ReactNode } from "react";

interface RuleTableProps {
  caption: string;
  head: readonly string[];
  /** The first cell heads the row; `id` is where links lead. */
  rows: readonly { id?: string | undefined; cells: readonly ReactNode[] }[];
}

/** A published table of rules: rows that links can lead to, scrolled by itself where it is wider than the page. */
export function RuleTable({ caption, head, rows }: RuleTableProps) {
  return (
    <div className="table-card">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
      <section className="table-scroll" tabIndex={0} aria-label={caption}>
        <table className="t rule-table">
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>
              {head.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cells: [first, ...rest] }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a published table stand still
              <tr key={index} id={id}>
                <th scope="row">{first}</th>
                {rest.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: so do its cells
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

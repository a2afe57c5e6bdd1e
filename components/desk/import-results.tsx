"use client";

import { useState } from "react";
import type { ImportReport } from "#domain/import/report.ts";
import { type RowResult, rowResults } from "#domain/import/row.ts";
import { paths } from "#domain/paths.ts";

const labels: Record<RowResult, string> = {
  create: "New",
  update: "Update",
  unchanged: "Unchanged",
  rejected: "Rejected",
};

/** Rows on one page of the table. */
const onPage = 50;

/** What becomes of each row: counts that filter, and a table with the reasons, page by page. */
export function ImportResults({ report }: { report: ImportReport }) {
  const [shown, setShown] = useState<RowResult | "all">(report.rejected > 0 ? "rejected" : "all");
  const [page, setPage] = useState(0);
  const rows = report.results.filter(({ result }) => shown === "all" || result === shown);
  const pages = Math.max(1, Math.ceil(rows.length / onPage));
  const choose = (result: RowResult | "all") => {
    setShown(result);
    setPage(0);
  };
  return (
    <section aria-labelledby="import-rows">
      <h2 id="import-rows">Rows</h2>
      <fieldset className="segmented import-filter">
        <legend className="vh">Which rows are shown</legend>
        {(["all", ...rowResults] as const).map((result) => (
          <button
            key={result}
            type="button"
            className="btn small"
            aria-pressed={shown === result}
            onClick={() => choose(result)}
          >
            {result === "all" ? "All" : labels[result]}{" "}
            <span className="count">{result === "all" ? report.rows : report[result]}</span>
          </button>
        ))}
      </fieldset>
      {rows.length === 0 ? (
        <p className="nothing">No such rows{report.more ? " among those that are shown" : ""}.</p>
      ) : (
        <div className="table-card">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls is moved with the arrow keys. */}
          <section className="table-scroll" tabIndex={0} aria-label="Rows of the file">
            <table className="t import-table">
              <caption>
                {`Rows ${page * onPage + 1} to ${Math.min(rows.length, (page + 1) * onPage)} of ${rows.length}`}
                {report.more
                  ? "; a long file shows its first 1,000 rows and all rejected ones up to 10,000"
                  : ""}
              </caption>
              <thead>
                <tr>
                  <th scope="col">Row</th>
                  <th scope="col">Result</th>
                  <th scope="col">Agreement</th>
                  <th scope="col">Column and reason</th>
                </tr>
              </thead>
              <tbody>
                {rows
                  .slice(page * onPage, (page + 1) * onPage)
                  .map(({ row, result, title, slug, reasons }) => (
                    <tr key={row}>
                      <td>{row}</td>
                      <td>
                        <span className={`import-result ${result}`}>{labels[result]}</span>
                      </td>
                      <td>
                        {slug !== null && (result !== "create" || !report.dryRun) ? (
                          <a className="link" href={paths.agreement(slug)}>
                            {title ?? slug}
                          </a>
                        ) : (
                          (title ?? "no title")
                        )}
                      </td>
                      <td>
                        {reasons.map(({ column, message }) => (
                          <div key={`${column} ${message}`}>
                            <b>{column}</b> {message}
                          </div>
                        ))}
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </section>
        </div>
      )}
      {pages > 1 ? (
        <div className="actions import-pages">
          <button type="button" className="btn small" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Rows before
          </button>
          <span>{`Page ${page + 1} of ${pages}`}</span>
          <button
            type="button"
            className="btn small"
            disabled={page + 1 >= pages}
            onClick={() => setPage(page + 1)}
          >
            Rows after
          </button>
        </div>
      ) : null}
    </section>
  );
}

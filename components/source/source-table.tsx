import type { SourceList } from "#domain/answers.ts";
import { dateInWords } from "#domain/date-words.ts";

const isAddress = (url: string): boolean => /^https?:\/\//.test(url);

/** Publications with how often they are cited. */
export function SourceTable({ sources }: { sources: SourceList["data"] }) {
  return (
    <div className="table-card">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
      <section className="table-scroll" tabIndex={0} aria-label="Table of sources">
        <table className="t">
          <caption className="vh">Sources, newest first, with how often each is cited</caption>
          <thead>
            <tr>
              <th scope="col">Publication</th>
              <th scope="col">Publisher</th>
              <th scope="col">Published</th>
              <th scope="col">Language</th>
              <th scope="col" className="num">
                Facts
              </th>
              <th scope="col" className="num">
                Agreements
              </th>
            </tr>
          </thead>
          <tbody>
            {sources.map(({ id, url, title, publisher, publishedOn, language, citations, agreements }) => (
              <tr key={id} id={id}>
                <th scope="row" className="publication">
                  {isAddress(url) ? (
                    <a
                      className="link"
                      href={url}
                      rel="external"
                      lang={title ? (language ?? undefined) : undefined}
                    >
                      {title ?? url.replace(/^https?:\/\/(?:www\.)?/, "").slice(0, 90)}
                    </a>
                  ) : (
                    <>
                      {title ?? "Title not known"} <span className="muted">no address was given</span>
                    </>
                  )}
                </th>
                <td>{publisher ?? <span className="unknown">not known</span>}</td>
                <td>
                  {publishedOn === null ? (
                    <span className="unknown">not known</span>
                  ) : (
                    dateInWords(publishedOn)
                  )}
                </td>
                <td>{language ?? <span className="unknown">–</span>}</td>
                <td className="num">{citations}</td>
                <td className="num">{agreements}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

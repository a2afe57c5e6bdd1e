import { dateInWords } from "#domain/date-words.ts";
import type { Citation } from "#domain/wire.ts";
import { Icon } from "../icon.tsx";

/** The host of an address, for a source whose publisher is not known. */
const hostOf = (url: string): string => /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(url)?.[1] ?? "Source";

const isAddress = (url: string): boolean => /^https?:\/\//.test(url);

/** Publisher and date, what it says against the fact, and its title for readers that listen. */
function Told({ source, stance }: Pick<Citation, "source" | "stance">) {
  const { publisher, publishedOn, title, url, language } = source;
  return (
    <>
      <Icon name="document" />
      <span>
        <b>{publisher ?? hostOf(url)}</b>{" "}
        <span className="day">{publishedOn === null ? "undated" : dateInWords(publishedOn)}</span>
        {isAddress(url) ? null : <span className="muted"> no address was given</span>}
        {stance === "contradicts" ? <em> says otherwise</em> : null}
        {title ? (
          <span className="vh" lang={language ?? undefined}>
            {title}
          </span>
        ) : null}
      </span>
    </>
  );
}

function Chip({ citation: { source, stance } }: { citation: Citation }) {
  const className = `source ${stance}`;
  if (!isAddress(source.url)) {
    return (
      <span className={className} title={source.title ?? undefined}>
        <Told source={source} stance={stance} />
      </span>
    );
  }
  return (
    <a
      className={className}
      href={source.url}
      rel="external"
      hrefLang={source.language ?? undefined}
      title={source.title ?? undefined}
    >
      <Told source={source} stance={stance} />
    </a>
  );
}

/** The sources of one fact; a fact without any says so. */
export function SourceChips({ citations, bare = false }: { citations: readonly Citation[]; bare?: boolean }) {
  if (citations.length === 0) {
    return bare ? null : (
      <p className="sources">
        <span className="source needed">
          <Icon name="warning" />
          <b>Source needed</b>
        </span>
      </p>
    );
  }
  return (
    <ul className="sources">
      {citations.map((citation) => (
        <li key={`${citation.source.id}${citation.stance}${citation.field}`}>
          <Chip citation={citation} />
          {citation.source.archivedUrl && isAddress(citation.source.archivedUrl) ? (
            <a className="source" href={citation.source.archivedUrl} rel="external">
              archived copy
            </a>
          ) : null}
          {citation.quote ? (
            <q className="quote" lang={citation.source.language ?? undefined}>
              {citation.quote}
            </q>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

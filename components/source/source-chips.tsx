import { dateInWords } from "#domain/date-words.ts";
import { paths } from "#domain/paths.ts";
import { defaultView } from "#domain/view.ts";
import type { Citation } from "#domain/wire.ts";
import { Icon } from "../icon.tsx";

/** True for a source that can be followed on the web. */
export const hasAddress = (url: string): boolean => /^https?:\/\//i.test(url);

function SourceChip({ citation: { source, stance, quote } }: { citation: Citation }) {
  const { id, url, publisher, title, publishedOn, language } = source;
  const follows = hasAddress(url);
  const about = [title, quote === null ? null : `“${quote}”`].filter((text) => text !== null).join(" ");
  return (
    <a
      className={stance === "contradicts" ? "source contradicts" : "source"}
      href={follows ? url : `${paths.sources({ ...defaultView, q: url })}#${id}`}
      rel={follows ? "external" : undefined}
      hrefLang={follows ? (language ?? undefined) : undefined}
      title={about || undefined}
    >
      <Icon name={stance === "contradicts" ? "warning" : "document"} />
      <b>{publisher ?? "Publisher not known"}</b>
      {publishedOn === null ? null : ` ${dateInWords(publishedOn)}`}
      {stance === "contradicts" ? " contradicts" : null}
    </a>
  );
}

/** The sources of one fact, each a link; none is said. */
export function SourceChips({ citations }: { citations: readonly Citation[] }) {
  if (citations.length === 0) {
    return (
      <p className="sources">
        <span className="source">
          <Icon name="warning" />
          Source needed
        </span>
      </p>
    );
  }
  return (
    <ul className="sources" aria-label="Sources">
      {citations.map((citation) => (
        <li key={`${citation.source.id}${citation.stance}${citation.field}`}>
          <SourceChip citation={citation} />
        </li>
      ))}
    </ul>
  );
}

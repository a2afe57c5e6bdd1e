import { dateInWords } from "#domain/date-words.ts";
import { plural } from "#domain/numbers.ts";
import type { Source } from "#domain/wire.ts";

/** Every source that the frozen rows cite. */
export function FrozenSources({ sources }: { sources: readonly Source[] }) {
  return (
    <details className="section frozen-sources">
      <summary>{plural(sources.length, "source")}</summary>
      <ol>
        {sources.map(({ id, url, publisher, title, publishedOn, language }) => (
          <li key={id}>
            {/^https?:/.test(url) ? (
              <a className="link" href={url} rel="external" hrefLang={language ?? undefined}>
                {title ?? url}
              </a>
            ) : (
              (title ?? url)
            )}
            <span className="note">
              {[publisher, publishedOn === null ? "undated" : dateInWords(publishedOn)]
                .filter((part) => part !== null)
                .join(", ")}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

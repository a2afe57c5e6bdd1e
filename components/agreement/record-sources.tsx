import { plural } from "#domain/numbers.ts";
import type { Agreement } from "#domain/wire.ts";
import { SourceChips } from "./source-chips.tsx";

/** How many sources stand open; the others are folded. */
const most = 6;

/** What the agreement is about, and the sources cited for it as a whole. */
export function RecordSources({ agreement: { summary, citations } }: { agreement: Agreement }) {
  const general = citations.filter(({ field }) => field === null);
  return (
    <>
      {summary ? (
        <section className="section" aria-labelledby="summary-title">
          <h2 id="summary-title">What it is about</h2>
          <p className="summary">{summary}</p>
          <SourceChips citations={citations.filter(({ field }) => field === "summary")} bare />
        </section>
      ) : null}
      <section id="sources" className="section" aria-labelledby="sources-title">
        <h2 id="sources-title">Sources of the record as a whole</h2>
        <SourceChips citations={general.slice(0, general.length > most + 1 ? most : undefined)} />
        {general.length > most + 1 ? (
          <details className="more-sources">
            <summary>{plural(general.length - most, "more source")}</summary>
            <SourceChips citations={general.slice(most)} />
          </details>
        ) : null}
      </section>
    </>
  );
}

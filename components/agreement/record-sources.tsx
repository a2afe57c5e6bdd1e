import type { Agreement } from "#domain/wire.ts";
import { SourceChips } from "./source-chips.tsx";

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
        <SourceChips citations={general} />
      </section>
    </>
  );
}

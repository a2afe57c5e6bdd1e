import { type Citable, citationStyles } from "#domain/citation-styles.ts";
import { CopyButton } from "../agreement/copy-button.tsx";

/** A citation in each of the styles. */
export function CitationList({ citable, level }: { citable: Citable; level: "h2" | "h3" }) {
  const Heading = level;
  return citationStyles.map(({ id, label, write }) => {
    const text = write(citable);
    return (
      <section key={id} aria-labelledby={`cite-${id}`}>
        <div className="cite-head">
          <Heading id={`cite-${id}`}>{label}</Heading>
          <CopyButton text={text} label="Copy" />
        </div>
        <pre>{text}</pre>
      </section>
    );
  });
}

import { type Citable, citationStyles } from "#domain/citation-styles.ts";
import { CopyButton } from "../agreement/copy-button.tsx";
import { Icon } from "../icon.tsx";

/** How to cite what is shown, in four styles, with both clocks; `history` leads to other revisions of a record. */
export function CitePanel({ citable, history = null }: { citable: Citable; history?: string | null }) {
  return (
    <details className="opens" name="actions">
      <summary className="btn">
        <Icon name="cite" />
        Cite
      </summary>
      <div className="panel wide">
        <p className="note">
          With the day, what was known{history === null ? "" : " and the revision"}, so that the reference
          stays true. The title and the address are of this very version.
          {history === null ? null : (
            <>
              {" "}
              <a href={history}>Cite another revision</a>.
            </>
          )}
        </p>
        {citationStyles.map(({ id, label, write }) => {
          const text = write(citable);
          return (
            <section key={id} aria-labelledby={`cite-${id}`}>
              <div className="cite-head">
                <h3 id={`cite-${id}`}>{label}</h3>
                <CopyButton text={text} label="Copy" />
              </div>
              <pre>{text}</pre>
            </section>
          );
        })}
      </div>
    </details>
  );
}

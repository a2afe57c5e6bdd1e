import type { Citable } from "#domain/citation-styles.ts";
import { Icon } from "../icon.tsx";
import { CitationList } from "./citation-list.tsx";

/** How to cite a record, with both clocks and the revision; `history` leads to its other revisions. */
export function CitePanel({ citable, history }: { citable: Citable; history: string }) {
  return (
    <details className="opens" name="actions">
      <summary className="btn">
        <Icon name="cite" />
        Cite
      </summary>
      <div className="panel wide">
        <p className="note">
          With the day, what was known and the revision, so that the reference stays true. The title and the
          address are of this very version. <a href={history}>Cite another revision</a>.
        </p>
        <CitationList citable={citable} level="h3" />
      </div>
    </details>
  );
}

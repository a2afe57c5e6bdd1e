import Link from "next/link";
import { dayInWords } from "#domain/day.ts";
import { focusOf, partnerOf, rowNames } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import type { View } from "#domain/view.ts";
import type { Agreement } from "#domain/wire.ts";
import { Flag } from "../flag.tsx";
import { StageLabel } from "../stage-label.tsx";

/** Agreements between the same two, then the nearest in time under the same framework. */
export function RelatedList({ agreement, view }: { agreement: Agreement; view: View }) {
  const { related } = agreement;
  if (related.length === 0) return null;
  const focus = focusOf([agreement, ...related]);
  const names = rowNames([agreement, ...related], focus);
  return (
    <section className="section" aria-labelledby="related-title">
      <h2 id="related-title">Related agreements</h2>
      <ul className="related">
        {related.map((row) => (
          <li key={row.slug}>
            <Link className="party" href={paths.agreement(row.slug, view)}>
              {partnerOf(row, focus).map(({ code }) => (
                <Flag key={code} code={code} />
              ))}
              {names.get(row.slug)}
            </Link>
            <StageLabel stage={row.stage.code} />
            <span className="muted">
              {row.signedOn ? `signed ${dayInWords(row.signedOn)}` : "not signed"}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

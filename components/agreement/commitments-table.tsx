import { amountInWords } from "#domain/amount-words.ts";
import { dateInWords } from "#domain/date-words.ts";
import { typeLabel } from "#domain/type-label.ts";
import type { Agreement, Commitment } from "#domain/wire.ts";
import { Flag } from "../flag.tsx";
import { Icon } from "../icon.tsx";
import { SourceChips } from "./source-chips.tsx";

const written = { true: "yes", false: "no", null: "not said" } as const;

function CommitmentRow({ commitment, conflict }: { commitment: Commitment; conflict: string | null }) {
  const { id, by, category, description, shareNote, note, period, certainty, citations } = commitment;
  const amount = amountInWords(commitment);
  return (
    <tr id={id}>
      <th scope="row">
        <span className="by">
          {by ? <Flag code={by.code} /> : null}
          {`${by ? `${by.name}, ` : ""}${typeLabel(category).toLowerCase()}`}
          {certainty === "done" ? null : <span className="tag">{certainty}</span>}
        </span>
        <span className="what">{description}</span>
        {[shareNote, note].map((text) =>
          text ? (
            <span className="line muted" key={text}>
              {text}
            </span>
          ) : null,
        )}
      </th>
      <td data-label="Amount">
        <span>
          {amount ?? <span className="muted">no amount stated</span>}
          {conflict ? (
            <a className="tag warn" href={`#${conflict}`}>
              <Icon name="warning" />
              Sources differ
            </a>
          ) : null}
        </span>
      </td>
      <td data-label="Period">{period ? dateInWords(period) : <span className="muted">not known</span>}</td>
      <td data-label="In the text">{written[`${commitment.writtenInAgreement}`]}</td>
      <td data-label="Sources">
        <SourceChips citations={citations} />
      </td>
    </tr>
  );
}

/** What a side undertook or gave, and whether the agreement itself says so. */
export function CommitmentsTable({
  agreement: { commitments, conflicts },
}: {
  agreement: Pick<Agreement, "commitments" | "conflicts">;
}) {
  if (commitments.length === 0) return null;
  return (
    <section id="commitments" className="section" aria-labelledby="commitments-title">
      <h2 id="commitments-title">Commitments</h2>
      <div className="table-card">
        <table className="t commitments" aria-labelledby="commitments-title">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Amount</th>
              <th scope="col">Period</th>
              <th scope="col">In the text</th>
              <th scope="col">Sources</th>
            </tr>
          </thead>
          <tbody>
            {commitments.map((commitment) => (
              <CommitmentRow
                key={commitment.id}
                commitment={commitment}
                conflict={conflicts.find(({ about }) => about.includes(commitment.id))?.id ?? null}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">“In the text” says whether the amount is written in the agreement itself.</p>
    </section>
  );
}

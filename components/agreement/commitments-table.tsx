import { amountInWords } from "#domain/amount-words.ts";
import { dateInWords } from "#domain/date-words.ts";
import { typeLabel } from "#domain/type-label.ts";
import type { Agreement, Commitment } from "#domain/wire.ts";
import { Flag } from "../flag.tsx";
import { Icon } from "../icon.tsx";
import { SourceChips } from "./source-chips.tsx";

const written = { true: "yes", false: "no", null: "not said" } as const;

interface CommitmentRowProps {
  commitment: Commitment;
  conflict: string | null;
  /** Whether the row says by whom; not where all are by the same. */
  named: boolean;
}

function CommitmentRow({ commitment, conflict, named }: CommitmentRowProps) {
  const { id, by, category, description, shareNote, note, period, certainty, citations } = commitment;
  const amount = amountInWords(commitment);
  return (
    <tr id={id}>
      <th scope="row">
        {description}
        {[shareNote, note].map((text) =>
          text ? (
            <span className="line" key={text}>
              {text}
            </span>
          ) : null,
        )}
      </th>
      <td data-label={named ? "By, kind" : "Kind"} className="kind">
        <span className="by">
          {by && named ? <Flag code={by.code} /> : null}
          {`${by && named ? `${by.name}, ` : ""}${typeLabel(category).toLowerCase()}`}
          {certainty === "done" ? null : <span className="tag">{certainty}</span>}
        </span>
      </td>
      <td data-label="Amount">
        <span className="amount">
          {amount ?? <span className="muted">no amount stated</span>}
          {conflict ? (
            <a className="tag warn" href={`#${conflict}`}>
              <Icon name="warning" />
              Sources differ
            </a>
          ) : null}
        </span>
      </td>
      <td data-label="Period" className="period">
        {period ? dateInWords(period) : <span className="muted">not known</span>}
      </td>
      <td data-label="In the text" className="written">
        {written[`${commitment.writtenInAgreement}`]}
      </td>
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
  const sides = new Set(commitments.map(({ by }) => by?.code));
  const sole = sides.size === 1 ? (commitments[0]?.by ?? null) : null;
  return (
    <section id="commitments" className="section" aria-labelledby="commitments-title">
      <div className="section-head">
        <h2 id="commitments-title">Commitments</h2>
        {sole ? (
          <span className="note by">
            <Flag code={sole.code} />
            {`All by ${sole.name}`}
          </span>
        ) : null}
      </div>
      <div className="table-card">
        <table className="t commitments" aria-labelledby="commitments-title">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">{sole ? "Kind" : "By, kind"}</th>
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
                named={sole === null}
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
